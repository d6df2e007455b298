import type { EntityMetadata } from '@mikro-orm/postgresql';

/**
 * How many members of a list one statement brings along with the record that it belongs to, so that no statement
 * builds more in PostgreSQL than a bound that is known before. A longer list is left out as a whole and read by
 * itself, a batch at a time, where the budget of the operation counts what comes.
 */
const MAX_MEMBERS = [500, 100, 20] as const;
/** The same for a list whose members have lists of their own. */
const MAX_MEMBERS_WITH_LISTS = [100, 20, 5] as const;
/** For members that are whole documents, such as a publication with its view. */
const MAX_DOCUMENTS = 20;

/** Lists and their members that one record may bring along at most. */
const MAX_LISTS_ALONG = 24;
const MAX_MEMBERS_ALONG = 80_000;

/** A list that a record may bring along, with the lists inside it. */
export interface NestedList {
  lists: NestedList[];
}

/** The most members that come along of a list at this depth, 0 for one that is too deep to come along at all. */
export function maxMembers(
  depth: number,
  hasLists: boolean,
  record: EntityMetadata | undefined,
): number {
  const most = (hasLists ? MAX_MEMBERS_WITH_LISTS : MAX_MEMBERS)[depth] ?? 0;
  return record && holdsDocuments(record) ? Math.min(most, MAX_DOCUMENTS) : most;
}

/** Whether all these lists may come along with one record. */
export function mayComeAlong(lists: NestedList[]): boolean {
  const { lists: count, members } = sumOf(lists, 0);
  return count <= MAX_LISTS_ALONG && members <= MAX_MEMBERS_ALONG;
}

function sumOf(all: NestedList[], depth: number): { lists: number; members: number } {
  let sum = { lists: 0, members: 0 };
  for (const { lists } of all) {
    const most = maxMembers(depth, lists.length > 0, undefined);
    // One that is too deep to come along makes the whole too large.
    if (most === 0) return { lists: Number.POSITIVE_INFINITY, members: Number.POSITIVE_INFINITY };
    const inside = sumOf(lists, depth + 1);
    sum = {
      lists: sum.lists + 1 + inside.lists,
      members: sum.members + most * (1 + inside.members),
    };
  }
  return sum;
}

function holdsDocuments(record: EntityMetadata): boolean {
  return record.props.some(({ columnTypes }) => /^jsonb?$/.test(columnTypes?.[0] ?? ''));
}
