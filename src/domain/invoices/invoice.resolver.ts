import { GraphQLDate } from 'graphql-scalars';
import { Ctx, ID, Int, Resolver } from 'type-graphql';
import { andClient } from '../../visibility/audience.js';
import { ArgFor, MutationFor, QueryFor } from '../../visibility/declare.js';
import { notFound } from '../../visibility/refusals.js';
import { today } from '../business/business-day.js';
import type { Context, StaffContext } from '../context.js';
import { Job } from '../jobs/job.entity.js';
import { payment } from '../money/bounds.js';
import { AFTER, CURSOR, connectionOf, FIRST, FirstType, PAGE_SIZE } from '../pages.js';
import { dayOf } from '../quotes/quote-day.js';
import { ListFor, PageOf, type Related } from '../relations.js';
import { whoMay } from '../staff/capabilities.js';
import { oneLine, optionalLine } from '../text.js';
import { createInvoice } from './create-invoice.js';
import { Invoice } from './invoice.entity.js';
import {
  CreateInvoiceInput,
  CreateInvoicePayload,
  RecordPaymentPayload,
  VoidInvoicePayload,
} from './invoice.inputs.js';
import { standing } from './invoice-list.js';
import { InvoiceStatus } from './invoice-status.js';
import { PaymentMethod } from './payment-method.js';
import { MAX_KEY_LENGTH, MAX_REFERENCE_LENGTH, recordPayment } from './record-payment.js';
import { voidInvoice } from './void-invoice.js';

const readers = whoMay('READ_INVOICES');
const writers = whoMay('WRITE_INVOICES');
const InvoiceConnection = connectionOf(() => Invoice, 'Invoice', andClient(readers));

/** The invoices of a job and of the business. Sending one is the portal's: the client hears of it. */
@Resolver(() => Job)
export class InvoiceResolver {
  @ListFor(andClient(readers), 'Invoices for this job, first made first.', () => Invoice, 'job', {
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

  @QueryFor(readers, 'One invoice.', () => Invoice, { nullable: true })
  async invoice(
    @ArgFor(readers, 'id', 'Which invoice.', () => ID) id: string,
    @Ctx() { reader }: Context,
  ) {
    return (await reader.find(Invoice, id)) ?? Promise.reject(notFound());
  }

  @QueryFor(readers, 'The invoices of the business, last made first.', () => InvoiceConnection, {
    name: 'invoices',
  })
  async allInvoices(
    @ArgFor(readers, 'first', FIRST, FirstType, PAGE_SIZE) first: number | null,
    @ArgFor(readers, 'after', AFTER, () => String, CURSOR) after: string | null,
    @ArgFor(readers, 'status', 'Only those that stand here.', () => InvoiceStatus, {
      nullable: true,
      about: 'Invoice.status',
    })
    status: InvoiceStatus | null,
    @Ctx() context: Context,
  ) {
    const where = status ? standing(status, await today(context)) : [];
    return context.reader.page(Invoice, { first, after, where });
  }

  @MutationFor(writers, 'Makes a draft invoice for a job.', () => CreateInvoicePayload)
  createInvoice(
    @ArgFor(writers, 'input', 'The invoice.', () => CreateInvoiceInput) input: CreateInvoiceInput,
    @Ctx() { change }: StaffContext,
  ) {
    return change((unit) => createInvoice(unit, input));
  }

  @MutationFor(
    writers,
    'Records money that came in for an invoice. A client that has the invoice sees it at once.',
    () => RecordPaymentPayload,
  )
  recordPayment(
    @ArgFor(writers, 'invoiceId', 'Which invoice.', () => ID) invoiceId: string,
    @ArgFor(writers, 'amountCents', 'How much, in cents; not more than is owed.', () => Int, {
      bound: payment,
    })
    amountCents: number,
    @ArgFor(
      writers,
      'receivedOn',
      'Day on which the money came in; today when left out.',
      () => GraphQLDate,
      { nullable: true },
    )
    receivedOn: Date | null | undefined,
    @ArgFor(writers, 'method', 'How the money came in.', () => PaymentMethod, { nullable: true })
    method: PaymentMethod | null | undefined,
    @ArgFor(writers, 'reference', 'Reference on the bank statement or receipt.', () => String, {
      nullable: true,
      bound: optionalLine(MAX_REFERENCE_LENGTH),
    })
    reference: string | null | undefined,
    @ArgFor(
      writers,
      'key',
      'Name for this payment: recorded twice under one key, it is recorded once.',
      () => String,
      { nullable: true, bound: oneLine(MAX_KEY_LENGTH) },
    )
    key: string | null | undefined,
    @Ctx() { change }: StaffContext,
  ) {
    const wanted = {
      invoiceId,
      amountCents,
      receivedOn: dayOf(receivedOn),
      method,
      reference,
      key,
    };
    return change((unit) => recordPayment(unit, wanted));
  }

  @MutationFor(
    writers,
    'Takes an invoice without payments back for good; the client loses it at once.',
    () => VoidInvoicePayload,
  )
  voidInvoice(
    @ArgFor(writers, 'id', 'Which invoice.', () => ID) id: string,
    @Ctx() { change }: StaffContext,
  ) {
    return change((unit) => voidInvoice(unit, id));
  }
}
