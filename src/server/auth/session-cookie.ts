import type { IncomingHttpHeaders } from 'node:http';
import type { Config } from '../../config/config.js';
import { STAFF_TOKEN } from '../../database/tokens.js';

/**
 * Header that our own pages send with every request that is to use the session cookie. A page of another site cannot
 * send it: that takes a preflight, which never allows it, also not to the
 * origins that may call the API (`http/allowed-origins.ts`). Forms, links and images cannot send it at all.
 */
export const SESSION_HEADER = 'x-jobglass-session';

type Site = Pick<Config, 'publicUrl'>;

/**
 * Returns the `authorization` of a request: the header, or else the session cookie (`Cookie <token>`) if one of our own
 * pages sent the request. Undefined for everybody else, whatever cookies the browser has added.
 */
export function authorizationOf(headers: IncomingHttpHeaders, site: Site): string | undefined {
  if (headers.authorization !== undefined) return headers.authorization;
  return isFromOwnPage(headers, site) ? cookieAuthorization(headers, site) : undefined;
}

/** Whether one of our own pages sent the request: it has the header above, and nothing says that it is from elsewhere. */
export function isFromOwnPage(headers: IncomingHttpHeaders, site: Site): boolean {
  if (headers[SESSION_HEADER] === undefined) return false;
  const fetchSite = headers['sec-fetch-site'];
  if (fetchSite !== undefined && fetchSite !== 'same-origin') return false;
  return headers.origin === undefined || isOwnOrigin(headers, site);
}

/**
 * Returns the `authorization` of the session cookie in the handshake of a WebSocket, which has no headers of its own;
 * undefined unless its origin is ours. Browsers send the origin with every handshake.
 */
export function socketAuthorization(headers: IncomingHttpHeaders, site: Site): string | undefined {
  return isOwnOrigin(headers, site) ? cookieAuthorization(headers, site) : undefined;
}

/** Whether the browser has added the session cookie, on behalf of any site. */
export function hasSessionCookie(headers: IncomingHttpHeaders, site: Site): boolean {
  return cookieAuthorization(headers, site) !== undefined;
}

/** Returns the `set-cookie` header that stores a session's token where no script can read it. */
export function sessionCookie(token: string, expiresAt: Date, site: Site): string {
  return `${cookieName(site)}=${token}; Expires=${expiresAt.toUTCString()}; ${attributes(site)}`;
}

/** Returns the `set-cookie` header that removes the session cookie. */
export function noSessionCookie(site: Site): string {
  return `${cookieName(site)}=; Max-Age=0; ${attributes(site)}`;
}

/**
 * Strict, and still a link in a mail finds the person signed in: the page behind it needs no cookie, and its own requests
 * are same-site.
 */
function attributes(site: Site): string {
  return `Path=/; HttpOnly; SameSite=Strict${isHttps(site) ? '; Secure' : ''}`;
}

/** With HTTPS the prefix keeps other hosts of the domain from setting the cookie; browsers refuse it without. */
function cookieName(site: Site): string {
  return isHttps(site) ? '__Host-jobglass' : 'jobglass';
}

function isHttps({ publicUrl }: Site): boolean {
  return publicUrl.startsWith('https:');
}

function cookieAuthorization({ cookie }: IncomingHttpHeaders, site: Site): string | undefined {
  const start = `${cookieName(site)}=`;
  const found = cookie?.split(/; */).find((each) => each.startsWith(start));
  const token = found?.slice(start.length) ?? '';
  return token.startsWith(STAFF_TOKEN) ? `Cookie ${token}` : undefined;
}

/** Whether the origin is the public address, or the host that the request is for (development, an address of the LAN). */
function isOwnOrigin({ origin, host }: IncomingHttpHeaders, site: Site): boolean {
  if (!origin || !URL.canParse(origin)) return false;
  const { protocol, host: from } = new URL(origin);
  if (isHttps(site) && protocol !== 'https:') return false;
  return origin === new URL(site.publicUrl).origin || from === host;
}
