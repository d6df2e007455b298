import { Ctx, Resolver, Root } from 'type-graphql';
import { brought } from '../database/reader.js';
import type { Rooted } from '../domain/context.js';
import { Job } from '../domain/jobs/job.entity.js';
import { ListFor } from '../domain/relations.js';
import { whoMay } from '../domain/staff/capabilities.js';
import { StaffMember } from '../domain/staff/staff-member.entity.js';
import { ResolvedFieldFor } from '../visibility/declare.js';
import { Publication } from './publication.entity.js';
import type { SharingContext } from './sharing-context.js';

const sharers = whoMay('SHARE');

/** What its client saw, version by version. */
@Resolver(() => Job)
export class JobPublicationsResolver {
  @ResolvedFieldFor(
    sharers,
    'What its client sees now; null while it sees nothing.',
    () => Publication,
    { nullable: true },
  )
  publication(@Root() job: Rooted<Job>, @Ctx() { reader, sharing }: SharingContext) {
    return brought(job.publication, async () => {
      const state = await reader.lookup(sharing.question, job.id);
      return reader.find(Publication, state?.publication?.id);
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
}

@Resolver(() => Publication)
export class PublicationResolver {
  @ResolvedFieldFor(sharers, "The client's Job in this version.", () => Job)
  job(@Root() { view }: Rooted<Publication>) {
    return view;
  }

  @ResolvedFieldFor(sharers, 'Who published it; null when the client did.', () => StaffMember, {
    nullable: true,
  })
  publishedBy(@Root() { publishedById }: Rooted<Publication>, @Ctx() { reader }: SharingContext) {
    return reader.find(StaffMember, publishedById);
  }
}
