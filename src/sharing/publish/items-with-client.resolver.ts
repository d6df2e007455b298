import { Ctx, ID, ObjectType, Resolver, Root } from 'type-graphql';
import type { Rooted } from '../../domain/common/context.js';
import { Job } from '../../domain/jobs/job.entity.js';
import { digestOf, isSameContent } from '../../shareable/shareable.js';
import { rolesWith } from '../../visibility/capabilities.js';
import { FieldFor, ResolvedFieldFor } from '../../visibility/declare/fields.js';
import type { Json } from '../../visibility/projection.js';
import type { SharingContext } from '../sharing-context.js';
import { groupIn, itemIn } from '../state/client-view.js';
import type { ShareState } from '../state/share-state.js';

const sharers = rolesWith('SHARE');

/** A record of a job that its client has. */
@ObjectType({ description: 'Record of a job that its client has now.' })
class ItemWithClient {
  @FieldFor(sharers, 'Key of its share item.', () => ID)
  key!: string;

  @FieldFor(sharers, 'ID of the record; null for the status.', () => ID, { nullable: true })
  recordId!: string | null;

  @FieldFor(
    sharers,
    'Whether the client has it as it is now; false for an older version, and for what staff removed since.',
    () => Boolean,
  )
  isCurrent!: boolean;
}

/** What of a job its client has. */
@Resolver(() => Job)
export class ItemsWithClientResolver {
  @ResolvedFieldFor(
    sharers,
    'Records that the client has now, each visit of the schedule by itself: in the newest publication or, before the ' +
      'first share, on pages of their own. Null for a role that may not share.',
    () => [ItemWithClient],
    { nullable: true, liveOnly: true },
  )
  async itemsWithClient(@Root() { id }: Rooted<Job>, @Ctx() { reader, sharing }: SharingContext) {
    const state = await reader.lookup(sharing.stateLookup, id);
    return state ? itemsOf(state) : [];
  }
}

function itemsOf(state: ShareState): ItemWithClient[] {
  const { shown, candidates, offered } = state;
  if (!shown) return [];
  return shown.itemKeys.flatMap((key): ItemWithClient[] => {
    const known = itemIn(shown.view, key);
    if (key === 'STATUS' || key.includes(':')) {
      const isCurrent = digestOf(known ?? null) === offered[key];
      return [{ key, recordId: key.split(':')[1] ?? null, isCurrent }];
    }
    const now = rowsOf(candidates.find((candidate) => candidate.key === key)?.content);
    return rowsOf(known).map((row) => {
      const same = now.find(({ id }) => id === row.id);
      return { key, recordId: row.id, isCurrent: same !== undefined && isSameContent(row, same) };
    });
  });
}

type GroupRow = { id: string } & Record<string, Json>;

/** Rows of an item that is a group, listed and former ones. */
function rowsOf(content: Json | undefined): GroupRow[] {
  const { listed, former } = groupIn(content);
  return [...listed, ...former] as GroupRow[];
}
