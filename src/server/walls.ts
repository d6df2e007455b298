import type { Config } from '../config.js';

/**
 * What stands between a client and what is internal: the rules on the graph, a reader that holds one
 * publication, and a database role that may read a few columns. Each is enough alone, and tests prove it
 * by taking the others down.
 */
export type Wall = 'GRAPH' | 'READER' | 'ROLE';

/** No setting takes a wall down; only who starts the server from code can, and never in production. */
export function refuseInProduction({ production }: Config, down: readonly Wall[]): void {
  if (production && down.length > 0)
    throw new Error('In production all walls stand: start it without wallsDown.');
}
