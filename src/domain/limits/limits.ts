import type { CronItem, TaskList } from 'graphile-worker';
import type { Config } from '../../config/config.js';
import type { Statements } from '../../database/postgres/statements.js';
import { MAX_ENQUIRY_PHOTOS } from '../enquiries/photos/enquiry-photo-bounds.js';
import { clearEndedCounts } from './clear-ended-counts.js';
import { ClientWrites } from './client-writes.js';
import { CodeGuesses } from './code-guesses.js';
import { DeadLinks } from './dead-links.js';
import { MailedLinks } from './mailed-links.js';
import { PasswordGuesses } from './password-guesses.js';
import { SentPictures } from './sent-pictures.js';
import { Setups } from './setups.js';
import { WrongLinks } from './wrong-links.js';

/** Rate limits on operations that can be abused, counted across all servers. */
export interface Limits {
  guesses: PasswordGuesses;
  links: WrongLinks;
  deadLinks: DeadLinks;
  clientWrites: ClientWrites;
  codes: CodeGuesses;
  mailedLinks: MailedLinks;
  setups: Setups;
  sentPictures: SentPictures;
}

export function limitsOn(db: Statements, config: Config): Limits {
  const store = { db, secret: config.secret };
  return {
    guesses: new PasswordGuesses(store, config.wrongSignInsPer10Minutes),
    links: new WrongLinks(store, config.wrongLinksPer10Minutes),
    deadLinks: new DeadLinks(store),
    clientWrites: new ClientWrites(store, config.clientMessagesPerHour),
    codes: new CodeGuesses(store),
    mailedLinks: new MailedLinks(store),
    setups: new Setups(store),
    sentPictures: new SentPictures(store, config.enquiriesPer10Minutes * MAX_ENQUIRY_PHOTOS),
  };
}

/** Schedule of the task that removes expired counts. */
export const LIMIT_CRON: CronItem[] = [{ task: 'clear_ended_counts', match: '*/10 * * * *' }];

export function limitTasks(db: Statements): TaskList {
  return { clear_ended_counts: () => clearEndedCounts(db) };
}
