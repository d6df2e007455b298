import type { Request } from '../measure/load.js';
import type { Asked } from '../seed/sample.js';
import type { Family, ServerName } from '../servers/kinds.js';

export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

export const WORKLOAD_NAMES = ['portal', 'board', 'job', 'change', 'share', 'wrong-token'] as const;
export type WorkloadName = (typeof WORKLOAD_NAMES)[number];

type SampleName = 'reading' | 'changing' | 'sharing';

/** One kind of request, in the format of each server. */
export interface Workload {
  name: WorkloadName;
  is: string;
  sample: SampleName;
  /** Servers that support it, in the order of the rounds. */
  servers: ServerName[];
  /** Servers that do not, with the reason. */
  leftOut: Partial<Record<ServerName, string>>;
  request(family: Family, asked: Asked, turn: number): Request;
  /** Normalizes a response for comparison; absent if responses are not compared. */
  answer?(family: Family, body: Json): Json;
  /** Effects of a write to compare, for servers that do all of its work. */
  effect?: Effect;
  /** Yardstick of its table, if it is another than for reads. */
  yardstick?: ServerName;
  /** Each request is different and created when it is sent. */
  isOfItsOwn?: true;
  /** It changes rows, which are reset after the last round. */
  changes?: true;
  /** At most this many requests a round: one for each of the sample. */
  once?: true;
  /** The response is a refusal. */
  isRefusal?: true;
}

/** Response of a write and the rows it leaves in one job. */
interface Effect {
  servers: ServerName[];
  /** The normalized response. */
  answer(family: Family, body: Json): Json;
  /** A row with one column: state of the job `$1` and the to-do `$2` in the tables. */
  rows: string;
}

/** A GraphQL operation over HTTP. */
export function operation(token: string, query: string, variables: object = {}): Request {
  return {
    method: 'POST',
    path: '/graphql',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify({ query, variables }),
  };
}

/** A path of the hand-written servers. */
export function get(token: string, path: string): Request {
  return { method: 'GET', path, headers: { authorization: `Bearer ${token}` } };
}

/** Returns the value at a path; throws if it is missing. */
export function at(body: Json, ...path: string[]): Json {
  let found: Json | undefined = body;
  for (const name of path) found = (found as Record<string, Json> | null)?.[name];
  if (found === undefined || found === null)
    throw new Error(`No ${path.join('.')} in ${JSON.stringify(body).slice(0, 500)}`);
  return found;
}
