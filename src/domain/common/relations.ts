import { Ctx, Extensions, Root } from 'type-graphql';
import {
  type ChildPageRequest,
  MAX_AT_HAND,
  OUTPUT,
  preloaded,
} from '../../database/reader/reader.js';
import { pageOfList } from '../../database/sql/page-of.js';
import type { Relation } from '../../database/sql/relation.js';
import type { EntityClass } from '../../database/sql/rows.js';
import type { Audiences } from '../../visibility/audience.js';
import { ResolvedFieldFor } from '../../visibility/declare/fields.js';
import { PageArgs, PageFor } from './connection.js';
import type { Context, Rooted } from './context.js';

type Resolve = (root: Rooted<{ id: string }>, context: Context) => unknown;

/** Type of a property that declares a relation. */
export type Related<T> = T;

/**
 * Declares a one-to-many field: `HasMany(…, () => Note, 'job')` on `notes` is the notes whose `job` is this
 * entity, in creation order. Declared rather than written, so that the selection plan can load it with its parent.
 */
export function HasMany(
  audiences: Audiences,
  description: string,
  record: () => EntityClass,
  belongsTo: string,
  choices: { nullable?: boolean } = {},
): PropertyDecorator {
  const field = ResolvedFieldFor(audiences, description, () => [record()], choices);
  return related(
    field,
    { type: () => [record()], belongsTo },
    (name) =>
      (root, { reader }) =>
        preloaded(root[name], () => reader.children(record(), belongsTo, root.id, OUTPUT)),
  );
}

interface PageChoices extends Pick<ChildPageRequest, 'whereSql'> {
  nullable?: boolean;
  /** Columns of the row that the field reads. */
  columns?: string[];
  /** Whether a preloaded list of MAX_AT_HAND members may be incomplete. */
  mayHaveMore?: boolean;
}

/**
 * Declares the paginated form of a list, newest first: `PageOf('notes', …)` on `notesPage`. When the row holds
 * the preloaded list (a publication), pages are cut from that list and the live rows are not read.
 */
export function PageOf(
  list: string,
  audiences: Audiences,
  connection: () => unknown,
  record: () => EntityClass,
  belongsTo: string,
  choices: PageChoices = {},
): PropertyDecorator {
  const { nullable, columns = [], mayHaveMore = false, ...order } = choices;
  const description = `\`${list}\`, paginated, newest first.`;
  const field = ResolvedFieldFor(audiences, description, connection, { nullable, columns });
  return (prototype, key) => {
    const name = key as string;
    const resolve = (root: Rooted<{ id: string }>, { reader }: Context, page: PageArgs) => {
      const request = { ...page, ...order };
      const atHand = root[list] as { id: string }[] | null | undefined;
      const hasMore = mayHaveMore && atHand?.length === MAX_AT_HAND;
      if (atHand !== undefined && !hasMore)
        return atHand && pageOfList(record().name, atHand, request);
      // Without these columns the root is not a table row, so there is nothing to read.
      if (!hasMore && columns.some((column) => root[column] === undefined))
        return pageOfList(record().name, [], request);
      return reader.childPage(record(), belongsTo, root.id, request);
    };
    Object.assign(prototype, { [name]: resolve });
    Reflect.defineMetadata('design:paramtypes', [Object, Object, PageArgs], prototype, name);
    Root()(prototype, name, 0);
    Ctx()(prototype, name, 1);
    PageFor(audiences)(prototype, name, 2);
    field(prototype, name);
  };
}

/** Declares a many-to-one field: the entity that the foreign key of the same name refers to, or null. */
export function BelongsTo(
  audiences: Audiences,
  description: string,
  record: () => EntityClass,
  choices: { liveOnly?: true } = {},
): PropertyDecorator {
  const field = ResolvedFieldFor(audiences, description, record, { nullable: true, ...choices });
  return related(
    field,
    { type: record },
    (name) =>
      (root, { reader }) =>
        preloaded(root[name], () => reader.find(record(), root[`${name}Id`] as string | null)),
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
