import { GraphQLDate } from 'graphql-scalars';
import { Float, ID, InputType, Int, ObjectType } from 'type-graphql';
import { OutgoingEmail } from '../../email/outgoing-email.entity.js';
import { FieldFor } from '../../visibility/declare.js';
import { CreateClientInput } from '../clients/client.inputs.js';
import { Job } from '../jobs/job.entity.js';
import { JobChange } from '../jobs/job-change.js';
import { Cost, Lines, Price, Quantity, TaxRate } from '../money/bounds.js';
import { whoMay } from '../staff/capabilities.js';
import { OneLine, OptionalText, Text } from '../text.js';
import { Quote } from './quote.entity.js';

@InputType({ description: 'One line of a quote.' })
export class QuoteLineInput {
  @Text(500)
  @FieldFor(whoMay('WRITE_SALES'), 'What is charged for; the client reads it.', () => String)
  description!: string;

  @Quantity()
  @FieldFor(whoMay('WRITE_SALES'), 'How many, in its own unit.', () => Float, {
    defaultValue: 1,
  })
  quantity!: number;

  @Price()
  @FieldFor(
    whoMay('WRITE_SALES'),
    'Price of one before tax, in cents; less than 0 for a discount.',
    () => Int,
  )
  unitPriceCents!: number;

  @TaxRate()
  @FieldFor(
    whoMay('WRITE_SALES'),
    "Tax in basis points; the business's rate when left out.",
    () => Int,
    { nullable: true },
  )
  taxRateBasisPoints?: number | null;

  @Cost()
  @FieldFor(
    whoMay('WRITE_SALES'),
    'What one costs the business, in cents. The client never sees it.',
    () => Int,
    { nullable: true },
  )
  unitCostCents?: number | null;
}

@InputType({
  description: 'A new quote, for a client that exists or one made along with it.',
})
export class CreateQuoteInput {
  @OneLine(200)
  @FieldFor(whoMay('WRITE_SALES'), 'What the price is for; the client reads it.', () => String)
  title!: string;

  @FieldFor(whoMay('WRITE_SALES'), 'For which client.', () => ID, {
    nullable: true,
  })
  clientId?: string | null;

  @FieldFor(
    whoMay('WRITE_SALES'),
    'A client to create along with the quote, instead of clientId.',
    () => CreateClientInput,
    { nullable: true },
  )
  newClient?: CreateClientInput | null;

  @FieldFor(whoMay('WRITE_SALES'), 'A job to attach it to at once.', () => ID, {
    nullable: true,
  })
  jobId?: string | null;

  @FieldFor(whoMay('WRITE_SALES'), 'Last day on which it can be accepted.', () => GraphQLDate, {
    nullable: true,
  })
  validUntil?: Date | null;

  @OptionalText(10_000)
  @FieldFor(
    whoMay('WRITE_SALES'),
    'Remarks for the team; the client never sees them.',
    () => String,
    { nullable: true },
  )
  internalNotes?: string | null;

  @Lines()
  @FieldFor(whoMay('WRITE_SALES'), 'What it is made of.', () => [QuoteLineInput], {
    defaultValue: [],
  })
  lines!: QuoteLineInput[];
}

@InputType({
  description:
    'Changes to a quote. What is left out stays. A quote that was sent becomes a new draft version.',
})
export class UpdateQuoteInput {
  @FieldFor(whoMay('WRITE_SALES'), 'Which quote.', () => ID)
  id!: string;

  @OneLine(200)
  @FieldFor(whoMay('WRITE_SALES'), 'What the price is for; the client reads it.', () => String, {
    nullable: true,
  })
  title?: string | null;

  @FieldFor(
    whoMay('WRITE_SALES'),
    'Last day on which it can be accepted; null for no end.',
    () => GraphQLDate,
    { nullable: true },
  )
  validUntil?: Date | null;

  @OptionalText(10_000)
  @FieldFor(
    whoMay('WRITE_SALES'),
    'Remarks for the team. Changing only these makes no new version.',
    () => String,
    { nullable: true },
  )
  internalNotes?: string | null;

  @Lines()
  @FieldFor(whoMay('WRITE_SALES'), 'Its lines; replaces those it had.', () => [QuoteLineInput], {
    nullable: true,
  })
  lines?: QuoteLineInput[] | null;
}

@ObjectType({
  description:
    'A quote that was made, changed or sent. When it is attached to a job, the job and its prompt too.',
})
export class QuotePayload {
  @FieldFor(whoMay('WRITE_SALES'), 'The quote as it is now.', () => Quote)
  quote!: Quote;

  @FieldFor(whoMay('WRITE_SALES'), 'The job it is part of, if it is.', () => Job, {
    nullable: true,
  })
  job!: Job | null;

  @FieldFor(
    whoMay('WRITE_SALES'),
    'The mails on their way when it was sent; none when it was handed over.',
    () => [OutgoingEmail],
    { nullable: true },
  )
  deliveries?: OutgoingEmail[];
}

@ObjectType({
  implements: JobChange,
  description: 'The job with the quote attached.',
})
export class AttachQuotePayload extends JobChange {
  @FieldFor(whoMay('WRITE_SALES'), 'The attached quote.', () => Quote)
  quote!: Quote;
}

@ObjectType({
  implements: JobChange,
  description: 'The accepted quote and its job: a new one, or the one it was part of already.',
})
export class AcceptQuoteAndCreateJobPayload extends JobChange {
  @FieldFor(whoMay('WRITE_SALES'), 'The accepted quote.', () => Quote)
  quote!: Quote;
}
