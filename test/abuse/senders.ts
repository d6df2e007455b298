import { follow } from '../harness/live.js';

export interface Told {
  message: string;
  extensions: { code: string; field?: string | null; requestId?: string };
}

/** An answer as it came: its status (0 for a WebSocket), its text and the errors in it. */
export interface Answered {
  status: number;
  text: string;
  errors: Told[];
}

export interface Sent {
  query: string;
  variables?: object;
  [more: string]: unknown;
}

export const headersOf = (token: string | null) => ({
  ...(token && { authorization: `Bearer ${token}` }),
});

export async function post(url: string, token: string | null, body: string | Sent) {
  return answered(
    await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headersOf(token) },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    }),
  );
}

export async function get(url: string, token: string | null, { query, variables }: Sent) {
  const search = new URLSearchParams({
    query,
    ...(variables && { variables: JSON.stringify(variables) }),
  });
  const headers = { 'apollo-require-preflight': 'yes', ...headersOf(token) };
  return answered(await fetch(`${url}/graphql?${search}`, { headers }));
}

export async function answered(response: Response): Promise<Answered> {
  const text = await response.text();
  const { errors = [] } = JSON.parse(text) as { errors?: Told[] };
  return { status: response.status, text, errors };
}

/** Subscribes over a WebSocket; answers what it ends with, or its first answer. */
export async function subscribe(
  url: string,
  token: string | null,
  { query, variables }: Sent,
): Promise<Answered> {
  const live = follow({ url }, token, query, variables as never);
  const ended = await live.ended;
  await live.close();
  const errors = (Array.isArray(ended) ? ended : (live.answers[0]?.errors ?? [])) as Told[];
  return { status: 0, text: JSON.stringify(errors.length > 0 ? errors : (ended ?? null)), errors };
}
