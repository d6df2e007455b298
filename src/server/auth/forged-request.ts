import type { IncomingMessage } from 'node:http';
import type { Config } from '../../config/config.js';
import { invalid, type Refusal } from '../../visibility/refusals.js';
import { tokenIn } from './resolve-principal.js';
import { hasSessionCookie, SESSION_HEADER } from './session-cookie.js';

/** Content types that a form or script of another site can send without a preflight. */
const SIMPLE_CONTENT_TYPES = [
  '',
  'application/x-www-form-urlencoded',
  'multipart/form-data',
  'text/plain',
];

/** Headers that another site cannot send without a preflight, besides the bearer token. */
const PREFLIGHT_HEADERS = ['apollo-require-preflight', 'x-apollo-operation-name', SESSION_HEADER];

type Head = Pick<IncomingMessage, 'method' | 'headers'>;

/**
 * Returns the refusal of a GraphQL request that a page of another site may have made the browser send (cross-site
 * request forgery), or null. A GET without the session cookie is let through: it reads as a visitor, who may read what
 * everybody may, and no GET changes anything.
 */
export function forgeryRefusal(
  { method, headers }: Head,
  site: Pick<Config, 'publicUrl'>,
): Refusal | null {
  if (forcesPreflight(headers)) return null;
  if (method === 'GET' && !hasSessionCookie(headers, site)) return null;
  return invalid(
    method === 'GET' ? 'headers' : 'content-type',
    method === 'GET'
      ? `Another site could have sent this request: add a header such as authorization or ${PREFLIGHT_HEADERS[0]}.`
      : `Another site could have sent this request: send it as application/json, or with the header ${PREFLIGHT_HEADERS[0]}.`,
  );
}

function forcesPreflight(headers: Head['headers']): boolean {
  const contentType = headers['content-type'] ?? '';
  const essence = contentType.split(';')[0]?.trim().toLowerCase() ?? '';
  return (
    !SIMPLE_CONTENT_TYPES.includes(essence) ||
    // Basic credentials are added by browsers themselves.
    tokenIn(headers.authorization) !== '' ||
    PREFLIGHT_HEADERS.some((name) => Boolean(headers[name]))
  );
}
