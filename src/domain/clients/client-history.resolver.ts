import { Resolver } from 'type-graphql';
import { internal } from '../../visibility/audience.js';
import { Job } from '../jobs/job.entity.js';
import { Quote } from '../quotes/quote.entity.js';
import { ListFor } from '../relations.js';
import { whoMay } from '../staff/capabilities.js';
import { Client } from './client.entity.js';

/** What the business has done for a client. */
@Resolver(() => Client)
export class ClientHistoryResolver {
  @ListFor(
    whoMay('WRITE_SALES'),
    'Quotes for the client, first made first.',
    () => Quote,
    'client',
    { nullable: true },
  )
  quotes!: Quote[];

  @ListFor(
    internal,
    'Jobs for the client that you may see, first made first.',
    () => Job,
    'client',
    { nullable: true },
  )
  jobs!: Job[];
}
