import { Ctx, Int, ObjectType, Resolver, Root } from 'type-graphql';
import type { StaffContext } from '../domain/context.js';
import { Job } from '../domain/jobs/job.entity.js';
import { whoMay } from '../domain/staff/capabilities.js';
import { FieldFor, QueryFor, ResolvedFieldFor } from '../visibility/declare.js';
import { type Loss, RECENTLY, switchOffImpact } from './switch-off-impact.js';

const switchers = whoMay('SWITCH_PORTAL');

@ObjectType({ description: 'Something that a client has at hand now and would lose.' })
export class PortalLoss {
  @FieldFor(switchers, 'What it is: a quote, an invoice, or who is reading.', () => String)
  label!: string;
}

@ObjectType({ description: 'What clients would lose if the Client Portal were switched off now.' })
export class PortalSwitchOffImpact {
  @FieldFor(switchers, 'Quotes that clients see and have not answered.', () => [PortalLoss])
  unansweredQuotes!: Loss[];

  @FieldFor(switchers, 'How many quotes that is.', () => Int)
  unansweredQuoteCount!: number;

  @FieldFor(switchers, 'Invoices that clients see and have not paid in full.', () => [PortalLoss])
  unpaidInvoices!: Loss[];

  @FieldFor(switchers, 'How many invoices that is.', () => Int)
  unpaidInvoiceCount!: number;

  @FieldFor(switchers, 'Clients whose page showed a job in the last 15 minutes.', () => [
    PortalLoss,
  ])
  viewsInLast15Minutes!: Loss[];

  @FieldFor(switchers, 'How many clients and jobs that is.', () => Int)
  viewsInLast15MinutesCount!: number;
}

/** Asked before the portal is switched off. */
@Resolver(() => PortalLoss)
export class SwitchOffImpactResolver {
  @QueryFor(
    switchers,
    'What clients would lose if the Client Portal were switched off now.',
    () => PortalSwitchOffImpact,
  )
  async portalSwitchOffImpact(@Ctx() { reader, now }: StaffContext) {
    const since = new Date(now.getTime() - RECENTLY).toISOString();
    const impact = await reader.lookup(switchOffImpact, since);
    if (!impact) throw new Error('The business of somebody who is signed in is not there.');
    const { unansweredQuotes, unpaidInvoices, recentViews } = impact;
    return {
      unansweredQuotes,
      unansweredQuoteCount: unansweredQuotes.length,
      unpaidInvoices,
      unpaidInvoiceCount: unpaidInvoices.length,
      viewsInLast15Minutes: recentViews,
      viewsInLast15MinutesCount: recentViews.length,
    };
  }

  @ResolvedFieldFor(switchers, 'The job that the client has it in.', () => Job)
  job(@Root() { jobId }: Loss, @Ctx() { reader }: StaffContext) {
    return reader.find(Job, jobId);
  }
}
