import type { Change } from '../../database/unit-of-work/change.js';
import type { Unit } from '../../database/unit-of-work/unit-of-work.js';
import type { Watcher } from '../../database/unit-of-work/watchers.js';
import { watchedEntity } from '../../shareable/shareable.js';
import { updatePagesWithoutJob } from '../pages/pages-without-job.js';
import type { Sharing } from '../sharing.js';
import { noteWritten, type WrittenFields } from '../state/written-fields.js';
import { settlePrompt } from './settle-prompt.js';

/** Settles the prompts of all jobs of which a shareable row was changed, and updates the pages of quotes and invoices. */
export class ChangeWatcher implements Watcher {
  constructor(private readonly sharing: Sharing) {}

  watches({ entityClass }: Change): boolean {
    return watchedEntity(entityClass) !== undefined;
  }

  async settle(unit: Unit, changes: readonly Change[]): Promise<void> {
    const watched = changes.filter((change) => this.watches(change));
    const [first] = watched;
    if (!first) return;
    const { businessId } = first.entity as { businessId: string };
    const written: WrittenFields = new Map();
    for (const change of watched) noteWritten(written, change);
    // In a fixed order, so that two changes of several jobs cannot deadlock.
    const jobIds = [...new Set(watched.flatMap(jobsOf))].sort();
    let isPublished = false;
    for (const jobId of jobIds)
      if (await settlePrompt(this.sharing, unit, businessId, jobId, written)) isPublished = true;
    if (await updatePagesWithoutJob(unit, this.sharing, watched, written)) isPublished = true;
    if (isPublished) await unit.em.flush();
  }
}

/** Returns the ids of the job of a row, and of the one it belonged to before. */
function jobsOf({ entityClass, entity, before }: Change): string[] {
  const job = before.job as string | { id: string } | undefined;
  return [
    watchedEntity(entityClass)?.(entity as never),
    typeof job === 'object' ? job?.id : job,
  ].filter((id): id is string => typeof id === 'string');
}
