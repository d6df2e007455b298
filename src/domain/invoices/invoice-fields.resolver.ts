import { Ctx, Int, Resolver, Root } from 'type-graphql';
import { preloaded } from '../../database/reader/reader.js';
import { OutgoingEmail } from '../../email/outbox/outgoing-email.entity.js';
import { andClient } from '../../visibility/audience.js';
import { rolesWith } from '../../visibility/capabilities.js';
import { ResolvedFieldFor } from '../../visibility/declare/fields.js';
import { today } from '../business/business-day.js';
import { Client } from '../clients/client.entity.js';
import { connectionOf } from '../common/connection.js';
import type { Context, Rooted } from '../common/context.js';
import { BelongsTo, HasMany, PageOf, type Related } from '../common/relations.js';
import { Job } from '../jobs/job.entity.js';
import { TaxOfRate } from '../money/taxes.js';
import { Quote } from '../quotes/quote.entity.js';
import { StaffMember } from '../staff/staff-member.entity.js';
import { Invoice } from './invoice.entity.js';
import { refundDueInSql, refundDueOf, taxesOf } from './invoice-amounts.js';
import { InvoiceKind } from './invoice-kind.js';
import { InvoiceLine } from './invoice-line.entity.js';
import { InvoiceStatus, statusInSql, statusOn, UNPAID } from './invoice-status.js';
import { Payment } from './payments/payment.entity.js';
import { ReversedPayment } from './payments/reversed-payment.js';
import { InvoiceVersion } from './versions/invoice-version.entity.js';

const readers = rolesWith('READ_INVOICES');

const PaymentConnection = connectionOf(() => Payment, 'Payment');

/** Fields of an invoice that are computed or related. */
@Resolver(() => Invoice)
export class InvoiceFieldsResolver {
  // Computed on every read, also of a publication: an invoice becomes overdue without any change.
  @ResolvedFieldFor(andClient(readers), 'Invoice status today.', () => InvoiceStatus, {
    columns: ['status', 'dueOn'],
    computedSql: statusInSql,
    published: (invoice, today) => statusOn(invoice as never, today()),
  })
  async status(@Root() invoice: Rooted<Invoice>, @Ctx() context: Context) {
    const mayBeOverdue = invoice.dueOn !== null && UNPAID.includes(invoice.status);
    return mayBeOverdue ? statusOn(invoice, await today(context)) : invoice.status;
  }

  // What was published before invoices had kinds, versions and credits has none of these three.
  @ResolvedFieldFor(
    andClient(readers),
    'Kind: invoice, deposit or credit note.',
    () => InvoiceKind,
    {
      columns: ['kind'],
      computedSql: (invoice) => `${invoice}.kind`,
      published: ({ kind }) => kind ?? InvoiceKind.INVOICE,
    },
  )
  kind(@Root() { kind }: Rooted<Invoice>) {
    return kind ?? InvoiceKind.INVOICE;
  }

  @ResolvedFieldFor(
    andClient(readers),
    'Version that the client has; increases when a changed invoice is sent again. 0 for one that was last sent before versions were stored.',
    () => Int,
    {
      columns: ['version'],
      computedSql: (invoice) => `${invoice}.version`,
      published: ({ version }) => version ?? 1,
    },
  )
  version(@Root() { version }: Rooted<Invoice>) {
    return version ?? 1;
  }

  @ResolvedFieldFor(andClient(readers), 'Amount taken back by credit notes, in cents.', () => Int, {
    columns: ['creditedCents'],
    computedSql: (invoice) => `${invoice}.credited_cents`,
    published: ({ creditedCents }) => creditedCents ?? 0,
  })
  creditedCents(@Root() { creditedCents }: Rooted<Invoice>) {
    return creditedCents ?? 0;
  }

  @HasMany(andClient(readers), 'Lines, in order.', () => InvoiceLine, 'invoice')
  lines!: InvoiceLine[];

  @HasMany(readers, 'Payments, including reversed ones, oldest first.', () => Payment, 'invoice', {
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
    andClient(readers),
    'Payments that were reversed while the client had the invoice, oldest first.',
    () => [ReversedPayment],
    {
      nullable: true,
      columns: ['businessId'],
      published: ({ reversedPayments = [] }) => reversedPayments,
    },
  )
  reversedPayments(@Root() invoice: Rooted<Invoice>, @Ctx() { reader }: Context) {
    return preloaded(invoice.reversedPayments, async () => {
      // A published invoice has no `businessId`; one published before this field existed has no such list.
      if (!invoice.businessId) return [];
      const payments = await reader.children(Payment, 'invoice', invoice.id);
      return payments.filter(
        ({ reversedAt, shownWhenReversed }) => reversedAt && shownWhenReversed,
      );
    });
  }

  @HasMany(readers, 'Sent versions, oldest first.', () => InvoiceVersion, 'invoice', {
    nullable: true,
  })
  versions!: InvoiceVersion[];

  @BelongsTo(readers, 'Invoice that a credit note takes back.', () => Invoice)
  creditedInvoice!: Related<Invoice> | null;

  @HasMany(
    readers,
    'Credit notes of the invoice, oldest first.',
    () => Invoice,
    'creditedInvoice',
    {
      nullable: true,
    },
  )
  creditNotes!: Invoice[];

  @ResolvedFieldFor(
    andClient(readers),
    'Amount that was paid and then credited, in cents: to be paid back, or set off.',
    () => Int,
    {
      columns: ['status', 'kind', 'totalCents', 'paidCents', 'creditedCents'],
      computedSql: refundDueInSql,
      published: (invoice) => refundDueOf(invoice as never),
    },
  )
  refundDueCents(@Root() invoice: Rooted<Invoice>) {
    return refundDueOf(invoice);
  }

  @ResolvedFieldFor(
    andClient(readers),
    'Net amount and tax by tax rate, highest rate first; empty for what was shared before rates were.',
    () => [TaxOfRate],
    {
      columns: ['businessId'],
      published: ({ lines }) => taxesOf(lines as InvoiceLine[]),
    },
  )
  async taxes(@Root() invoice: Rooted<Invoice>, @Ctx() { reader }: Context) {
    if (!invoice.businessId) return taxesOf(invoice.lines as InvoiceLine[]);
    return taxesOf(await reader.children(InvoiceLine, 'invoice', invoice.id));
  }

  @BelongsTo(
    readers,
    'Email that last delivered it; null when it was handed over.',
    () => OutgoingEmail,
  )
  delivery!: Related<OutgoingEmail> | null;

  @BelongsTo(readers, 'Staff member who delivered it in person.', () => StaffMember)
  handedOverBy!: Related<StaffMember> | null;

  @BelongsTo(readers, 'Job of the invoice.', () => Job)
  job!: Related<Job> | null;

  @BelongsTo(readers, 'Client it was sent to.', () => Client)
  client!: Related<Client> | null;

  @BelongsTo(readers, 'Quote that its lines were copied from.', () => Quote)
  quote!: Related<Quote> | null;
}

@Resolver(() => Payment)
export class PaymentResolver {
  @BelongsTo(readers, 'Staff member who recorded it.', () => StaffMember)
  recordedBy!: Related<StaffMember> | null;

  @BelongsTo(readers, 'Staff member who reversed it.', () => StaffMember)
  reversedBy!: Related<StaffMember> | null;
}
