import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A request as it arrived. */
export interface Received {
  path: string;
  headers: IncomingHttpHeaders;
  text: string;
  body: { type: string; timestamp: string; data: { id: string; kind: string; updatedAt: string } };
}

type Answer = number | 'HANG' | { status: number; headers?: Record<string, string>; body?: string };

/** Program of a customer that receives webhooks, on this machine. */
export async function openReceiver() {
  const received: Received[] = [];
  let answer: (request: Received) => Answer = () => 204;
  const server = createServer((request, response) => {
    let text = '';
    request.on('data', (chunk) => {
      text += chunk;
    });
    request.on('end', () => {
      const one = {
        path: request.url ?? '',
        headers: request.headers,
        text,
        body: JSON.parse(text),
      };
      received.push(one);
      const chosen = answer(one);
      if (chosen === 'HANG') return;
      const { status, headers, body } = typeof chosen === 'number' ? { status: chosen } : chosen;
      response.writeHead(status, headers).end(body);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    /** Every request, including repeated ones. */
    received,
    typesOf: (path: string) =>
      received.filter((each) => each.path === path).map(({ body }) => body.type),
    answerWith(chosen: typeof answer) {
      answer = chosen;
    },
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(resolve));
    },
  };
}

export type Receiver = Awaited<ReturnType<typeof openReceiver>>;
