import autocannon from 'autocannon';

/** A request in the format of a server. */
export interface Request {
  method: 'GET' | 'POST';
  path: string;
  headers: Record<string, string>;
  body?: string;
}

export interface Load {
  url: string;
  /** Requests in order: a fixed list, or created one by one. */
  requests: Request[] | (() => Request);
  /** Duration or number. */
  seconds?: number;
  amount?: number;
  /** Whether every response must be without errors. */
  mustSucceed: boolean;
}

export interface LoadResult {
  requests: number;
  perSecond: number;
  /** In milliseconds. */
  p50: number;
  p99: number;
}

export const CONNECTIONS = 16;

/** Sends requests over 16 connections, each as soon as the last was answered. */
export async function load({
  url,
  requests,
  seconds,
  amount,
  mustSucceed,
}: Load): Promise<LoadResult> {
  const times: number[] = [];
  let failed = 0;
  let clients = 0;
  const began = performance.now();
  const result = await autocannon({
    url,
    connections: CONNECTIONS,
    timeout: 60,
    ...(amount ? { amount } : { duration: seconds }),
    setupClient(client) {
      client.setRequests(inTurn(requests, clients));
      clients += 1;
      client.on('response', (_status, _bytes, milliseconds) => times.push(milliseconds));
    },
    verifyBody: (body: unknown) => {
      if (mustSucceed && String(body).startsWith('{"errors"')) failed += 1;
      return true;
    },
  } as autocannon.Options);
  const took = (performance.now() - began) / 1000;
  const lost = result.errors + result.timeouts + (mustSucceed ? result.non2xx + failed : 0);
  if (lost > 0) throw new Error(`${lost} of ${times.length} requests to ${url} failed.`);
  times.sort((a, b) => a - b);
  return {
    requests: times.length,
    perSecond: times.length / (amount ? took : result.duration),
    p50: at(times, 0.5),
    p99: at(times, 0.99),
  };
}

/** Connections start at different places in the list, so that they do not send the same request at once. */
function inTurn(requests: Load['requests'], client: number): autocannon.Request[] {
  if (typeof requests === 'function')
    return [{ setupRequest: () => requests() } as autocannon.Request];
  const start = Math.floor((client * requests.length) / CONNECTIONS);
  return [...requests.slice(start), ...requests.slice(0, start)];
}

function at(sorted: number[], part: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN;
}
