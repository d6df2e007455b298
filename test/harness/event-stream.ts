import { until, type World } from './world.js';

interface ServerSentEvent {
  event: string;
  data: { data?: Record<string, never>; errors?: { extensions: { code: string } }[] } | null;
}

/** An open event stream, as seen by its reader. */
export interface EventReader {
  status: number;
  headers: Headers;
  events: ServerSentEvent[];
  /** Text that is no event: comments that keep the connection alive. */
  comments: string[];
  /** Returns the next event that was not returned before. */
  next(): Promise<ServerSentEvent>;
  ended: Promise<void>;
  close(): void;
}

interface Sent {
  path?: string;
  accept?: string;
  method?: string;
}

/** Sends an operation and reads the server-sent events of the response. */
export async function readEvents(
  { url }: Pick<World, 'url'>,
  token: string | null,
  body: object,
  { path = '/graphql/stream', accept = 'text/event-stream', method = 'POST' }: Sent = {},
): Promise<EventReader> {
  const control = new AbortController();
  const response = await fetch(url + path, {
    method,
    headers: {
      accept,
      ...(method === 'POST' && { 'content-type': 'application/json' }),
      ...(token && { authorization: `Bearer ${token}` }),
    },
    body: method === 'POST' ? JSON.stringify(body) : undefined,
    signal: control.signal,
  });
  const events: ServerSentEvent[] = [];
  const comments: string[] = [];
  let taken = 0;
  const take = (part: string) => {
    const [, event, data] = part.match(/^event: (\w+)\ndata: (.*)$/) ?? [];
    if (event) events.push({ event, data: data ? JSON.parse(data) : null });
    else comments.push(part);
  };
  const read = async () => {
    let text = '';
    const decoder = new TextDecoder();
    for await (const chunk of response.body ?? []) {
      text += decoder.decode(chunk as Uint8Array, { stream: true });
      const parts = text.split('\n\n');
      text = parts.pop() ?? '';
      for (const part of parts) take(part);
    }
  };
  return {
    status: response.status,
    headers: response.headers,
    events,
    comments,
    next: () => {
      taken += 1;
      return until(() => events[taken - 1]);
    },
    // Closing it rejects the read.
    ended: read().catch((error) => {
      if (!control.signal.aborted) throw error;
    }),
    close: () => control.abort(),
  };
}
