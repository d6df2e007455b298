import { GraphQLDate } from 'graphql-scalars';
import { Ctx, ID, Int, Resolver } from 'type-graphql';
import { andClient } from '../../visibility/audience.js';
import { rolesWith } from '../../visibility/capabilities.js';
import { ArgFor } from '../../visibility/declare/arguments.js';
import { MutationFor, QueryFor } from '../../visibility/declare/operations.js';
import { notFound } from '../../visibility/refusals.js';
import { today } from '../business/business-day.js';
import { connectionOf, PageArgs, PageFor } from '../common/connection.js';
import type { Context, StaffContext } from '../common/context.js';
import { HasMany, PageOf, type Related } from '../common/relations.js';
import { oneLine, optionalLine } from '../common/text.js';
import { Job } from '../jobs/job.entity.js';
import { payment } from '../money/bounds.js';
import { dayOf } from '../quotes/quote-day.js';
import { createInvoice } from './create/create-invoice.js';
import { Invoice } from './invoice.entity.js';
import {
  CreateInvoiceInput,
  CreateInvoicePayload,
  RecordPaymentPayload,
  UpdateInvoiceInput,
  UpdateInvoicePayload,
  VoidInvoicePayload,
} from './invoice.inputs.js';
import { InvoiceStatus, invoicesWithStatus } from './invoice-status.js';
import { InvoiceFilter, InvoiceOrder, invoiceOrder, invoicesOf } from './lists/invoice-lists.js';
import { PaymentMethod } from './payments/payment-method.js';
import { MAX_KEY_LENGTH, MAX_REFERENCE_LENGTH, recordPayment } from './payments/record-payment.js';
import { discardInvoiceChanges, updateInvoice } from './update/update-invoice.js';
import { voidInvoice } from './void-invoice.js';

const readers = rolesWith('READ_INVOICES');
const writers = rolesWith('WRITE_INVOICES');
const InvoiceConnection = connectionOf(() => Invoice, 'Invoice', andClient(readers));

/** Invoices of a job and of the business. For sending see `sharing/sending`: it publishes. */
@Resolver(() => Job)
export class InvoiceResolver {
  @HasMany(andClient(readers), 'Invoices of the job, oldest first.', () => Invoice, 'job', {
    nullable: true,
  })
  invoices!: Invoice[];

  @PageOf(
    'invoices',
    andClient(readers),
    () => InvoiceConnection,
    () => Invoice,
    'job',
    {
      nullable: true,
    },
  )
  invoicesPage!: Related<InstanceType<typeof InvoiceConnection>>;

  @QueryFor(readers, 'Invoice by ID.', () => Invoice, { nullable: true, reads: () => Invoice })
  async invoice(
    @ArgFor(readers, 'id', 'Invoice ID.', () => ID) id: string,
    @Ctx() { reader }: Context,
  ) {
    return (await reader.find(Invoice, id)) ?? Promise.reject(notFound());
  }

  @QueryFor(readers, 'Invoices of the business, newest first.', () => InvoiceConnection, {
    reads: () => Invoice,
    name: 'invoices',
  })
  async allInvoices(
    @PageFor(readers) page: PageArgs,
    @ArgFor(readers, 'status', 'Invoices with this status.', () => InvoiceStatus, {
      nullable: true,
      about: 'Invoice.status',
      deprecationReason: 'Use filter: { statuses }.',
    })
    status: InvoiceStatus | null,
    @ArgFor(readers, 'filter', 'Filter.', () => InvoiceFilter, { nullable: true })
    filter: InvoiceFilter | null,
    @ArgFor(readers, 'orderBy', 'Sort order.', () => InvoiceOrder, {
      nullable: true,
      defaultValue: InvoiceOrder.NEWEST_FIRST,
      about: 'Invoice.dueOn Invoice.updatedAt',
    })
    orderBy: InvoiceOrder | null,
    @Ctx() context: Context,
  ) {
    const { reader, principal } = context;
    const where = status ? invoicesWithStatus(status, await today(context)) : [];
    return reader.page(Invoice, {
      ...page,
      where: [...where, ...invoicesOf(filter ?? {}, principal.audience)],
      orderBy: invoiceOrder(orderBy ?? InvoiceOrder.NEWEST_FIRST, principal.audience),
    });
  }

  @MutationFor(
    writers,
    'Creates a draft invoice of a job, a quote or a client; without a job one is created.',
    () => CreateInvoicePayload,
  )
  createInvoice(
    @ArgFor(writers, 'input', 'Invoice to create.', () => CreateInvoiceInput)
    input: CreateInvoiceInput,
    @Ctx() { change }: StaffContext,
  ) {
    return change((unit) => createInvoice(unit, input));
  }

  @MutationFor(
    writers,
    'Updates an invoice. Changes of a sent one reach its client when it is sent again. One that is paid is credited instead.',
    () => UpdateInvoicePayload,
  )
  updateInvoice(
    @ArgFor(writers, 'input', 'Changes to make.', () => UpdateInvoiceInput)
    input: UpdateInvoiceInput,
    @Ctx() { change }: StaffContext,
  ) {
    return change((unit) => updateInvoice(unit, input));
  }

  @MutationFor(
    writers,
    'Discards the changes of a sent invoice that were not sent yet.',
    () => UpdateInvoicePayload,
  )
  discardInvoiceChanges(
    @ArgFor(writers, 'id', 'Invoice ID.', () => ID) id: string,
    @Ctx() { change }: StaffContext,
  ) {
    return change((unit) => discardInvoiceChanges(unit, id));
  }

  @MutationFor(
    writers,
    'Records a payment of an invoice. A client that has the invoice sees it at once.',
    () => RecordPaymentPayload,
    // The key is kept with the payment: money is not recorded twice, however late.
    { ownKey: true },
  )
  recordPayment(
    @ArgFor(writers, 'invoiceId', 'Invoice ID.', () => ID) invoiceId: string,
    @ArgFor(writers, 'amountCents', 'Amount in cents, at most the amount owed.', () => Int, {
      bound: payment,
    })
    amountCents: number,
    @ArgFor(writers, 'receivedOn', 'Day of receipt; default: today.', () => GraphQLDate, {
      nullable: true,
    })
    receivedOn: Date | null | undefined,
    @ArgFor(writers, 'method', 'Payment method.', () => PaymentMethod, { nullable: true })
    method: PaymentMethod | null | undefined,
    @ArgFor(writers, 'reference', 'Reference on the bank statement or receipt.', () => String, {
      nullable: true,
      bound: optionalLine(MAX_REFERENCE_LENGTH),
    })
    reference: string | null | undefined,
    @ArgFor(
      writers,
      'key',
      'Idempotency key: a payment with a key that was used before is not recorded again.',
      () => String,
      { nullable: true, bound: oneLine(MAX_KEY_LENGTH) },
    )
    key: string | null | undefined,
    @Ctx() { change }: StaffContext,
  ) {
    const input = {
      invoiceId,
      amountCents,
      receivedOn: dayOf(receivedOn),
      method,
      reference,
      key,
    };
    return change((unit) => recordPayment(unit, input));
  }

  @MutationFor(
    writers,
    'Voids an invoice without payments, or a credit note; it is withdrawn from the client at once. Cannot be undone.',
    () => VoidInvoicePayload,
  )
  voidInvoice(
    @ArgFor(writers, 'id', 'Invoice ID.', () => ID) id: string,
    @Ctx() { change }: StaffContext,
  ) {
    return change((unit) => voidInvoice(unit, id));
  }
}
