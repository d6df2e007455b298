import { Ctx, ID, Resolver } from 'type-graphql';
import { isUuid } from '../database/live-reader.js';
import { whoMay } from '../domain/staff/capabilities.js';
import { ArgFor, QueryFor } from '../visibility/declare.js';
import { notFound } from '../visibility/refusals.js';
import { clientVisibility } from './client-visibility.js';
import { howItTravels } from './how-it-travels.js';
import { itemKey, shareItems } from './share-item.js';
import type { SharingContext } from './sharing-context.js';
import { ClientVisibility } from './visibility-step.js';

const sharers = whoMay('SHARE');

/** "Why can't my client see this?" */
@Resolver()
export class ClientVisibilityResolver {
  @QueryFor(
    sharers,
    'Why the client of a job can, or cannot, see the job or one item of it.',
    () => ClientVisibility,
  )
  async clientVisibility(
    @ArgFor(sharers, 'jobId', 'Which job.', () => ID) jobId: string,
    @ArgFor(
      sharers,
      'item',
      'Key of the item, such as PHOTO:<id>; left out, the job as a whole.',
      () => ID,
      { nullable: true, bound: itemKey },
    )
    item: string | null | undefined,
    @Ctx() { reader, sharing, principal, now }: SharingContext,
  ): Promise<ClientVisibility> {
    if (!isUuid(jobId)) throw notFound();
    const [state, travel] = await Promise.all([
      reader.lookup(sharing.question, jobId),
      reader.lookup(howItTravels, jobId),
    ]);
    if (!state || !travel) throw notFound();
    const facts = { state, key: item ?? null, lines: shareItems(state), travel, now };
    return clientVisibility(facts, principal.audience);
  }
}
