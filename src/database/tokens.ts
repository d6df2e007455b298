import { createHmac, hash, randomBytes } from 'node:crypto';

/** Prefixes of the tokens of sessions and portal links, by which a leaked token can be recognised. */
export const STAFF_TOKEN = 'jgs_';
export const PORTAL_TOKEN = 'jgp_';
/** Prefix of API keys. */
export const API_KEY_TOKEN = 'jgk_';
/** Prefix of the tokens in mails to staff: invitation, password reset, change of address. */
const MAILED_TOKEN = 'jgm_';
/** Prefix of the tokens of set-up links. */
const SETUP_TOKEN = 'jgu_';

/** Returns a new random token for a staff session. */
export function newStaffToken(): string {
  return STAFF_TOKEN + randomBytes(32).toString('base64url');
}

/** Returns a new random token for an API key. */
export function newApiKeyToken(): string {
  return API_KEY_TOKEN + randomBytes(32).toString('base64url');
}

/** Returns the first characters of the token of an API key, by which people recognise it. */
export function shownPrefix(token: string): string {
  return token.slice(0, API_KEY_TOKEN.length + 4);
}

/**
 * Returns the token of a portal link, derived from its id and the server's secret. So an email can be rendered again
 * identically after a crash, while the database stores only the token's hash.
 */
export function portalToken(secret: string, linkId: string): string {
  return (
    PORTAL_TOKEN + createHmac('sha256', secret).update(`portal-link:${linkId}`).digest('base64url')
  );
}

/** Letters and digits of a short code; I, L, O and U are left out, since they look like others. */
const CODE_LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const CODE_LENGTH = 12;
/** What people type for what they see. */
const LOOK_ALIKES: Record<string, string> = { I: '1', L: '1', O: '0', U: 'V' };

/**
 * Returns the short code of a portal link, such as `7K3Q-DM8V-XAP4`, which a client types where a mail program has broken
 * the link. It is derived like the token and opens the same. It has 60 bits: with a million live links one guess of a
 * million millions is right, and a network has 120 an hour (`domain/limits/dead-links.ts`).
 */
export function portalCode(secret: string, linkId: string): string {
  const bytes = createHmac('sha256', secret).update(`portal-code:${linkId}`).digest();
  // 256 is a multiple of 32, so every letter is equally likely.
  const letters = [...bytes.subarray(0, CODE_LENGTH)].map((byte) => CODE_LETTERS[byte % 32]);
  return inGroups(letters.join(''));
}

/** Returns the hash of a code that the database stores. Keyed with the secret: 60 bits alone could be tried one by one. */
export function hashOfCode(secret: string, code: string): string {
  return createHmac('sha256', secret).update(`portal-code-hash:${code}`).digest('hex');
}

/** Reads a code as typed: in any case, with or without hyphen and spaces, with look-alikes. Null if it is no code. */
export function readCode(typed: string): string | null {
  const letters = typed
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
    .replace(/[ILOU]/g, (letter) => LOOK_ALIKES[letter] as string);
  return letters.length === CODE_LENGTH ? inGroups(letters) : null;
}

function inGroups(letters: string): string {
  return letters.replace(/(?<=^(?:.{4})+)(?=.)/g, '-');
}

/** Returns the token of a link that is mailed to staff, derived as that of a portal link and for the same reason. */
export function mailedToken(secret: string, purpose: string, id: string): string {
  return MAILED_TOKEN + createHmac('sha256', secret).update(`${purpose}:${id}`).digest('base64url');
}

/** Returns the token of a set-up link, derived from its id and the server's secret like that of a portal link. */
export function setupToken(secret: string, linkId: string): string {
  return (
    SETUP_TOKEN + createHmac('sha256', secret).update(`setup-link:${linkId}`).digest('base64url')
  );
}

/** Returns the hash of a token that the database stores. */
export function hashOfToken(token: string): string {
  return hash('sha256', token, 'hex');
}

/**
 * Returns the secret with which the requests of a webhook endpoint are signed (Standard Webhooks: `whsec_` and base64),
 * derived from the id of the secret and the server's secret, so that the database stores none.
 */
export function webhookSecret(secret: string, secretId: string): string {
  return `whsec_${createHmac('sha256', secret).update(`webhook:${secretId}`).digest('base64')}`;
}
