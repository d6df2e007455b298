import { Ctx, Int, ObjectType, Resolver, Root } from 'type-graphql';
import type { StaffContext } from '../../domain/common/context.js';
import { Job } from '../../domain/jobs/job.entity.js';
import { rolesWithBoth } from '../../visibility/capabilities.js';
import { FieldFor, ResolvedFieldFor } from '../../visibility/declare/fields.js';
import { QueryFor } from '../../visibility/declare/operations.js';
import { type Loss, RECENT_VIEW_MS, switchOffImpact } from './switch-off-impact.js';

/** It names clients, quotes and invoices of all jobs, which a key that may only switch the portal does not see. */
const switchers = rolesWithBoth('SWITCH_PORTAL', 'SHARE');

@ObjectType({ description: 'Access that a client would lose.' })
class PortalLoss {
  @FieldFor(switchers, 'Quote, invoice or name of the client.', () => String)
  label!: string;
}

@ObjectType({ description: 'Impact of switching off the Client Portal now.' })
class PortalSwitchOffImpact {
  @FieldFor(switchers, 'Shared quotes without an answer.', () => [PortalLoss])
  unansweredQuotes!: Loss[];

  @FieldFor(switchers, 'Number of unanswered quotes.', () => Int)
  unansweredQuoteCount!: number;

  @FieldFor(switchers, 'Shared invoices that are not paid in full.', () => [PortalLoss])
  unpaidInvoices!: Loss[];

  @FieldFor(switchers, 'Number of unpaid invoices.', () => Int)
  unpaidInvoiceCount!: number;

  @FieldFor(switchers, 'Invoices whose payment page is open.', () => [PortalLoss])
  paymentsUnderWay!: Loss[];

  @FieldFor(switchers, 'Number of open payment pages.', () => Int)
  paymentsUnderWayCount!: number;

  @FieldFor(switchers, 'Clients who viewed a job in the last 15 minutes.', () => [PortalLoss])
  viewsInLast15Minutes!: Loss[];

  @FieldFor(switchers, 'Number of recent views, one for each client and job.', () => Int)
  viewsInLast15MinutesCount!: number;
}

/** Query of the impact of switching off the portal. */
@Resolver(() => PortalLoss)
export class SwitchOffImpactResolver {
  @QueryFor(
    switchers,
    'Access that clients would lose if the Client Portal were switched off now.',
    () => PortalSwitchOffImpact,
  )
  async portalSwitchOffImpact(@Ctx() { reader, now }: StaffContext) {
    const since = new Date(now.getTime() - RECENT_VIEW_MS).toISOString();
    const impact = await reader.lookup(switchOffImpact, since);
    if (!impact) throw new Error('The business of the caller was not found.');
    const { unansweredQuotes, unpaidInvoices, paymentsUnderWay, recentViews } = impact;
    return {
      unansweredQuotes,
      unansweredQuoteCount: unansweredQuotes.length,
      unpaidInvoices,
      unpaidInvoiceCount: unpaidInvoices.length,
      paymentsUnderWay,
      paymentsUnderWayCount: paymentsUnderWay.length,
      viewsInLast15Minutes: recentViews,
      viewsInLast15MinutesCount: recentViews.length,
    };
  }

  @ResolvedFieldFor(
    switchers,
    'Job of the quote, invoice or view; null for a quote without a job.',
    () => Job,
    { nullable: true },
  )
  job(@Root() { jobId }: Loss, @Ctx() { reader }: StaffContext) {
    return reader.find(Job, jobId);
  }
}
