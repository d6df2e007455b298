import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import pg from 'pg';

/**
 * Route: one prepared statement whose only column is JSON text. For a list each row is an entry; a row with null is
 * an empty list, no row means no permission.
 */
export interface Route {
  /** First part of the path: `job` of `/job/<id>?first=50`. */
  path: string;
  text: string;
  isList?: true;
  /** Parameters after the hash of the token, which is always `$1`. */
  values?(rest: string | undefined, query: URLSearchParams, body: string): unknown[];
  /** Adds to the JSON what SQL cannot compute, from the other columns of the row. */
  complete?(row: Row): string;
}

/** A row of a statement. */
export interface Row {
  json: string | null;
  [column: string]: string | null;
}

/**
 * A server written only for speed: node:http, pg, one statement for each request, which also authenticates.
 * Used as the yardstick for reads.
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

/** Path and rest of a request: `/job/<id>?first=50` has the path `job` and the rest `<id>`. */
export interface Asking {
  path: string;
  rest: string | undefined;
  query: URLSearchParams;
  tokenHash: string;
  body: string;
}

/** Listens on a free port and sends the returned JSON text; null is a 404. */
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

function answerOf(rows: Row[], { isList, complete }: Route): string | null {
  const [row] = rows;
  if (!isList) return row && complete ? complete(row) : (row?.json ?? null);
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
