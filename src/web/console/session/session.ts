import { Client, fetchExchange } from 'urql';
import { SignInDocument, WhoIsSignedInDocument } from '../../gen/operations';
import { enterConsole } from './enter-console';

/**
 * Session of the signed-in staff member. Its token is in a cookie that no script can read; where the browser keeps no
 * cookies it is in the memory of this tab. Nothing of it is in the browser's storage.
 */

/** What happened to the session. `DOUBTFUL`: something ended that a session would have kept open. */
export type SessionChange = 'SIGNED_IN' | 'SIGNED_OUT' | 'ENDED' | 'DOUBTFUL';

/** Reason why a sign-in failed: a code of the API and a sentence; null where the server was not reached. */
export type SignInProblem = { code: string; message: string } | null;

export interface Credentials {
  email: string;
  password: string;
  /** Second factor, once it was asked for. */
  code?: string;
}

const WITH_COOKIE = { 'x-jobglass-session': 'cookie' };
const PROBE = 'jobglass-probe';

let bearer: string | null = null;
let isCookieRefused = false;

/** Headers that make a request as the signed-in staff member. */
export function sessionHeaders(): Record<string, string> {
  return bearer ? { authorization: `Bearer ${bearer}` } : WITH_COOKIE;
}

/** The same for a WebSocket, in its first message. */
export function socketParams(): Record<string, string> {
  return bearer ? { authorization: `Bearer ${bearer}` } : { session: 'cookie' };
}

/**
 * Returns the ID of the signed-in staff member, or a word for one who has to set up a second factor first; null if nobody
 * is signed in. Throws without a connection.
 */
export async function whoIsSignedIn(): Promise<string | null> {
  const { data, error } = await api.query(WhoIsSignedInDocument, {}).toPromise();
  // The session in the memory of this tab has ended.
  if (error?.graphQLErrors.some(({ extensions }) => extensions.code === 'UNAUTHENTICATED'))
    return null;
  if (!data) throw error;
  return data.me.staffId ?? (data.me.mustSetUpSecondFactor ? 'setting up' : null);
}

/** Signs in. Returns `'OK'`, or why not. */
export async function signIn(credentials: Credentials): Promise<'OK' | SignInProblem> {
  const outcome = areCookiesBlocked()
    ? await signInThisTab(credentials)
    : await signInByCookie(credentials);
  if (outcome === 'OK') announce('SIGNED_IN');
  return outcome;
}

/**
 * Takes over a session that a mutation has started, and goes on to a page of the console: the token becomes a cookie and
 * ends, unless cookies are blocked.
 */
export async function signedIn({ token }: { token: string }, route = ''): Promise<void> {
  bearer = token;
  if (!areCookiesBlocked()) {
    const response = await fetch('/session', { method: 'POST', headers: sessionHeaders() });
    await response.json();
    if (response.ok) bearer = null;
  }
  announce('SIGNED_IN');
  enterConsole(route);
}

/** Signs out, in all tabs. Throws without a connection: the session would still be open. */
export async function signOut(): Promise<void> {
  const response = await fetch('/session', { method: 'DELETE', headers: sessionHeaders() });
  if (!response.ok) throw new Error(`Signing out was answered with ${response.status}.`);
  bearer = null;
  announce('SIGNED_OUT');
}

/** Reports that the API no longer accepts the session. */
export function sessionEnded(): void {
  tell('ENDED');
}

/** Reports that the session may have ended. */
export function sessionDoubtful(): void {
  tell('DOUBTFUL');
}

/** Calls the listener at every change of the session, by this tab or by another. Returns a function that stops it. */
export function onSessionChange(listener: (change: SessionChange) => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

const listeners = new Set<(change: SessionChange) => void>();
const otherTabs = openOtherTabs();
const api = new Client({
  url: '/graphql',
  preferGetMethod: false,
  requestPolicy: 'network-only',
  fetchOptions: () => ({ headers: sessionHeaders() }),
  exchanges: [fetchExchange],
});

function tell(change: SessionChange): void {
  for (const listener of listeners) listener(change);
}

function announce(change: SessionChange): void {
  tell(change);
  // A token in memory is the session of this tab alone.
  if (!bearer) otherTabs?.postMessage(change);
}

function openOtherTabs(): BroadcastChannel | null {
  try {
    const channel = new BroadcastChannel('jobglass-session');
    channel.onmessage = ({ data }) => {
      if (!bearer) tell(data as SessionChange);
    };
    return channel;
  } catch {
    // Blocked together with the storage: this tab is on its own.
    return null;
  }
}

async function signInByCookie(credentials: Credentials): Promise<'OK' | SignInProblem> {
  bearer = null;
  const response = await fetch('/session', {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...WITH_COOKIE },
    body: JSON.stringify(credentials),
  }).catch(() => null);
  if (!response) return null;
  // Read in any case: a browser counts a request as open until its body is read.
  const body = await response.json();
  if (!response.ok) return problemOf(body.errors?.[0]);
  if (await whoIsSignedIn()) return 'OK';
  // The browser dropped the cookie after all, for example by an extension.
  isCookieRefused = true;
  return { code: 'COOKIE_REFUSED', message: '' };
}

async function signInThisTab(credentials: Credentials): Promise<'OK' | SignInProblem> {
  bearer = null;
  const { data, error } = await api.mutation(SignInDocument, credentials).toPromise();
  if (!data) return error?.networkError ? null : problemOf(error?.graphQLErrors[0]);
  bearer = data.signIn.token;
  return 'OK';
}

function problemOf(error?: { message: string; extensions?: Record<string, unknown> }) {
  return { code: String(error?.extensions?.code ?? ''), message: error?.message ?? '' };
}

function areCookiesBlocked(): boolean {
  if (isCookieRefused) return true;
  try {
    // biome-ignore lint/suspicious/noDocumentCookie: the other API is not in every browser.
    document.cookie = `${PROBE}=1; SameSite=Strict; Path=/`;
    const isKept = document.cookie.includes(PROBE);
    // biome-ignore lint/suspicious/noDocumentCookie: as above.
    document.cookie = `${PROBE}=; Max-Age=0; SameSite=Strict; Path=/`;
    return !isKept;
  } catch {
    return true;
  }
}
