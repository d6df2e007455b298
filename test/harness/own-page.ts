import { DEMO_PASSWORD } from '../../db/demo/seed-demo.js';
import type { World } from './world.js';

/** Headers that our own pages send, besides the cookie. */
export const FROM_OWN_PAGE = { 'x-jobglass-session': 'cookie' };

export interface HttpAnswer {
  status: number;
  text: string;
  /** `set-cookie` header, if there is one. */
  setCookie: string | null;
}

/** Sends a request as a browser would, with exactly these headers. */
export async function request(
  { url }: Pick<World, 'url'>,
  path: string,
  init: RequestInit = {},
): Promise<HttpAnswer> {
  const response = await fetch(`${url}${path}`, { redirect: 'manual', ...init });
  return {
    status: response.status,
    text: await response.text(),
    setCookie: response.headers.get('set-cookie'),
  };
}

/** Signs a person of the demo in at `POST /session`. */
export function postSession(
  world: Pick<World, 'url'>,
  body: object,
  headers: Record<string, string> = {},
): Promise<HttpAnswer> {
  return request(world, '/session', {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...FROM_OWN_PAGE, ...headers },
    body: JSON.stringify(body),
  });
}

/** Returns the cookie of a new session, as the browser sends it: `jobglass=jgs_…`. */
export async function cookieOf(world: Pick<World, 'url'>, person: string): Promise<string> {
  const email = `${person}@demo.jobglass.test`;
  const { setCookie } = await postSession(world, { email, password: DEMO_PASSWORD });
  return cookieIn(setCookie);
}

/** Returns the part of a `set-cookie` header that the browser sends back. */
export function cookieIn(setCookie: string | null): string {
  return setCookie?.split(';')[0] ?? '';
}

/** Sends an operation as our own page does, or with other headers. */
export function post(
  world: Pick<World, 'url'>,
  query: string,
  headers: Record<string, string>,
): Promise<HttpAnswer> {
  return request(world, '/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ query }),
  });
}
