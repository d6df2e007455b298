import { GraphQLDate } from 'graphql-scalars';
import { Float, ID, InputType, Int, ObjectType } from 'type-graphql';
import { FieldFor } from '../../visibility/declare.js';
import { JobChange } from '../jobs/job-change.js';
import { Lines, Price, Quantity, TaxRate } from '../money/bounds.js';
import { whoMay } from '../staff/capabilities.js';
import { OneLine, OptionalText, Text } from '../text.js';
import { Invoice } from './invoice.entity.js';
import { Payment } from './payment.entity.js';

const writers = whoMay('WRITE_INVOICES');

@InputType({ description: 'One line of an invoice.' })
export class InvoiceLineInput {
  @Text(500)
  @FieldFor(writers, 'What is charged for; the client reads it.', () => String)
  description!: string;

  @Quantity()
  @FieldFor(writers, 'How many, in its own unit.', () => Float, { defaultValue: 1 })
  quantity!: number;

  @Price()
  @FieldFor(writers, 'Price of one before tax, in cents; less than 0 for a discount.', () => Int)
  unitPriceCents!: number;

  @TaxRate()
  @FieldFor(writers, "Tax in basis points; the business's rate when left out.", () => Int, {
    nullable: true,
  })
  taxRateBasisPoints?: number | null;
}

@InputType({ description: 'A new invoice: from a quote of a job, or with lines of its own.' })
export class CreateInvoiceInput {
  @FieldFor(writers, "For which job; the quote's job when left out.", () => ID, { nullable: true })
  jobId?: string | null;

  @FieldFor(
    writers,
    'A quote of the job, sent or accepted, whose lines and prices are copied.',
    () => ID,
    { nullable: true },
  )
  quoteId?: string | null;

  @OneLine(200)
  @FieldFor(
    writers,
    'What it is for; the client reads it. The title of the quote or job when left out.',
    () => String,
    { nullable: true },
  )
  title?: string | null;

  @FieldFor(writers, 'Last day to pay; 14 days after sending when left out.', () => GraphQLDate, {
    nullable: true,
  })
  dueOn?: Date | null;

  @OptionalText(10_000)
  @FieldFor(writers, 'Remarks for the team; the client never sees them.', () => String, {
    nullable: true,
  })
  internalNotes?: string | null;

  @Lines()
  @FieldFor(
    writers,
    'What is charged for, unless it comes from a quote.',
    () => [InvoiceLineInput],
    { nullable: true },
  )
  lines?: InvoiceLineInput[] | null;
}

@ObjectType({ implements: JobChange, description: 'The new invoice, a draft.' })
export class CreateInvoicePayload extends JobChange {
  @FieldFor(writers, 'The invoice.', () => Invoice)
  invoice!: Invoice;
}

@ObjectType({ implements: JobChange, description: 'The invoice with the payment on it.' })
export class RecordPaymentPayload extends JobChange {
  @FieldFor(writers, 'The invoice.', () => Invoice)
  invoice!: Invoice;

  @FieldFor(writers, 'The payment.', () => Payment)
  payment!: Payment;
}

@ObjectType({
  implements: JobChange,
  description: 'The invoice without the payment, which stays on record.',
})
export class ReversePaymentPayload extends JobChange {
  @FieldFor(writers, 'The invoice, which owes the amount again.', () => Invoice)
  invoice!: Invoice;

  @FieldFor(writers, 'The reversed payment.', () => Payment)
  payment!: Payment;
}

@ObjectType({ implements: JobChange, description: 'The invoice that is no longer meant.' })
export class VoidInvoicePayload extends JobChange {
  @FieldFor(writers, 'The invoice.', () => Invoice)
  invoice!: Invoice;
}
