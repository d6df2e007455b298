import type { ChildPageRequest, Page, PageRequest } from '../reader/reader.js';
import { cursorIn, cursorText } from './cursors.js';
import { type Fact, MAX_COUNTED } from './list-facts.js';
import { nameOfList } from './list-order.js';
import { sliceOf } from './page-size.js';

/** Returns a page of a list that is loaded already, such as one of a publication. */
export function pageOfList<R extends { id: string }>(
  className: string,
  list: readonly R[],
  request: ChildPageRequest,
): Page<R> {
  const after = cursorId(className, request)?.toLowerCase();
  const before = cursorId(className, request, 'before')?.toLowerCase();
  const { size, isBackward } = sliceOf(request);
  const sorted = [...list].sort((a, b) => (a.id < b.id ? 1 : a.id > b.id ? -1 : 0));
  const between = sorted.filter(({ id }) => (!after || id < after) && (!before || id > before));
  const rows = isBackward ? between.reverse().slice(0, size + 1) : between.slice(0, size + 1);
  const factOf = (fact: Fact) => {
    if (fact === 'TOTAL') return list.length;
    if (fact === 'UP_TO_AFTER') return list.some(({ id }) => after !== undefined && id >= after);
    return list.some(({ id }) => before !== undefined && id <= before);
  };
  const withCursors = rows.map((row) => ({ ...row, cursorValue: row.id }));
  return pageOf(className, withCursors, request, factOf);
}

/** Returns the id of the row that a child page begins after, or ends before; throws as `cursorIn` does. */
export function cursorId(
  className: string,
  request: ChildPageRequest,
  argument: 'after' | 'before' = 'after',
): string | undefined {
  const text = request[argument];
  return text
    ? cursorIn(text, { name: nameOfList(className, {}), columnType: 'uuid' }, argument).id
    : undefined;
}

/**
 * Returns the page of these rows, without the extra row and with a cursor for each. `factOf` is called only for what the
 * rows do not tell, when it is asked for.
 */
export function pageOf<R>(
  className: string,
  rows: R[],
  request: Omit<PageRequest, 'where'>,
  factOf: (fact: Fact) => unknown,
): Page<R> {
  const { size, isBackward } = sliceOf(request);
  const nodes = rows.slice(0, size);
  if (isBackward) nodes.reverse();
  const hasMore = rows.length > nodes.length;
  const name = nameOfList(className, request);
  const cursorOf = (node: R | undefined) =>
    node === undefined ? null : cursorText(name, node as never);
  const isBeyond = (cursor: 'after' | 'before') =>
    request[cursor]
      ? (factOf(cursor === 'after' ? 'UP_TO_AFTER' : 'FROM_BEFORE') as Promise<boolean>)
      : false;
  // Getters, since few queries select the rest.
  return {
    nodes,
    get edges() {
      return nodes.map((node) => ({ cursor: cursorOf(node) as string, node }));
    },
    pageInfo: {
      get hasNextPage() {
        return (!isBackward && hasMore) || isBeyond('before');
      },
      get hasPreviousPage() {
        return (isBackward && hasMore) || isBeyond('after');
      },
      get startCursor() {
        return cursorOf(nodes[0]);
      },
      get endCursor() {
        return cursorOf(nodes.at(-1));
      },
    },
    get totalCount() {
      return countOf(factOf('TOTAL'));
    },
  };
}

/** Returns the page for JSON, with the values of those of its fields that need a further statement. */
export async function settledPage<R>(page: Page<R>, asked: ReadonlySet<string>): Promise<Page<R>> {
  const { pageInfo } = page;
  const hasPreviousPage = asked.has('hasPreviousPage') && pageInfo.hasPreviousPage;
  const totalCount = asked.has('totalCount') ? page.totalCount : null;
  return {
    nodes: page.nodes,
    edges: asked.has('edges') ? page.edges : [],
    pageInfo: {
      startCursor: pageInfo.startCursor,
      endCursor: pageInfo.endCursor,
      hasNextPage: asked.has('hasNextPage') && (await pageInfo.hasNextPage),
      hasPreviousPage: await hasPreviousPage,
    },
    totalCount: await totalCount,
  };
}

async function countOf(counted: unknown): Promise<number | null> {
  const count = Number(await counted);
  return count > MAX_COUNTED ? null : count;
}
