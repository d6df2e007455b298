import type {
  ChangeSet,
  EventSubscriber,
  FlushEventArgs,
  TransactionEventArgs,
} from '@mikro-orm/core';
import type { EntityManager, FilterQuery } from '@mikro-orm/postgresql';
import { unitOf } from '../database/unit-of-work.js';
import { Client } from '../domain/clients/client.entity.js';
import { Job } from '../domain/jobs/job.entity.js';
import { PortalLink } from './portal-link.entity.js';

/** What a payload tells about links that a change cut off: `effects.revokedPortalLinks`. */
export const REVOKED = 'revokedPortalLinks';

/**
 * Revokes the links that a change makes wrong, in the transaction of that change: those of a job whose
 * client changed, and those of a client whose email address changed.
 */
export class LinkWatcher implements EventSubscriber {
  readonly #orphaned = new WeakMap<object, FilterQuery<PortalLink>[]>();

  onFlush({ uow, em }: FlushEventArgs): void {
    const orphaned = uow.getChangeSets().flatMap((changeSet) => linksOf(changeSet) ?? []);
    if (orphaned.length === 0) return;
    const transaction = unitOf(em as EntityManager).em.getTransactionContext() as object;
    this.#orphaned.set(transaction, [...(this.#orphaned.get(transaction) ?? []), ...orphaned]);
  }

  async beforeTransactionCommit({ em, transaction }: TransactionEventArgs): Promise<void> {
    const orphaned = transaction && this.#orphaned.get(transaction);
    if (!orphaned) return;
    this.#orphaned.delete(transaction);
    const unit = unitOf(em as EntityManager);
    const own = (em as EntityManager).fork({
      clear: true,
      keepTransactionContext: true,
    });
    const links = await own.find(PortalLink, {
      $or: orphaned,
      revokedAt: null,
    } as FilterQuery<PortalLink>);
    for (const link of links) link.revoke(unit.now);
    await own.flush();
    unit.effects[REVOKED] = links.length;
  }
}

function linksOf({ type, entity, payload }: ChangeSet<object>): FilterQuery<PortalLink> | null {
  if (type !== 'update') return null;
  if (entity instanceof Job && 'client' in payload) return { job: entity.id };
  if (entity instanceof Client && 'email' in payload) return { client: entity.id };
  return null;
}
