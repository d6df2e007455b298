import { Int, ObjectType } from 'type-graphql';
import { type Audiences, internal, staffAndClient } from '../visibility/audience.js';
import { opaque, wholeNumber } from '../visibility/bounds.js';
import { FieldFor } from '../visibility/declare.js';

@ObjectType({ description: 'Where a page of a list ends.' })
export class PageInfo {
  @FieldFor(staffAndClient, 'Whether there is more after this page.', () => Boolean)
  hasNextPage!: boolean;

  @FieldFor(staffAndClient, 'Pass it as `after` to get the next page.', () => String, {
    nullable: true,
  })
  endCursor!: string | null;
}

/** The connection type of a noun's lists, with its edge, in the shape that GraphQL clients know. */
export function connectionOf<T extends object>(
  node: () => new () => T,
  name: string,
  audiences: Audiences = internal,
) {
  @ObjectType(`${name}Edge`, { description: `One ${name} of a page.` })
  class Edge {
    @FieldFor(audiences, 'Where this one stands in the list.', () => String)
    cursor!: string;

    @FieldFor(audiences, `The ${name} itself.`, node)
    node!: T;
  }

  @ObjectType(`${name}Connection`, {
    description: `A page of ${name} records.`,
  })
  class Connection {
    @FieldFor(audiences, 'The records of this page.', () => [node()])
    nodes!: T[];

    @FieldFor(audiences, 'The same, each with its cursor.', () => [Edge])
    edges!: Edge[];

    @FieldFor(audiences, 'Where the page ends.', () => PageInfo)
    pageInfo!: PageInfo;
  }
  return Connection;
}

/** How many a list gives when nobody says. */
export const PAGE_SIZE = {
  defaultValue: 50,
  nullable: true,
  bound: wholeNumber(1, 100, 'Ask for 1 to 100 at a time.'),
};
/** A cursor holds what its list is ordered by: at most a title, in base64. */
export const CURSOR = { nullable: true, bound: opaque(2_000) };
export const FIRST = 'How many at most.';
export const AFTER = 'Cursor of the record after which the page begins.';
export const FirstType = () => Int;
