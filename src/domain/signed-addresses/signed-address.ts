import type { Config } from '../../config/config.js';
import type { Principal } from '../../visibility/principal.js';
import { notFound, Refusal } from '../../visibility/refusals.js';
import { seal, unseal } from './seal.js';

/** Staff session or portal link as which a request with a signed address is authenticated. */
export interface AddressHolder {
  kind: 'session' | 'link';
  id: string;
}

/** For how long an address works, in seconds. */
export const LIFETIME_SECONDS = { min: 60, max: 600 };

type Signing = { config: Pick<Config, 'secret' | 'publicUrl'>; principal: Principal; now: Date };

/**
 * Returns the address of a file for places that cannot send a token (`<img src>`, `<a href>`), from every origin. Its
 * seal names the session or link of the caller, for this path only. It grants nothing: each request is authorised as that
 * session or link at its time.
 *
 * The same address is returned for half of its lifetime, so that a page that reads again keeps its pictures.
 *
 * @returns null without a path, and for callers without a session or link.
 */
export function signedAddress(
  path: string | null | undefined,
  { config, principal, now }: Signing,
  lifetimeSeconds: number = LIFETIME_SECONDS.max,
): string | null {
  const holder = holderOf(principal);
  if (!path || !holder) return null;
  const half = Math.floor(lifetimeSeconds / 2);
  const expires = (Math.floor(now.getTime() / 1000 / half) + 2) * half;
  const access = seal(config.secret, JSON.stringify([holder.kind, holder.id, expires]), path);
  return `${config.publicUrl}${path}?access=${access}`;
}

/**
 * Returns the holder of a signed address; null if it is not signed.
 *
 * @throws NOT_FOUND if it was not made by this server, UNAUTHENTICATED if it has expired.
 */
export function readSignedAddress(
  url: string,
  { secret }: Pick<Config, 'secret'>,
  now: Date,
): AddressHolder | null {
  const [path = '', query = ''] = url.split('?', 2);
  const access = new URLSearchParams(query).get('access');
  if (access === null) return null;
  const text = unseal(secret, access, path);
  if (text === null) throw notFound();
  const [kind, id, expires] = JSON.parse(text) as [AddressHolder['kind'], string, number];
  if (now.getTime() >= expires * 1000)
    throw new Refusal('UNAUTHENTICATED', 'This address has expired; read a new one from the API.');
  return { kind, id };
}

/** Hides in an address that is logged what makes it work. */
export function withoutAccess(url: string): string {
  return url.replace(/([?&]access=)[^&]*/g, '$1[redacted]');
}

function holderOf(principal: Principal): AddressHolder | null {
  // A program with an API key sends its key.
  if (principal.kind === 'STAFF')
    return principal.apiKey ? null : { kind: 'session', id: principal.sessionId };
  if (principal.kind !== 'CLIENT' || !principal.link) return null;
  return { kind: 'link', id: principal.link.linkId };
}
