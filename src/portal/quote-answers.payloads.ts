import { ObjectType } from 'type-graphql';
import { Job } from '../domain/jobs/job.entity.js';
import { Quote } from '../domain/quotes/quote.entity.js';
import { clientOnly } from '../visibility/audience.js';
import { FieldFor } from '../visibility/declare.js';

// Nullable: the answer is in, even if the link stops working before it can be read back.
const IF_OPEN = { nullable: true };

@ObjectType({ description: 'The quote with your yes.' })
export class AcceptQuotePayload {
  @FieldFor(clientOnly, 'The quote as you see it now.', () => Quote, IF_OPEN)
  quote!: Quote | null;

  @FieldFor(clientOnly, 'The job as you see it now.', () => Job, IF_OPEN)
  job!: Job | null;
}

@ObjectType({ description: 'The quote with your no.' })
export class DeclineQuotePayload {
  @FieldFor(clientOnly, 'The quote as you see it now.', () => Quote, IF_OPEN)
  quote!: Quote | null;

  @FieldFor(clientOnly, 'The job as you see it now.', () => Job, IF_OPEN)
  job!: Job | null;
}

@ObjectType({ description: 'The quote with your request for changes.' })
export class RequestQuoteChangesPayload {
  @FieldFor(clientOnly, 'The quote as you see it now.', () => Quote, IF_OPEN)
  quote!: Quote | null;

  @FieldFor(clientOnly, 'The job as you see it now.', () => Job, IF_OPEN)
  job!: Job | null;
}
