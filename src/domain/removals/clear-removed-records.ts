import type { CronItem, TaskList } from 'graphile-worker';
import type { Statements } from '../../database/postgres/statements.js';
import { UNDO_LIFETIME_MS } from './remove-for-undo.js';

/** Schedule of the task that deletes what can no longer be restored. */
export const REMOVAL_CRON: CronItem[] = [{ task: 'clear_removed_records', match: '*/10 * * * *' }];

export function removalTasks(db: Statements, clock: () => Date): TaskList {
  return {
    clear_removed_records: async () => {
      const before = new Date(clock().getTime() - UNDO_LIFETIME_MS);
      await db.rows('delete from removed_records where removed_at <= $1', [before]);
    },
  };
}
