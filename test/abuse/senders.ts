import { follow } from '../harness/live.js';

interface ErrorBody {
  message: string;
  extensions: { code: string; field?: string | null; requestId?: string };
}

/** A response: its status (0 for a WebSocket), its text and its errors. */
export interface Answered {
  status: number;
  text: string;
  errors: ErrorBody[];
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
  const { errors = [] } = JSON.parse(text) as { errors?: ErrorBody[] };
  return { status: response.status, text, errors };
}

/** Subscribes over a WebSocket; returns the error it ends with, or its first result. */
export async function subscribe(
  url: string,
  token: string | null,
  { query, variables }: Sent,
): Promise<Answered> {
  const live = follow({ url }, token, query, variables as never);
  const ended = await live.ended;
  await live.close();
  const errors = (Array.isArray(ended) ? ended : (live.answers[0]?.errors ?? [])) as ErrorBody[];
  return { status: 0, text: JSON.stringify(errors.length > 0 ? errors : (ended ?? null)), errors };
}
