import { Ctx, Resolver, Root } from 'type-graphql';
import { brought } from '../../database/reader.js';
import { OutgoingEmail } from '../../email/outgoing-email.entity.js';
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
import { Invoice } from './invoice.entity.js';
import { InvoiceLine } from './invoice-line.entity.js';
import { InvoiceStatus, statusInSql, statusOn, UNPAID } from './invoice-status.js';
import { Payment } from './payment.entity.js';
import { ReversedPayment } from './reversed-payment.js';

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

  @ListFor(
    readers,
    'Money that came in for it, reversed payments among it, first recorded first.',
    () => Payment,
    'invoice',
    {
      nullable: true,
    },
  )
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
    andClient(readers),
    'Payments that were reversed while the client had the invoice, first recorded first.',
    () => [ReversedPayment],
    { nullable: true, needs: ['businessId'] },
  )
  reversedPayments(@Root() invoice: Rooted<Invoice>, @Ctx() { reader }: Context) {
    return brought(invoice.reversedPayments, async () => {
      // An invoice as published names no business; one that was published before has none of them.
      if (!invoice.businessId) return [];
      const payments = await reader.children(Payment, 'invoice', invoice.id);
      return payments.filter(
        ({ reversedAt, shownWhenReversed }) => reversedAt && shownWhenReversed,
      );
    });
  }

  @OneFor(
    readers,
    'The mail that carried it last; null when it was handed over.',
    () => OutgoingEmail,
  )
  delivery!: Related<OutgoingEmail> | null;

  @OneFor(readers, 'Who gave it to the client in some other way than by mail.', () => StaffMember)
  handedOverBy!: Related<StaffMember> | null;

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

  @OneFor(readers, 'Who reversed it.', () => StaffMember)
  reversedBy!: Related<StaffMember> | null;
}
