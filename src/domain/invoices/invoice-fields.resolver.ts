import { Ctx, Resolver, Root } from 'type-graphql';
import { brought } from '../../database/reader.js';
import { andClient } from '../../visibility/audience.js';
import { ResolvedFieldFor } from '../../visibility/declare.js';
import { today } from '../business/business-day.js';
import { Client } from '../clients/client.entity.js';
import type { Context, Rooted } from '../context.js';
import { Job } from '../jobs/job.entity.js';
import { connectionOf } from '../pages.js';
import { Quote } from '../quotes/quote.entity.js';
import { ListFor, OneFor, PageOf, type Related } from '../relations.js';
import { whoMay } from '../staff/capabilities.js';
import { StaffMember } from '../staff/staff-member.entity.js';
import { hiddenReason } from './hidden-reason.js';
import { Invoice } from './invoice.entity.js';
import { InvoiceLine } from './invoice-line.entity.js';
import { InvoiceStatus, statusInSql, statusOn, UNPAID } from './invoice-status.js';
import { Payment } from './payment.entity.js';

const readers = whoMay('READ_INVOICES');

const PaymentConnection = connectionOf(() => Payment, 'Payment');

/** What an invoice answers beyond its own row. */
@Resolver(() => Invoice)
export class InvoiceFieldsResolver {
  // Worked out on every read, of a publication too: an invoice gets overdue while nothing changes.
  @ResolvedFieldFor(andClient(readers), 'Where it stands today.', () => InvoiceStatus, {
    needs: ['status', 'dueOn'],
    saidBy: statusInSql,
  })
  async status(@Root() invoice: Rooted<Invoice>, @Ctx() context: Context) {
    const mayBeLate = invoice.dueOn !== null && UNPAID.includes(invoice.status);
    return mayBeLate ? statusOn(await today(context), invoice) : invoice.status;
  }

  @ListFor(andClient(readers), 'What is charged for, in order.', () => InvoiceLine, 'invoice')
  lines!: InvoiceLine[];

  @ListFor(readers, 'Money that came in for it, first recorded first.', () => Payment, 'invoice', {
    nullable: true,
  })
  payments!: Payment[];

  @PageOf(
    'payments',
    readers,
    () => PaymentConnection,
    () => Payment,
    'invoice',
    {
      nullable: true,
    },
  )
  paymentsPage!: Related<InstanceType<typeof PaymentConnection>>;

  @ResolvedFieldFor(
    readers,
    'Why the client may not see it, and what to do; null when it may.',
    () => String,
    { nullable: true },
  )
  hiddenReason(@Root() invoice: Rooted<Invoice>, @Ctx() { reader }: Context) {
    return brought(invoice.hiddenReason, async () => {
      const job = await reader.find(Job, invoice.jobId);
      return job && hiddenReason(invoice, job);
    });
  }

  @OneFor(readers, 'The job it is for.', () => Job)
  job!: Related<Job> | null;

  @OneFor(readers, 'To whom it was sent.', () => Client)
  client!: Related<Client> | null;

  @OneFor(readers, 'The quote whose lines it has.', () => Quote)
  quote!: Related<Quote> | null;
}

@Resolver(() => Payment)
export class PaymentResolver {
  @OneFor(readers, 'Who recorded it.', () => StaffMember)
  recordedBy!: Related<StaffMember> | null;
}
