import type { EventSubscriber, FlushEventArgs, TransactionEventArgs } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import { type Change, changeOf } from './change.js';
import type { Unit } from './unit.js';
import { findUnit } from './unit-of-work.js';

/** Writes what follows from the changes of a unit, in its transaction. */
export interface Watcher {
  /** Whether something may follow from the change, which may then be written in a unit only. */
  watches(change: Change): boolean;
  /** Called once, just before the commit, with every change of the unit, also those that earlier watchers wrote. */
  settle(unit: Unit, changes: readonly Change[]): Promise<void>;
}

/**
 * Collects what every flush writes into `unit.changes`, and lets the watchers settle it, in their order, before the
 * commit. Depends on MikroORM's change sets only, so that no mutation can forget a watcher.
 */
export class Watchers implements EventSubscriber {
  constructor(private readonly watchers: readonly Watcher[]) {}

  onFlush({ uow, em }: FlushEventArgs): void {
    const changes = uow.getChangeSets().map((changeSet) => changeOf(changeSet));
    const unit = findUnit(em as EntityManager);
    if (unit) {
      unit.changes.push(...changes);
      // No other transaction sees a created row before the commit.
      for (const { kind, entity } of changes) if (kind === 'create') unit.known.hold(entity);
    } else if (changes.some((change) => this.watchers.some((watcher) => watcher.watches(change))))
      throw new Error('A change was written outside changeInOneUnit, where no watcher can see it.');
  }

  async beforeTransactionCommit({ em }: TransactionEventArgs): Promise<void> {
    const unit = findUnit(em as EntityManager);
    if (!unit) return;
    for (const watcher of this.watchers) await watcher.settle(unit, unit.changes);
  }
}
