import { Resolver } from 'type-graphql';
import { internal } from '../../visibility/audience.js';
import { Job } from '../jobs/job.entity.js';
import { JobConnection } from '../jobs/job.resolver.js';
import { Quote } from '../quotes/quote.entity.js';
import { QuoteConnection } from '../quotes/quote.resolver.js';
import { ListFor, PageOf, type Related } from '../relations.js';
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

  @PageOf(
    'quotes',
    whoMay('WRITE_SALES'),
    () => QuoteConnection,
    () => Quote,
    'client',
    {
      nullable: true,
    },
  )
  quotesPage!: Related<InstanceType<typeof QuoteConnection>>;

  @ListFor(
    internal,
    'Jobs for the client that you may see, first made first.',
    () => Job,
    'client',
    { nullable: true },
  )
  jobs!: Job[];

  @PageOf(
    'jobs',
    internal,
    () => JobConnection,
    () => Job,
    'client',
    { nullable: true },
  )
  jobsPage!: Related<InstanceType<typeof JobConnection>>;
}
