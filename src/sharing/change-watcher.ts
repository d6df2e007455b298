import type { EventSubscriber, FlushEventArgs, TransactionEventArgs } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { RecordClass } from '../database/rows.js';
import { unitOf } from '../database/unit-of-work.js';
import { settlePrompt } from './settle-prompt.js';
import { watchedRecord } from './shareable.js';
import type { Sharing } from './sharing.js';

interface Touched {
  businessId: string;
  jobIds: Set<string>;
}

/**
 * Watches every flush for records of a job that a client could be shown, and settles the job's prompt
 * before the transaction commits. It looks at what changed and not at who changed it, so a mutation
 * written next year is watched as well.
 */
export class ChangeWatcher implements EventSubscriber {
  readonly #touched = new WeakMap<object, Touched>();

  constructor(private readonly sharing: Sharing) {}

  onFlush({ uow, em }: FlushEventArgs): void {
    for (const changeSet of uow.getChangeSets()) {
      const jobIdOf = watchedRecord(changeSet.meta.class as RecordClass);
      if (!jobIdOf) continue;
      const touched = this.#touchedIn(em as EntityManager, changeSet.entity.businessId);
      const before = changeSet.originalEntity?.job as string | { id: string } | undefined;
      for (const id of [
        jobIdOf(changeSet.entity as never),
        typeof before === 'object' ? before?.id : before,
      ]) {
        if (id) touched.jobIds.add(id);
      }
    }
  }

  async beforeTransactionCommit({ em, transaction }: TransactionEventArgs): Promise<void> {
    const touched = transaction && this.#touched.get(transaction);
    if (!touched) return;
    this.#touched.delete(transaction);
    const unit = unitOf(em as EntityManager);
    const own = (em as EntityManager).fork({
      clear: true,
      keepTransactionContext: true,
    });
    // In one order for everybody, so that two changes of several jobs cannot block each other.
    for (const jobId of [...touched.jobIds].sort()) {
      await settlePrompt(this.sharing, { ...unit, em: own }, touched.businessId, jobId);
    }
    await own.flush();
  }

  #touchedIn(em: EntityManager, businessId: string): Touched {
    const { em: unitEm } = unitOf(em);
    const transaction = unitEm.getTransactionContext() as object;
    const touched = this.#touched.get(transaction) ?? {
      businessId,
      jobIds: new Set(),
    };
    this.#touched.set(transaction, touched);
    return touched;
  }
}
