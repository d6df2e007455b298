import type { Request } from '../measure/load.js';
import type { Asked } from '../seed/sample.js';
import type { Family, ServerName } from '../servers/kinds.js';

export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

export const WORKLOAD_NAMES = ['portal', 'board', 'job', 'change', 'share', 'wrong-token'] as const;
export type WorkloadName = (typeof WORKLOAD_NAMES)[number];

export type SampleName = 'reading' | 'changing' | 'sharing';

/** One kind of request, as each server is sent it. */
export interface Workload {
  name: WorkloadName;
  is: string;
  sample: SampleName;
  /** Who answers it, in the order of the rounds. */
  servers: ServerName[];
  /** Who does not, and why. */
  leftOut: Partial<Record<ServerName, string>>;
  request(family: Family, asked: Asked, turn: number): Request;
  /** What was answered, in the same words for all; absent where answers are not compared. */
  answer?(family: Family, body: Json): Json;
  /** What a write must have done besides, by servers that do all of its work. */
  effect?: Effect;
  /** The server that its table is set in relation to, where it is another than for reads. */
  yardstick?: ServerName;
  /** Each request must be one of its own, made when its turn comes. */
  isOfItsOwn?: true;
  /** It leaves something behind, which is set back after the last round. */
  changes?: true;
  /** At most so many requests a round: one for each of the sample. */
  once?: true;
  /** The answer is a refusal. */
  isRefusal?: true;
}

/** What a write answers, and leaves behind in one job. */
export interface Effect {
  servers: ServerName[];
  /** Everything that was answered, in the same words for all. */
  answer(family: Family, body: Json): Json;
  /** One row with one column: what the tables say of the job `$1` and the to-do `$2`. */
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

/** Looks a field up, which must be there. */
export function at(body: Json, ...path: string[]): Json {
  let found: Json | undefined = body;
  for (const name of path) found = (found as Record<string, Json> | null)?.[name];
  if (found === undefined || found === null)
    throw new Error(`No ${path.join('.')} in ${JSON.stringify(body).slice(0, 500)}`);
  return found;
}
