import { Ctx, Resolver, Root } from 'type-graphql';
import { preloaded } from '../../database/reader/reader.js';
import { connectionOf } from '../../domain/common/connection.js';
import type { Rooted } from '../../domain/common/context.js';
import { BelongsTo, HasMany, PageOf, type Related } from '../../domain/common/relations.js';
import { Job } from '../../domain/jobs/job.entity.js';
import { StaffMember } from '../../domain/staff/staff-member.entity.js';
import { rolesWith } from '../../visibility/capabilities.js';
import { ResolvedFieldFor } from '../../visibility/declare/fields.js';
import type { SharingContext } from '../sharing-context.js';
import { endingOfVersion } from '../state/copy-ids.js';
import { Publication } from './publication.entity.js';

const sharers = rolesWith('SHARE');

const PublicationConnection = connectionOf(() => Publication, 'Publication');

/** Publications as fields of their job. */
@Resolver(() => Job)
export class JobPublicationsResolver {
  @ResolvedFieldFor(
    sharers,
    'Publication that the client sees now; null before the first share.',
    () => Publication,
    {
      nullable: true,
      columns: ['clientId'],
      relationSql: (publication, job) => `publications ${publication}
        where ${publication}.job_id = ${job}.id and ${publication}.client_id = ${job}.client_id
        order by ${publication}.version desc limit 1`,
    },
  )
  publication(@Root() job: Rooted<Job>, @Ctx() { reader }: SharingContext) {
    return preloaded(job.publication, async () => {
      const all = await reader.children(Publication, 'job', job.id);
      // Publications for an earlier client do not count.
      return all.filter(({ clientId }) => clientId === job.clientId).at(-1) ?? null;
    });
  }

  @HasMany(
    sharers,
    'Publications of the job, for earlier clients too, oldest first.',
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
  @ResolvedFieldFor(
    sharers,
    "Client's view of the job in this version. Every ID in it is that of the record with `@` and the version behind it, as in `…@3`, so that caches keep it apart from the record; no operation takes such an ID.",
    () => Job,
    { columns: ['version', 'view'], copy: true },
  )
  job(@Root() { version, view }: Rooted<Publication>, @Ctx() { sharing }: SharingContext) {
    return sharing.copyOf('Job', view, endingOfVersion(version));
  }

  @BelongsTo(sharers, 'Staff member who published it; null if the client did.', () => StaffMember)
  publishedBy!: Related<StaffMember> | null;
}
