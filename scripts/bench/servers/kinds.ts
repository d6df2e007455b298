import { fileURLToPath } from 'node:url';
import type { LeftOut } from './leave-out.js';

export const SERVER_NAMES = [
  'jobglass',
  'sql',
  'publication',
  'by-hand',
  'by-hand-pipelined',
  'postgraphile',
  'jobglass-no-rules',
  'jobglass-no-watcher',
] as const;
export type ServerName = (typeof SERVER_NAMES)[number];

/** The yardstick: the server to which all figures are related. */
export const YARDSTICK: ServerName = 'sql';

export interface ServerKind {
  name: ServerName;
  is: string;
  /** The program, run by the same Node. */
  file: string;
  without?: LeftOut;
}

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const ownServer = here('./serve-jobglass.js');

export const SERVER_KINDS: Record<ServerName, ServerKind> = {
  jobglass: { name: 'jobglass', is: 'this server, as in production', file: ownServer },
  sql: {
    name: 'sql',
    is: 'node:http and pg, one hand-written statement a request over the same tables',
    file: here('../peers/serve-sql.js'),
  },
  publication: {
    name: 'publication',
    is: "the same, reading this project's publication row",
    file: here('../peers/serve-publication.js'),
  },
  'by-hand': {
    name: 'by-hand',
    is: "a change with its prompt by hand: node:http and pg, prepared statements, one transaction; the product's own projection, digests and words",
    file: here('../peers/serve-by-hand.js'),
  },
  'by-hand-pipelined': {
    name: 'by-hand-pipelined',
    is: 'the same, sending statements on without waiting for the answer to the one before: the limit',
    file: here('../peers/serve-by-hand-pipelined.js'),
  },
  postgraphile: {
    name: 'postgraphile',
    is: 'PostGraphile 5 (Amber) over the same tables, without any rules',
    // Next to its own packages, which the build does not copy.
    file: here('../../../../scripts/bench/peers/postgraphile.mjs'),
  },
  'jobglass-no-rules': {
    name: 'jobglass-no-rules',
    is: 'this server without a visibility rule',
    file: ownServer,
    without: 'rules',
  },
  'jobglass-no-watcher': {
    name: 'jobglass-no-watcher',
    is: 'this server without the prompt watcher',
    file: ownServer,
    without: 'watcher',
  },
};

/** Servers that receive the same requests. */
export type Family = 'jobglass' | 'sql' | 'publication' | 'postgraphile' | 'by-hand';

/** Format of the requests to a server, the same for variants with a part left out. */
export function familyOf(name: ServerName): Family {
  if (name.startsWith('jobglass')) return 'jobglass';
  return name.startsWith('by-hand') ? 'by-hand' : (name as Family);
}
