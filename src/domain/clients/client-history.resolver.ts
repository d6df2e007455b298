import { Ctx, Resolver, Root } from 'type-graphql';
import { brought } from '../../database/reader.js';
import { internal } from '../../visibility/audience.js';
import { ResolvedFieldFor } from '../../visibility/declare.js';
import type { Context, Rooted } from '../context.js';
import { Job } from '../jobs/job.entity.js';
import { Quote } from '../quotes/quote.entity.js';
import { whoMay } from '../staff/capabilities.js';
import { Client } from './client.entity.js';

/** What the business has done for a client. */
@Resolver(() => Client)
export class ClientHistoryResolver {
  @ResolvedFieldFor(
    whoMay('WRITE_SALES'),
    'Quotes for the client, first made first.',
    () => [Quote],
    {
      nullable: true,
    },
  )
  quotes(@Root() client: Rooted<Client>, @Ctx() { reader }: Context) {
    return brought(client.quotes, () => reader.children(Quote, 'client', client.id));
  }

  @ResolvedFieldFor(
    internal,
    'Jobs for the client that you may see, first made first.',
    () => [Job],
    { nullable: true },
  )
  jobs(@Root() client: Rooted<Client>, @Ctx() { reader }: Context) {
    return brought(client.jobs, () => reader.children(Job, 'client', client.id));
  }
}
