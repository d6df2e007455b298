import { ArgsType, Field, Int, ObjectType } from 'type-graphql';
import { type Audiences, staffAndClient, staffOnly } from '../../visibility/audience.js';
import { type Bound, opaque, wholeNumber } from '../../visibility/bounds.js';
import { ArgsFor } from '../../visibility/declare/arguments.js';
import { FieldFor } from '../../visibility/declare/fields.js';

@ObjectType({ description: 'Pagination of a connection.' })
export class PageInfo {
  @FieldFor(staffAndClient, 'Whether there are more entries after this page.', () => Boolean)
  hasNextPage!: boolean;

  @FieldFor(
    staffAndClient,
    'Whether there are entries before this page; false without a cursor that it begins after.',
    () => Boolean,
  )
  hasPreviousPage!: boolean;

  @FieldFor(
    staffAndClient,
    'Cursor of the first entry; pass as `before` for the page before.',
    () => String,
    { nullable: true },
  )
  startCursor!: string | null;

  @FieldFor(
    staffAndClient,
    'Cursor of the last entry; pass as `after` for the next page.',
    () => String,
    { nullable: true },
  )
  endCursor!: string | null;
}

/** Relay connection and edge types for the lists of a noun. */
export function connectionOf<T extends object>(
  node: () => new () => T,
  name: string,
  audiences: Audiences = staffOnly,
) {
  @ObjectType(`${name}Edge`, { description: `Edge of ${name}Connection.` })
  class Edge {
    @FieldFor(audiences, 'Opaque cursor; pass as `after` or `before`.', () => String)
    cursor!: string;

    @FieldFor(audiences, `The ${name}.`, node)
    node!: T;
  }

  @ObjectType(`${name}Connection`, {
    description: `Page of ${name} entries.`,
  })
  class Connection {
    @FieldFor(audiences, 'Entries of this page.', () => [node()])
    nodes!: T[];

    @FieldFor(audiences, 'Entries of this page with their cursors.', () => [Edge])
    edges!: Edge[];

    @FieldFor(audiences, 'Pagination.', () => PageInfo)
    pageInfo!: PageInfo;

    @FieldFor(
      staffOnly,
      'Number of entries of the whole list under its filter; null if there are more than 10,000.',
      () => Int,
      { nullable: true },
    )
    totalCount!: number | null;
  }
  return Connection;
}

/** Returns a class of the arguments of a paged list, with this page size by default. */
export function pageArgs(defaultValue: number) {
  @ArgsType()
  class Arguments {
    @Field(() => Int, { nullable: true, defaultValue, description: 'Page size.' })
    first!: number | null;

    @Field(() => String, { nullable: true, description: 'Cursor after which the page begins.' })
    after!: string | null;

    @Field(() => Int, {
      nullable: true,
      description:
        'Page size from the end: the last entries of the list, or the last ones before `before`. Excludes `first`.',
    })
    last!: number | null;

    @Field(() => String, { nullable: true, description: 'Cursor before which the page ends.' })
    before!: string | null;
  }
  return Arguments;
}

/** Arguments of a paged list. */
@ArgsType()
export class PageArgs extends pageArgs(50) {}

const PAGE_SIZE: Bound = wholeNumber(1, 100, 'Ask for 1 to 100 at a time.');
/** A cursor holds the sort key of its list, at most a title, in base64. */
const CURSOR: Bound = opaque(2_000);

/** Declares the arguments of a paged list as one parameter, a `PageArgs`. */
export function PageFor(audiences: Audiences, type: () => new () => object = () => PageArgs) {
  const sizes = { audiences, bound: PAGE_SIZE };
  const cursors = { audiences, bound: CURSOR };
  return ArgsFor(type, { first: sizes, after: cursors, last: sizes, before: cursors });
}
