import type { FilterQuery } from '@mikro-orm/postgresql';
import type { Change } from '../../database/unit-of-work/change.js';
import type { Unit } from '../../database/unit-of-work/unit-of-work.js';
import type { Watcher } from '../../database/unit-of-work/watchers.js';
import { Client } from '../clients/client.entity.js';
import { Job } from '../jobs/job.entity.js';
import { NOT_REVOKED } from './live-link.js';
import { PortalLink } from './portal-link.entity.js';

/** Key in `unit.effects` for the number of revoked links. */
export const REVOKED = 'revokedPortalLinks';

/**
 * Revokes links that a change invalidates: those of a job, or of a quote or invoice of it, that belong to another client
 * than the job has now, and those of a client that were sent to another email address than it has now.
 */
export class LinkWatcher implements Watcher {
  watches(change: Change): boolean {
    return linksOf(change) !== null;
  }

  async settle(unit: Unit, changes: readonly Change[]): Promise<void> {
    const invalidated = changes.flatMap((change) => linksOf(change) ?? []);
    if (invalidated.length === 0) return;
    const fork = unit.em.fork({ clear: true, keepTransactionContext: true });
    const links = await fork.find(PortalLink, {
      $or: invalidated,
      ...NOT_REVOKED,
    } as FilterQuery<PortalLink>);
    for (const link of links) link.revoke(unit.now);
    await fork.flush();
    unit.effects[REVOKED] = links.length;
  }
}

function linksOf({ kind, entity, after }: Change): FilterQuery<PortalLink> | null {
  if (kind !== 'update') return null;
  // A merge moves the links along with the job, and those sent to the address that stays remain.
  if (entity instanceof Job && 'client' in after)
    return {
      $or: [{ job: entity.id }, { quote: { job: entity.id } }, { invoice: { job: entity.id } }],
      ...(entity.client && { client: { $ne: entity.client.id } }),
    };
  if (entity instanceof Client && 'email' in after)
    return { client: entity.id, ...(entity.email && { sentTo: { $ne: entity.email } }) };
  return null;
}
