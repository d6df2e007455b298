import type { EntityMetadata } from '@mikro-orm/postgresql';

/**
 * Maximum members of a preloaded list, by depth, so that the size of a statement's result has a bound in PostgreSQL. A
 * longer list is left out as a whole and read by a statement of its own, where the operation budget counts its bytes.
 */
const MAX_MEMBERS = [500, 100, 20] as const;
/** The same for a list whose members have lists themselves. */
const MAX_MEMBERS_WITH_LISTS = [100, 20, 5] as const;
/** For members that are whole documents, such as a publication with its view. */
const MAX_DOCUMENTS = 20;

/** Maximum number of lists, and of all their members, preloaded with one row. */
const MAX_PRELOADED_LISTS = 24;
const MAX_PRELOADED_MEMBERS = 80_000;

/** Preloaded list with the lists nested in it. */
export interface NestedList {
  lists: NestedList[];
}

/** Returns the maximum members of a list at this depth; 0 if it is too deep to be preloaded. */
export function maxMembers(
  depth: number,
  hasLists: boolean,
  entity: EntityMetadata | undefined,
): number {
  const max = (hasLists ? MAX_MEMBERS_WITH_LISTS : MAX_MEMBERS)[depth] ?? 0;
  return entity && holdsDocuments(entity) ? Math.min(max, MAX_DOCUMENTS) : max;
}

/** Whether all these lists may be preloaded with one row. */
export function mayBePreloaded(lists: NestedList[]): boolean {
  const { lists: count, members } = sumOf(lists, 0);
  return count <= MAX_PRELOADED_LISTS && members <= MAX_PRELOADED_MEMBERS;
}

function sumOf(all: NestedList[], depth: number): { lists: number; members: number } {
  let sum = { lists: 0, members: 0 };
  for (const { lists } of all) {
    const max = maxMembers(depth, lists.length > 0, undefined);
    // A list that is too deep to be preloaded makes the whole too large.
    if (max === 0) return { lists: Number.POSITIVE_INFINITY, members: Number.POSITIVE_INFINITY };
    const nested = sumOf(lists, depth + 1);
    sum = {
      lists: sum.lists + 1 + nested.lists,
      members: sum.members + max * (1 + nested.members),
    };
  }
  return sum;
}

function holdsDocuments(entity: EntityMetadata): boolean {
  return entity.props.some(({ columnTypes }) => /^jsonb?$/.test(columnTypes?.[0] ?? ''));
}
