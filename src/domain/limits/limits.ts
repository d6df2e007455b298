import type { CronItem, TaskList } from 'graphile-worker';
import type { Config } from '../../config.js';
import type { Statements } from '../../database/statements.js';
import { clearEndedCounts } from './clear-ended-counts.js';
import { ClientWrites } from './client-writes.js';
import { PasswordGuesses } from './password-guesses.js';
import { WrongLinks } from './wrong-links.js';

/** How often callers may try what can be abused, counted for all servers together. */
export interface Limits {
  guesses: PasswordGuesses;
  links: WrongLinks;
  clientWrites: ClientWrites;
}

export function limitsOn(db: Statements, config: Config): Limits {
  const store = { db, secret: config.secret };
  return {
    guesses: new PasswordGuesses(store, config.wrongSignInsPer10Minutes),
    links: new WrongLinks(store, config.wrongLinksPer10Minutes),
    clientWrites: new ClientWrites(store, config.clientMessagesPerHour),
  };
}

/** When ended counts are removed. */
export const LIMIT_CRON: CronItem[] = [{ task: 'clear_ended_counts', match: '*/10 * * * *' }];

export function limitTasks(db: Statements): TaskList {
  return { clear_ended_counts: () => clearEndedCounts(db) };
}
