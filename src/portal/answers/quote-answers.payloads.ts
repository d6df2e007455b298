import { ObjectType } from 'type-graphql';
import { Invoice } from '../../domain/invoices/invoice.entity.js';
import { Job } from '../../domain/jobs/job.entity.js';
import { Quote } from '../../domain/quotes/quote.entity.js';
import { clientOnly } from '../../visibility/audience.js';
import { FieldFor } from '../../visibility/declare/fields.js';

// Nullable: the answer is stored even if the link stops working before the response is read.
const IF_OPEN = { nullable: true };

@ObjectType({ description: 'Result of acceptQuote.' })
export class AcceptQuotePayload {
  @FieldFor(clientOnly, 'Quote as published now.', () => Quote, IF_OPEN)
  quote!: Quote | null;

  @FieldFor(clientOnly, 'Job as published now.', () => Job, IF_OPEN)
  job!: Job | null;

  @FieldFor(
    clientOnly,
    'Invoice that was made with the acceptance, as published now: for the deposit, or for all of it; null without one.',
    () => Invoice,
    IF_OPEN,
  )
  invoice!: Invoice | null;

  @FieldFor(
    clientOnly,
    'Page of the payment provider on which to pay that invoice; null for LATER, and if it cannot be paid online.',
    () => String,
    { nullable: true },
  )
  checkoutUrl!: string | null;
}

@ObjectType({ description: 'Result of declineQuote.' })
export class DeclineQuotePayload {
  @FieldFor(clientOnly, 'Quote as published now.', () => Quote, IF_OPEN)
  quote!: Quote | null;

  @FieldFor(clientOnly, 'Job as published now.', () => Job, IF_OPEN)
  job!: Job | null;
}

@ObjectType({ description: 'Result of requestQuoteChanges.' })
export class RequestQuoteChangesPayload {
  @FieldFor(clientOnly, 'Quote as published now.', () => Quote, IF_OPEN)
  quote!: Quote | null;

  @FieldFor(clientOnly, 'Job as published now.', () => Job, IF_OPEN)
  job!: Job | null;
}
