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
