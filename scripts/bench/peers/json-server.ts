import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import pg from 'pg';

/**
 * What a path answers: one prepared statement whose one column is JSON text. Of a list each row is one
 * entry; a row without anything stands for an empty list, no row for somebody who may not ask.
 */
export interface Route {
  /** The first part of the path: `job` of `/job/<id>?first=50`. */
  path: string;
  text: string;
  isList?: true;
  /** What follows the hash of the token, which is always `$1`. */
  values?(rest: string | undefined, query: URLSearchParams, body: string): unknown[];
}

/**
 * A server as somebody writes it who wants nothing but speed: node:http, pg, one statement a request.
 * Who is asking is found out by that same statement.
 */
export async function serveJson(databaseUrl: string, poolSize: number, routes: Route[]) {
  const pool = new pg.Pool({ connectionString: databaseUrl, max: poolSize });
  const byPath = new Map(routes.map((route) => [route.path, route]));
  const { url, close } = await serve(async ({ path, rest, query, tokenHash, body }) => {
    const route = byPath.get(path);
    if (!route) return null;
    const values = [tokenHash, ...(route.values?.(rest, query, body) ?? [])];
    const { rows } = await pool.query({ name: path, text: route.text, values });
    return rows.length > 0 ? answerOf(rows, route) : null;
  });
  return {
    url,
    async stop() {
      close();
      await pool.end();
    },
  };
}

/** What a hand-written server reads of a request: `/job/<id>?first=50` has the path `job` and the rest `<id>`. */
export interface Asking {
  path: string;
  rest: string | undefined;
  query: URLSearchParams;
  tokenHash: string;
  body: string;
}

/** Listens on a free port and sends the JSON text that is answered; null is a 404. */
export async function serve(answer: (asking: Asking) => Promise<string | null>) {
  const server = createServer((request, response) => {
    askingOf(request)
      .then(answer)
      .then((json) => (json ? send(response, 200, json) : send(response, 404, NOT_FOUND)))
      .catch((error) =>
        send(response, 500, JSON.stringify({ errors: [{ message: String(error) }] })),
      );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}

async function askingOf(request: IncomingMessage): Promise<Asking> {
  const url = request.url as string;
  const mark = url.indexOf('?');
  const [, path = '', rest] = (mark < 0 ? url : url.slice(0, mark)).split('/');
  const query = new URLSearchParams(mark < 0 ? '' : url.slice(mark + 1));
  return { path, rest, query, tokenHash: hashIn(request), body: await bodyOf(request) };
}

function answerOf(rows: { json: string | null }[], { isList }: Route): string | null {
  if (!isList) return rows[0]?.json ?? null;
  return `{"nodes":[${rows.flatMap(({ json }) => json ?? []).join(',')}]}`;
}

const NOT_FOUND = '{"errors":[{"extensions":{"code":"NOT_FOUND"}}]}';

function hashIn({ headers }: IncomingMessage): string {
  const token = headers.authorization?.slice('Bearer '.length) ?? '';
  return createHash('sha256').update(token).digest('hex');
}

function bodyOf(request: IncomingMessage): Promise<string> {
  if (request.method === 'GET') return Promise.resolve('');
  return new Promise((resolve, reject) => {
    let text = '';
    request.on('data', (chunk) => {
      text += chunk;
    });
    request.on('end', () => resolve(text));
    request.on('error', reject);
  });
}

function send(response: ServerResponse, status: number, json: string): void {
  response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'content-length': Buffer.byteLength(json),
  });
  response.end(json);
}
