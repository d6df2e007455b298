import { Ctx, ID, Resolver } from 'type-graphql';
import { isUuid } from '../../database/sql/uuid.js';
import { rolesWith } from '../../visibility/capabilities.js';
import { ArgFor } from '../../visibility/declare/arguments.js';
import { QueryFor } from '../../visibility/declare/operations.js';
import { notFound } from '../../visibility/refusals.js';
import type { OwnPageKind } from '../pages/own-page-kind.js';
import { itemKey, shareItems } from '../prompt/share-item.js';
import type { SharingContext } from '../sharing-context.js';
import { keyOf } from '../state/client-view.js';
import { clientVisibility } from './client-visibility.js';
import { deliveryLookup } from './delivery.js';
import { documentVisibility } from './document-visibility.js';
import { ClientVisibility } from './visibility-step.js';

const sharers = rolesWith('SHARE');

/** Query that explains whether a client sees a job or an item. */
@Resolver()
export class ClientVisibilityResolver {
  @QueryFor(
    sharers,
    'Whether the client of a job can see the job or one of its items, with the checks that decide it.',
    () => ClientVisibility,
  )
  async clientVisibility(
    @ArgFor(sharers, 'jobId', 'Job ID.', () => ID) jobId: string,
    @ArgFor(
      sharers,
      'item',
      'Key of the item, such as PHOTO:<id>; by default the job as a whole.',
      () => ID,
      { nullable: true, bound: itemKey },
    )
    item: string | null | undefined,
    @Ctx() context: SharingContext,
  ): Promise<ClientVisibility> {
    if (!isUuid(jobId)) throw notFound();
    const document = documentIn(item ?? null);
    if (document) {
      const found = await documentVisibility(context, document);
      const isOfJob = found?.jobId === jobId.toLowerCase();
      // On a shared job it is an item like any other.
      if (found && isOfJob && found.hasPage && !found.isJobShared) return found.result;
    }
    const { reader, sharing, principal, now } = context;
    const [state, delivery] = await Promise.all([
      reader.lookup(sharing.stateLookup, jobId),
      reader.lookup(deliveryLookup, jobId),
    ]);
    if (!state || !delivery) throw notFound();
    const input = { state, key: item ?? null, lines: shareItems(state), delivery, now };
    return clientVisibility(input, principal.audience);
  }
  @QueryFor(
    sharers,
    'Whether the client of a quote or invoice can see it, with the checks that decide it: on the page of its job if that is shared, otherwise on a page of its own.',
    () => ClientVisibility,
  )
  async documentVisibility(
    @ArgFor(sharers, 'id', 'Quote ID or invoice ID.', () => ID) id: string,
    @Ctx() context: SharingContext,
  ): Promise<ClientVisibility> {
    if (!isUuid(id)) throw notFound();
    for (const kind of ['QUOTE', 'INVOICE'] as const) {
      const found = await documentVisibility(context, { kind, id: id.toLowerCase() });
      if (!found) continue;
      const { isJobShared, jobId, result } = found;
      return isJobShared
        ? this.clientVisibility(jobId as string, keyOf(kind, id), context)
        : result;
    }
    throw notFound();
  }
}

/** The quote or invoice that an item key names. */
function documentIn(key: string | null): { kind: OwnPageKind; id: string } | null {
  const [kind, id] = (key ?? '').split(':');
  if ((kind !== 'QUOTE' && kind !== 'INVOICE') || !id || !isUuid(id)) return null;
  return { kind, id: id.toLowerCase() };
}
