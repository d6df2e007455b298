import pg from 'pg';
import { PreparedClient } from '../../src/database/postgres/prepared-client.js';

/** What reached PostgreSQL on the product's own connections. */
export interface Cost {
  statements: string[];
  planned: number;
  bytes: number;
}

/**
 * The cheapest of three times: a task of the queue (each minute some begin) sends its statements over the same pool, and
 * may run beside one of them.
 */
export async function leastCostOf(prepare: () => Promise<() => Promise<unknown>>): Promise<Cost> {
  const costs: Cost[] = [];
  for (let times = 0; times < 3; times += 1) costs.push(await costOf(await prepare()));
  const sizeOf = ({ statements, planned }: Cost) => statements.length + planned;
  return costs.reduce((least, each) => (sizeOf(each) < sizeOf(least) ? each : least));
}

/** What reaches the database while somebody asks, the worker's own aside. */
async function costOf(ask: () => Promise<unknown>): Promise<Cost> {
  const cost: Cost = { statements: [], planned: 0, bytes: 0 };
  const clients = new Set<pg.Client>();
  const before = new Map<pg.Client, number>();
  const query = jest.spyOn(PreparedClient.prototype, 'query').mockImplementation(function (
    this: PreparedClient,
    ...all: unknown[]
  ): never {
    if (isQueues(this)) return sent.apply(this, all);
    if (!clients.has(this)) before.set(this, streamOf(this).bytesRead);
    clients.add(this);
    // Making a new connection ready is no cost of a request.
    if (!String(all[0]).startsWith('set session')) cost.statements.push(String(all[0]));
    return sent.apply(this, all);
  });
  const parse = jest.spyOn(pg.Connection.prototype as never, 'parse');
  await ask();
  // The queue plans on connections of its own, whenever it likes.
  const ours = [...clients].map(connectionOf);
  cost.planned = parse.mock.contexts.filter((each) => ours.includes(each as never)).length;
  for (const client of clients)
    cost.bytes += streamOf(client).bytesRead - (before.get(client) ?? 0);
  query.mockRestore();
  parse.mockRestore();
  return cost;
}

const sent = PreparedClient.prototype.query;

/** Whether a connection is of the mail worker's pool. */
export function isQueues(client: object): boolean {
  for (let each = client; each; each = Object.getPrototypeOf(each))
    if (each.constructor.name === 'QueueClient') return true;
  return false;
}

interface Connection {
  stream: { bytesRead: number };
}

function connectionOf(client: pg.Client): Connection {
  return (client as unknown as { connection: Connection }).connection;
}

function streamOf(client: pg.Client): Connection['stream'] {
  return connectionOf(client).stream;
}
