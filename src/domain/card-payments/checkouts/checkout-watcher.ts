import type { FilterQuery } from '@mikro-orm/postgresql';
import type { Change } from '../../../database/unit-of-work/change.js';
import type { Unit } from '../../../database/unit-of-work/unit-of-work.js';
import type { Watcher } from '../../../database/unit-of-work/watchers.js';
import { Business } from '../../business/business.entity.js';
import { Client } from '../../clients/client.entity.js';
import { Invoice } from '../../invoices/invoice.entity.js';
import { Job } from '../../jobs/job.entity.js';
import { PortalLink } from '../../portal-links/portal-link.entity.js';
import { Checkout } from './checkout.entity.js';
import { queueCheck } from './checkout-jobs.js';
import { type CheckoutCloseReason, PAYABLE_STATUSES } from './checkout-status.js';

interface Closing {
  where: FilterQuery<Checkout>;
  reason(checkout: Checkout): CheckoutCloseReason | null;
}

/**
 * Closes the payment pages that a change makes wrong, in its transaction: another amount is owed, the invoice is void or
 * has a new version, the portal or payments by card are switched off, or the client's access has ended. The task that
 * closes them at Stripe is queued along with it.
 */
export class CheckoutWatcher implements Watcher {
  watches(change: Change): boolean {
    return closingOf(change) !== null;
  }

  async settle(unit: Unit, changes: readonly Change[]): Promise<void> {
    for (const change of changes) {
      const closing = closingOf(change);
      if (closing) await close(unit, closing);
    }
  }
}

async function close(unit: Unit, { where, reason }: Closing): Promise<void> {
  const fork = unit.em.fork({ clear: true, keepTransactionContext: true });
  const open = await fork.find(Checkout, {
    ...(where as object),
    status: { $in: [...PAYABLE_STATUSES] },
  } as FilterQuery<Checkout>);
  for (const checkout of open) {
    const because = reason(checkout);
    if (!because) continue;
    checkout.close(because, unit.now);
    await queueCheck(unit, checkout.id);
  }
  await fork.flush();
}

function closingOf({ kind, entity, after }: Change): Closing | null {
  if (kind !== 'update') return null;
  const always = (where: FilterQuery<Checkout>, reason: CheckoutCloseReason) => ({
    where,
    reason: () => reason,
  });
  if (entity instanceof Invoice) return ofInvoice(entity, after);
  if (entity instanceof Business) {
    if (after.clientPortalEnabled === false) return always({ businessId: entity.id }, 'PORTAL_OFF');
    return after.cardPaymentsEnabled === false || after.cardAccountReady === false
      ? always({ businessId: entity.id }, 'SWITCHED_OFF')
      : null;
  }
  if (entity instanceof PortalLink && after.revokedAt)
    return always({ businessId: entity.businessId, linkId: entity.id }, 'ACCESS_ENDED');
  // Its links are revoked along with it.
  if (entity instanceof Client && 'email' in after)
    return always({ businessId: entity.businessId, client: entity.id }, 'ACCESS_ENDED');
  if (entity instanceof Job && 'client' in after)
    return always({ businessId: entity.businessId, invoice: { job: entity.id } }, 'ACCESS_ENDED');
  return null;
}

function ofInvoice(invoice: Invoice, after: Change['after']): Closing {
  return {
    where: { businessId: invoice.businessId, invoice: invoice.id },
    reason({ amountCents }) {
      if (invoice.status === 'VOID') return 'VOID';
      if ('version' in after) return 'SUPERSEDED';
      return amountCents === invoice.owedCents ? null : 'AMOUNT_CHANGED';
    },
  };
}
