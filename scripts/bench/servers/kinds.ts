import { fileURLToPath } from 'node:url';
import type { LeftOut } from './leave-out.js';

export const SERVER_NAMES = [
  'jobglass',
  'sql',
  'publication',
  'postgraphile',
  'jobglass-no-rules',
  'jobglass-no-watcher',
] as const;
export type ServerName = (typeof SERVER_NAMES)[number];

/** The server that all figures are set in relation to. */
export const YARDSTICK: ServerName = 'sql';

export interface ServerKind {
  name: ServerName;
  is: string;
  /** The program, run by this node. */
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
  postgraphile: {
    name: 'postgraphile',
    is: 'PostGraphile 5 (Amber) over the same tables, without any rules',
    // Beside its own packages, which the build does not bring along.
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

/** What the requests to a server look like: leaving something out does not change that. */
export function familyOf(name: ServerName) {
  return name.startsWith('jobglass')
    ? 'jobglass'
    : (name as Exclude<ServerName, `jobglass${string}`>);
}
