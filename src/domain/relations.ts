import { Ctx, Extensions, Root } from 'type-graphql';
import { pageOfList } from '../database/pages.js';
import { brought, type ChildPageRequest, MAX_AT_HAND, SHOWN } from '../database/reader.js';
import type { Relation } from '../database/relation.js';
import type { RecordClass } from '../database/rows.js';
import type { Audiences } from '../visibility/audience.js';
import { ArgFor, ResolvedFieldFor } from '../visibility/declare.js';
import type { Context, Rooted } from './context.js';
import { AFTER, CURSOR, FIRST, FirstType, PAGE_SIZE } from './pages.js';

type Resolve = (root: Rooted<{ id: string }>, context: Context) => unknown;

/** What a relation leads to, as the property beside its declaration has it. */
export type Related<T> = T;

/**
 * A list of records that belong to this one, in their listed order: `ListFor(…, () => Note, 'job')`
 * beside `notes` are the notes whose `job` it is. It is declared, not written, so that a request can see
 * what it will need before it reads.
 */
export function ListFor(
  audiences: Audiences,
  description: string,
  record: () => RecordClass,
  belongsTo: string,
  choices: { nullable?: boolean } = {},
): PropertyDecorator {
  const field = ResolvedFieldFor(audiences, description, () => [record()], choices);
  return related(
    field,
    { shows: () => [record()], belongsTo },
    (name) =>
      (root, { reader }) =>
        brought(root[name], () => reader.children(record(), belongsTo, root.id, SHOWN)),
  );
}

interface PageChoices extends Pick<ChildPageRequest, 'whereSql'> {
  nullable?: boolean;
  /** Columns of the row that it takes. */
  needs?: string[];
  /** Whether a list at hand with MAX_AT_HAND members may have more. */
  mayHaveMore?: boolean;
}

/**
 * A list that grows with use, a page at a time and the last made first: `PageOf('notes', …)` beside `notesPage`. A row
 * that came with the list (a publication) has its pages from there, and is not looked up among the live rows.
 */
export function PageOf(
  list: string,
  audiences: Audiences,
  connection: () => unknown,
  record: () => RecordClass,
  belongsTo: string,
  choices: PageChoices = {},
): PropertyDecorator {
  const { nullable, needs = [], mayHaveMore = false, ...order } = choices;
  const description = `The same as \`${list}\`, a page at a time, last made first.`;
  const field = ResolvedFieldFor(audiences, description, connection, { nullable, needs });
  return (prototype, key) => {
    const name = key as string;
    const resolve = (
      root: Rooted<{ id: string }>,
      { reader }: Context,
      first: number | null,
      after: string | null,
    ) => {
      const request = { first, after, ...order };
      const atHand = root[list] as { id: string }[] | null | undefined;
      const hasMore = mayHaveMore && atHand?.length === MAX_AT_HAND;
      if (atHand !== undefined && !hasMore)
        return atHand && pageOfList(record().name, atHand, request);
      // What has no such columns is no row, so there is nothing to look up.
      if (!hasMore && needs.some((column) => root[column] === undefined))
        return pageOfList(record().name, [], request);
      return reader.childPage(record(), belongsTo, root.id, request);
    };
    Object.assign(prototype, { [name]: resolve });
    Reflect.defineMetadata('design:paramtypes', [Object, Object, Number, String], prototype, name);
    Root()(prototype, name, 0);
    Ctx()(prototype, name, 1);
    ArgFor(audiences, 'first', FIRST, FirstType, PAGE_SIZE)(prototype, name, 2);
    ArgFor(audiences, 'after', AFTER, () => String, CURSOR)(prototype, name, 3);
    field(prototype, name);
  };
}

/** The one record that this one belongs to under the name of the property, or null. */
export function OneFor(
  audiences: Audiences,
  description: string,
  record: () => RecordClass,
): PropertyDecorator {
  const field = ResolvedFieldFor(audiences, description, record, { nullable: true });
  return related(
    field,
    { shows: record },
    (name) =>
      (root, { reader }) =>
        brought(root[name], () => reader.find(record(), root[`${name}Id`] as string | null)),
  );
}

function related(
  field: PropertyDecorator,
  relation: Relation,
  resolver: (name: string) => Resolve,
): PropertyDecorator {
  return (prototype, key) => {
    const name = key as string;
    Object.assign(prototype, { [name]: resolver(name) });
    Root()(prototype, name, 0);
    Ctx()(prototype, name, 1);
    Extensions({ relation, resolve: resolver(name) })(prototype, name, undefined as never);
    field(prototype, name);
  };
}
