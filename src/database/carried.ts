import type { EntityMetadata } from '@mikro-orm/postgresql';
import {
  arrayParts,
  concatOf,
  lacksList,
  objectParts,
  type Part,
  rowParts,
  valueParts,
  type Writing,
} from './json-text.js';
import { maxMembers, mayComeAlong, type NestedList } from './list-limits.js';
import { isList, type RelatedRows, type Relation } from './relation.js';
import { columnNamed } from './rows.js';
import { TODAY } from './scope.js';

/** What an answer says of a record under one key. */
export type Saying = { key: string } & (
  | { constant: string }
  | { shows: Showing }
  | (Said & { writing: Writing; mayBeNull: boolean })
);

type Said = { column: string } | { saidBy: (row: string, today: string) => string };

/** What an answer shows of a record by one of its relations. */
export interface Showing {
  name: string;
  relation: Relation;
  says: Saying[];
}

/** What comes with a record as the JSON of the answer itself: all that is said of it, or one relation. */
export type Carried = { self: Saying[] } | Showing;

/** Whether one record may bring all this along; what may not is resolved. */
export function mayBeCarried(carried: readonly Carried[]): boolean {
  return mayComeAlong(
    carried.flatMap((each) => ('self' in each ? listsIn(each.self) : listsOf(each))),
  );
}

function listsOf({ relation, says }: Showing): NestedList[] {
  const inside = listsIn(says);
  return isList(relation) ? [{ lists: inside }] : inside;
}

function listsIn(says: readonly Saying[]): NestedList[] {
  return says.flatMap((each) => ('shows' in each ? listsOf(each.shows) : []));
}

/** Whether a row was to bring a list that has too many members to be carried. */
export function isTooLong(row: Record<string, unknown>, carried: readonly Carried[]): boolean {
  return carried.some((_, at) => lacksList(String(row[carriedAs(at)])));
}

/** The name under which a row brings what is carried in that place. */
export function carriedAs(at: number): string {
  return `carried ${at}`;
}

/** Writes what is carried as further columns of a statement: `, concat(…) as "carried 0"`. */
export class CarriedColumns {
  constructor(private readonly related: RelatedRows) {}

  of(carried: readonly Carried[], record: EntityMetadata, row: string): string {
    const columns = carried.map((each, at) => {
      const parts =
        'self' in each ? this.#object(each.self, record, row) : this.#showing(each, record, row);
      return `, ${concatOf(parts)} as "${carriedAs(at)}"`;
    });
    return columns.join('');
  }

  /** `depth` is the number of lists around. */
  #showing(
    { name, relation, says }: Showing,
    parent: EntityMetadata,
    of: string,
    depth = 0,
  ): Part[] {
    const { record, alias, from } = this.related.of({ name, relation, parent, of });
    if (!isList(relation)) return rowParts(this.#object(says, record, alias, depth), from);
    const most = maxMembers(depth, listsIn(says).length > 0, record);
    return arrayParts(this.#object(says, record, alias, depth + 1), from, most);
  }

  #object(says: Saying[], record: EntityMetadata | undefined, row: string, depth = 0): Part[] {
    return objectParts(says.map((each) => [each.key, this.#value(each, record, row, depth)]));
  }

  #value(saying: Saying, record: EntityMetadata | undefined, row: string, depth: number): Part[] {
    if ('constant' in saying) return [{ text: JSON.stringify(saying.constant) }];
    if ('shows' in saying) return this.#showing(saying.shows, record as EntityMetadata, row, depth);
    const sql = 'saidBy' in saying ? saying.saidBy(row, TODAY) : column(saying, record, row);
    return valueParts(saying.writing, sql, saying.mayBeNull);
  }
}

/** What has no table has columns of the names of its fields. */
function column(said: { column: string }, record: EntityMetadata | undefined, row: string): string {
  return `${row}.${record ? columnNamed(record, said.column) : said.column}`;
}
