import { GraphQLDate } from 'graphql-scalars';
import { Float, ID, InputType, Int, ObjectType } from 'type-graphql';
import { rolesWith } from '../../visibility/capabilities.js';
import { FieldFor } from '../../visibility/declare/fields.js';
import { InputRules } from '../../visibility/inputs/input-rules.js';
import { CreateClientInput } from '../clients/client.inputs.js';
import { IfUnchangedSince } from '../common/if-unchanged-since.js';
import { OneLine, OptionalText, Text } from '../common/text.js';
import { JobChange } from '../jobs/job-change.js';
import { Lines, Percent, Price, Quantity, TaxRate } from '../money/bounds.js';
import { noContradictions } from './create/contradictions.js';
import { Invoice } from './invoice.entity.js';
import { Payment } from './payments/payment.entity.js';

const writers = rolesWith('WRITE_INVOICES');

@InputType({ description: 'Line of a new invoice.' })
export class InvoiceLineInput {
  @Text(500)
  @FieldFor(writers, 'Description; visible to the client.', () => String)
  description!: string;

  @Quantity()
  @FieldFor(writers, 'Quantity, in its own unit.', () => Float, { defaultValue: 1 })
  quantity!: number;

  @Price()
  @FieldFor(writers, 'Unit price before tax, in cents; negative for a discount.', () => Int)
  unitPriceCents!: number;

  @TaxRate()
  @FieldFor(writers, 'Tax rate in basis points; default: the rate of the business.', () => Float, {
    nullable: true,
  })
  taxRateBasisPoints?: number | null;
}

@InputRules<CreateInvoiceInput>(noContradictions)
@InputType({
  description:
    'Input of createInvoice; requires quoteId, or lines and jobId, clientId or newClient. Without a job one is created.',
})
export class CreateInvoiceInput {
  @FieldFor(writers, 'Job ID; default: the job of the quote.', () => ID, { nullable: true })
  jobId?: string | null;

  @FieldFor(
    writers,
    'ID of a sent or accepted quote whose lines are copied; a quote without a job gets one.',
    () => ID,
    { nullable: true },
  )
  quoteId?: string | null;

  @Percent()
  @FieldFor(
    writers,
    'Part of the quote to invoice, in per cent; default: all of it. The parts add up to the quote to the cent.',
    () => Float,
    { nullable: true },
  )
  percent?: number | null;

  @FieldFor(
    writers,
    'Whether all of a quote is invoiced once more, though it was invoiced before.',
    () => Boolean,
    { nullable: true },
  )
  again?: boolean | null;

  @FieldFor(writers, 'Client ID, instead of a job; a job is created for the invoice.', () => ID, {
    nullable: true,
  })
  clientId?: string | null;

  @FieldFor(
    writers,
    'Client to create with the invoice, instead of clientId.',
    () => CreateClientInput,
    { nullable: true },
  )
  newClient?: CreateClientInput | null;

  @OneLine(200)
  @FieldFor(
    writers,
    'Title, visible to the client; default: the title of the quote or the job.',
    () => String,
    { nullable: true },
  )
  title?: string | null;

  @FieldFor(
    writers,
    'Due date; default: as many days after sending as the payment terms of the business.',
    () => GraphQLDate,
    {
      nullable: true,
    },
  )
  dueOn?: Date | null;

  @OptionalText(10_000)
  @FieldFor(writers, 'Internal notes; never visible to the client.', () => String, {
    nullable: true,
  })
  internalNotes?: string | null;

  @Lines()
  @FieldFor(writers, 'Lines, unless copied from a quote.', () => [InvoiceLineInput], {
    nullable: true,
  })
  lines?: InvoiceLineInput[] | null;
}

@InputType({
  description:
    'Changes to an invoice; omitted fields are unchanged. Of a draft everything can change. A sent invoice gets them as a new version when it is sent again.',
})
export class UpdateInvoiceInput {
  @FieldFor(writers, 'Invoice ID.', () => ID)
  id!: string;

  @IfUnchangedSince(writers)
  ifUnchangedSince?: Date | null;

  @FieldFor(writers, 'ID of the job that a draft is moved to.', () => ID, { nullable: true })
  jobId?: string | null;

  @FieldFor(
    writers,
    'ID of a sent or accepted quote of the job whose lines a draft gets; null takes it off its quote.',
    () => ID,
    { nullable: true },
  )
  quoteId?: string | null;

  @Percent()
  @FieldFor(
    writers,
    'Part of the quote that a draft gets, in per cent; default: all of it.',
    () => Float,
    { nullable: true },
  )
  percent?: number | null;

  @FieldFor(
    writers,
    'Whether all of a quote is invoiced once more, though it was invoiced before.',
    () => Boolean,
    { nullable: true },
  )
  again?: boolean | null;

  @OneLine(200)
  @FieldFor(writers, 'Title, visible to the client.', () => String, { nullable: true })
  title?: string | null;

  @FieldFor(writers, 'Due date; null for the payment terms of the business.', () => GraphQLDate, {
    nullable: true,
  })
  dueOn?: Date | null;

  @OptionalText(10_000)
  @FieldFor(writers, 'Internal notes; changing only these makes no new version.', () => String, {
    nullable: true,
  })
  internalNotes?: string | null;

  @Lines()
  @FieldFor(writers, 'Lines; replaces the list.', () => [InvoiceLineInput], { nullable: true })
  lines?: InvoiceLineInput[] | null;
}

@ObjectType({
  implements: JobChange,
  description:
    'Result of updateInvoice. A sent invoice is as its client has it; `revision` has the changes.',
})
export class UpdateInvoicePayload extends JobChange {
  @FieldFor(writers, 'Invoice after the change.', () => Invoice)
  invoice!: Invoice;
}

@InputType({ description: 'Line of an invoice to credit.' })
export class CreditLineInput {
  @FieldFor(writers, 'ID of the line of the invoice.', () => ID)
  lineId!: string;

  @Quantity()
  @FieldFor(writers, 'Quantity to credit; default: what was not credited yet.', () => Float, {
    nullable: true,
  })
  quantity?: number | null;
}

@ObjectType({ implements: JobChange, description: 'Result of createInvoice.' })
export class CreateInvoicePayload extends JobChange {
  @FieldFor(writers, 'Invoice after the change.', () => Invoice)
  invoice!: Invoice;
}

@ObjectType({ implements: JobChange, description: 'Result of recordPayment.' })
export class RecordPaymentPayload extends JobChange {
  @FieldFor(writers, 'Invoice after the change.', () => Invoice)
  invoice!: Invoice;

  @FieldFor(writers, 'Recorded payment.', () => Payment)
  payment!: Payment;
}

@ObjectType({
  implements: JobChange,
  description: 'Result of reversePayment.',
})
export class ReversePaymentPayload extends JobChange {
  @FieldFor(writers, 'Invoice; the amount is owed again.', () => Invoice)
  invoice!: Invoice;

  @FieldFor(writers, 'Reversed payment.', () => Payment)
  payment!: Payment;
}

@ObjectType({ implements: JobChange, description: 'Result of voidInvoice.' })
export class VoidInvoicePayload extends JobChange {
  @FieldFor(writers, 'Invoice after the change.', () => Invoice)
  invoice!: Invoice;
}
