import { Ctx, Resolver, Root } from 'type-graphql';
import { brought } from '../database/reader.js';
import type { Rooted } from '../domain/context.js';
import { Job } from '../domain/jobs/job.entity.js';
import { connectionOf } from '../domain/pages.js';
import { ListFor, OneFor, PageOf, type Related } from '../domain/relations.js';
import { whoMay } from '../domain/staff/capabilities.js';
import { StaffMember } from '../domain/staff/staff-member.entity.js';
import { ResolvedFieldFor } from '../visibility/declare.js';
import { Publication } from './publication.entity.js';
import type { SharingContext } from './sharing-context.js';

const sharers = whoMay('SHARE');

const PublicationConnection = connectionOf(() => Publication, 'Publication');

/** What its client saw, version by version. */
@Resolver(() => Job)
export class JobPublicationsResolver {
  @ResolvedFieldFor(
    sharers,
    'What its client sees now; null while it sees nothing.',
    () => Publication,
    {
      nullable: true,
      needs: ['clientId'],
      saidFrom: (publication, job) => `publications ${publication}
        where ${publication}.job_id = ${job}.id and ${publication}.client_id = ${job}.client_id
        order by ${publication}.version desc limit 1`,
    },
  )
  publication(@Root() job: Rooted<Job>, @Ctx() { reader }: SharingContext) {
    return brought(job.publication, async () => {
      const all = await reader.children(Publication, 'job', job.id);
      // What an earlier client saw is not what this one sees.
      return all.filter(({ clientId }) => clientId === job.clientId).at(-1) ?? null;
    });
  }

  @ListFor(
    sharers,
    'Every version that its clients saw, first published first.',
    () => Publication,
    'job',
    { nullable: true },
  )
  publications!: Publication[];

  @PageOf(
    'publications',
    sharers,
    () => PublicationConnection,
    () => Publication,
    'job',
    {
      nullable: true,
    },
  )
  publicationsPage!: Related<InstanceType<typeof PublicationConnection>>;
}

@Resolver(() => Publication)
export class PublicationResolver {
  @ResolvedFieldFor(sharers, "The client's Job in this version.", () => Job)
  job(@Root() { view }: Rooted<Publication>) {
    return view;
  }

  @OneFor(sharers, 'Who published it; null when the client did.', () => StaffMember)
  publishedBy!: Related<StaffMember> | null;
}
