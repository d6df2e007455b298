import { Ctx, Int, ObjectType, Resolver, Root } from 'type-graphql';
import { Business } from '../domain/business/business.entity.js';
import { Client } from '../domain/clients/client.entity.js';
import type { Context } from '../domain/context.js';
import { Job } from '../domain/jobs/job.entity.js';
import { clientOnly } from '../visibility/audience.js';
import { FieldFor, MutationFor, QueryFor, ResolvedFieldFor } from '../visibility/declare.js';
import type { ClientPrincipal, PortalPass } from '../visibility/principal.js';
import { notFound } from '../visibility/refusals.js';
import { linkInUse } from './client-at-work.js';

@ObjectType({ description: 'All that a portal page shows, in one query.' })
export class Portal {
  @FieldFor(clientOnly, 'Whose job it is.', () => Business)
  business!: Business;

  @FieldFor(clientOnly, 'You.', () => Client)
  client!: Client;

  @FieldFor(clientOnly, 'The job, as published.', () => Job)
  job!: Job;
}

type RootedPortal = { job: { version: number } };

/** What only somebody with a portal link may ask. */
@Resolver(() => Portal)
export class PortalResolver {
  @ResolvedFieldFor(
    clientOnly,
    'Number of what the page shows: it rises with every change of it.',
    () => Int,
  )
  version(@Root() { job }: RootedPortal): number {
    return job.version;
  }

  @QueryFor(
    clientOnly,
    'The job of your link, as published, with the business behind it.',
    () => Portal,
    { nullable: true },
  )
  async portal(@Ctx() { principal, reader }: Context<ClientPrincipal>) {
    const { businessId, clientId, jobId } = openLink(principal);
    const [business, client, job] = await Promise.all([
      reader.find(Business, businessId),
      reader.find(Client, clientId),
      reader.find(Job, jobId),
    ]);
    return { business, client, job };
  }

  @MutationFor(
    clientOnly,
    'Says that the page has shown the job to a person. Opening a link by itself counts as no view.',
    () => Boolean,
  )
  async recordPortalView(@Ctx() { change, principal }: Context<ClientPrincipal>): Promise<boolean> {
    openLink(principal);
    await change(async (unit) => {
      const link = await linkInUse(unit);
      link.view(unit.now);
      return {};
    });
    return true;
  }
}

function openLink({ link }: ClientPrincipal): PortalPass {
  if (!link) throw notFound();
  return link;
}
