import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Posted {
  key: string;
  body: { to: string; subject: string; html: string; text: string };
}

/** Local replacement of Resend's server: accepts an email once for each idempotency key, as Resend does. */
export async function openResend() {
  const posts: Posted[] = [];
  const delivered = new Map<string, Posted['body']>();
  let refusal: (post: Posted) => { status: number; name: string } | null = () => null;
  let beforeAnswer: (post: Posted) => Promise<void> | void = () => undefined;
  const server = createServer((request, response) => {
    let text = '';
    request.on('data', (chunk) => {
      text += chunk;
    });
    request.on('end', async () => {
      const post = { key: String(request.headers['idempotency-key']), body: JSON.parse(text) };
      posts.push(post);
      const refused = refusal(post);
      if (!refused && !delivered.has(post.key)) delivered.set(post.key, post.body);
      await beforeAnswer(post);
      if (refused) refuse(response, refused);
      else answer(response, post.key);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    /** Every request, including retries. */
    posts,
    /** Emails that would have been delivered. */
    delivered,
    beforeAnswer(hook: typeof beforeAnswer) {
      beforeAnswer = hook;
    },
    /** Refuses the emails for which the function returns a response. */
    refuseWhen(chosen: typeof refusal) {
      refusal = chosen;
    },
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(resolve));
    },
  };
}

function answer(response: ServerResponse, key: string): void {
  if (response.destroyed) return;
  response
    .writeHead(200, { 'content-type': 'application/json' })
    .end(JSON.stringify({ id: `re_${key}` }));
}

function refuse(
  response: ServerResponse,
  { status, name }: { status: number; name: string },
): void {
  if (response.destroyed) return;
  response
    .writeHead(status, { 'content-type': 'application/json' })
    .end(JSON.stringify({ name, statusCode: status, message: 'Invalid `to` field.' }));
}
