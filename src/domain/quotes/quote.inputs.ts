import { GraphQLDate } from 'graphql-scalars';
import { Float, ID, InputType, Int, ObjectType } from 'type-graphql';
import { OutgoingEmail } from '../../email/outbox/outgoing-email.entity.js';
import { rolesWith, rolesWithEither } from '../../visibility/capabilities.js';
import { FieldFor } from '../../visibility/declare/fields.js';
import { InputRules } from '../../visibility/inputs/input-rules.js';
import { invalid } from '../../visibility/refusals.js';
import { MAX_TERMS_LENGTH } from '../business/profile/business-profile.js';
import { CreateClientInput } from '../clients/client.inputs.js';
import { IfUnchangedSince } from '../common/if-unchanged-since.js';
import { OneLine, OptionalLine, OptionalText, Text } from '../common/text.js';
import { Job } from '../jobs/job.entity.js';
import { JobChange } from '../jobs/job-change.js';
import {
  Cost,
  DepositCents,
  DepositPercent,
  Lines,
  Price,
  Quantity,
  TaxRate,
} from '../money/bounds.js';
import { Quote } from './quote.entity.js';

interface Deposit {
  depositPercent?: number | null;
  depositCents?: number | null;
}

const oneDeposit = {
  fields: ['depositPercent', 'depositCents'] as const,
  check({ depositPercent, depositCents }: Deposit, path: string) {
    if (depositPercent && depositCents)
      throw invalid(`${path}.depositCents`, 'Ask for a percentage or for an amount, not for both.');
  },
};

@InputType({ description: 'Line of a quote.' })
export class QuoteLineInput {
  @FieldFor(
    rolesWith('WRITE_SALES'),
    'ID of the line that it takes the place of, so that a cost that is left out stays; null for a new line.',
    () => ID,
    { nullable: true },
  )
  id?: string | null;

  @Text(500)
  @FieldFor(rolesWith('WRITE_SALES'), 'Description; visible to the client.', () => String)
  description!: string;

  @OptionalLine(100)
  @FieldFor(
    rolesWith('WRITE_SALES'),
    'Name of the group under which the line is listed, such as "Labour"; visible to the client.',
    () => String,
    { nullable: true },
  )
  groupName?: string | null;

  @FieldFor(
    rolesWith('WRITE_SALES'),
    'Whether the client chooses if it takes this line; default: false.',
    () => Boolean,
    { nullable: true },
  )
  optional?: boolean | null;

  @Quantity()
  @FieldFor(rolesWith('WRITE_SALES'), 'Quantity, in its own unit.', () => Float, {
    defaultValue: 1,
  })
  quantity!: number;

  @Price()
  @FieldFor(
    rolesWith('WRITE_SALES'),
    'Unit price before tax, in cents; negative for a discount.',
    () => Int,
  )
  unitPriceCents!: number;

  @TaxRate()
  @FieldFor(
    rolesWith('WRITE_SALES'),
    'Tax rate in basis points; default: the rate of the business.',
    () => Float,
    { nullable: true },
  )
  taxRateBasisPoints?: number | null;

  @Cost()
  @FieldFor(
    rolesWith('WRITE_SALES'),
    'Unit cost to the business, in cents; never visible to the client. Default: that of the line whose place it takes, by `id` or by the same description; 0 for a new line.',
    () => Int,
    { nullable: true },
  )
  unitCostCents?: number | null;
}

@InputRules<CreateQuoteInput>(oneDeposit, {
  fields: ['clientId', 'newClient', 'jobId'],
  check({ clientId, newClient, jobId }, path) {
    if (clientId && newClient)
      throw invalid(`${path}.newClient`, 'Choose a client or make a new one, not both.');
    if (!clientId && !newClient && !jobId)
      throw invalid(`${path}.clientId`, 'Choose a client for the quote, or add a new one.');
  },
})
@InputType({
  description: 'Input of createQuote; requires clientId, newClient or jobId.',
})
export class CreateQuoteInput {
  @OneLine(200)
  @FieldFor(rolesWith('WRITE_SALES'), 'Title; visible to the client.', () => String)
  title!: string;

  @FieldFor(rolesWith('WRITE_SALES'), 'Client ID.', () => ID, {
    nullable: true,
  })
  clientId?: string | null;

  @FieldFor(
    rolesWith('WRITE_SALES'),
    'Client to create with the quote, instead of clientId.',
    () => CreateClientInput,
    { nullable: true },
  )
  newClient?: CreateClientInput | null;

  @FieldFor(rolesWith('WRITE_SALES'), 'ID of a job to attach the quote to.', () => ID, {
    nullable: true,
  })
  jobId?: string | null;

  @FieldFor(
    rolesWith('WRITE_SALES'),
    'Last day for acceptance; null for none; default: by the quote validity of the business.',
    () => GraphQLDate,
    { nullable: true },
  )
  validUntil?: Date | null;

  @OptionalText(MAX_TERMS_LENGTH)
  @FieldFor(
    rolesWith('WRITE_SALES'),
    'Terms that the client agrees to; null for none; default: those of the business.',
    () => String,
    { nullable: true },
  )
  terms?: string | null;

  @DepositPercent()
  @FieldFor(
    rolesWith('WRITE_SALES'),
    'Deposit to ask for with the acceptance, in per cent of the total.',
    () => Float,
    { nullable: true },
  )
  depositPercent?: number | null;

  @DepositCents()
  @FieldFor(
    rolesWith('WRITE_SALES'),
    'Deposit to ask for with the acceptance, as a fixed amount in cents, tax included, at most the total.',
    () => Int,
    { nullable: true },
  )
  depositCents?: number | null;

  @OptionalText(10_000)
  @FieldFor(
    rolesWith('WRITE_SALES'),
    'Internal notes; never visible to the client.',
    () => String,
    { nullable: true },
  )
  internalNotes?: string | null;

  @Lines()
  @FieldFor(rolesWith('WRITE_SALES'), 'Lines.', () => [QuoteLineInput], {
    defaultValue: [],
  })
  lines!: QuoteLineInput[];
}

@InputRules<UpdateQuoteInput>(oneDeposit)
@InputType({
  description:
    'Changes to a quote; omitted fields are unchanged. A sent quote becomes a new draft version.',
})
export class UpdateQuoteInput {
  @FieldFor(rolesWith('WRITE_SALES'), 'Quote ID.', () => ID)
  id!: string;

  @IfUnchangedSince(rolesWith('WRITE_SALES'))
  ifUnchangedSince?: Date | null;

  @OneLine(200)
  @FieldFor(rolesWith('WRITE_SALES'), 'Title; visible to the client.', () => String, {
    nullable: true,
  })
  title?: string | null;

  @FieldFor(
    rolesWith('WRITE_SALES'),
    'Last day for acceptance; null for none.',
    () => GraphQLDate,
    { nullable: true },
  )
  validUntil?: Date | null;

  @OptionalText(MAX_TERMS_LENGTH)
  @FieldFor(
    rolesWith('WRITE_SALES'),
    'Terms that the client agrees to; null for none.',
    () => String,
    { nullable: true },
  )
  terms?: string | null;

  @DepositPercent()
  @FieldFor(
    rolesWith('WRITE_SALES'),
    'Deposit to ask for with the acceptance, in per cent of the total; null for none.',
    () => Float,
    { nullable: true },
  )
  depositPercent?: number | null;

  @DepositCents()
  @FieldFor(
    rolesWith('WRITE_SALES'),
    'Deposit to ask for with the acceptance, as a fixed amount in cents, tax included, at most the total; null for none.',
    () => Int,
    { nullable: true },
  )
  depositCents?: number | null;

  @OptionalText(10_000)
  @FieldFor(
    rolesWith('WRITE_SALES'),
    'Internal notes; changing only these creates no new version.',
    () => String,
    { nullable: true },
  )
  internalNotes?: string | null;

  @Lines()
  @FieldFor(rolesWith('WRITE_SALES'), 'Lines; replaces the list.', () => [QuoteLineInput], {
    nullable: true,
  })
  lines?: QuoteLineInput[] | null;
}

/** Quotes are changed by sales, and by recording an acceptance. */
const changers = rolesWithEither('WRITE_SALES', 'ACCEPT_QUOTES');

@ObjectType({
  description:
    'Result of a quote mutation: the quote, and when it is attached to a job, the job and its share prompt.',
})
export class QuotePayload {
  @FieldFor(changers, 'Quote after the change.', () => Quote)
  quote!: Quote;

  @FieldFor(changers, 'Job that the quote is attached to.', () => Job, {
    nullable: true,
  })
  job!: Job | null;

  @FieldFor(
    rolesWith('WRITE_SALES'),
    'Emails that deliver the sent quote; empty when it was handed over.',
    () => [OutgoingEmail],
    { nullable: true },
  )
  deliveries?: OutgoingEmail[];
}

@ObjectType({
  implements: JobChange,
  description: 'Result of attachQuote.',
})
export class AttachQuotePayload extends JobChange {
  @FieldFor(changers, 'Attached quote.', () => Quote)
  quote!: Quote;
}

@ObjectType({
  implements: JobChange,
  description:
    'Result of acceptQuoteAndCreateJob; the job is new, or the one the quote was attached to.',
})
export class AcceptQuoteAndCreateJobPayload extends JobChange {
  @FieldFor(changers, 'Accepted quote.', () => Quote)
  quote!: Quote;
}
