import type { CronItem, TaskList } from 'graphile-worker';
import type { Statements } from '../../../database/postgres/statements.js';
import { KEY_LIFETIME_MS } from './once.js';

/** Schedule of the task that removes keys that can be used again. */
export const KEY_CRON: CronItem[] = [{ task: 'clear_used_keys', match: '17 * * * *' }];

export function keyTasks(db: Statements, clock: () => Date): TaskList {
  return {
    clear_used_keys: async () => {
      const before = new Date(clock().getTime() - KEY_LIFETIME_MS);
      await db.rows('delete from used_keys where used_at <= $1', [before]);
    },
  };
}
