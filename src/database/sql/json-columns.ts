import type { EntityMetadata, MikroORM } from '@mikro-orm/postgresql';
import {
  arrayParts,
  concatOf,
  type Encoder,
  lacksList,
  objectParts,
  type Part,
  rowParts,
  valueParts,
} from './json-text.js';
import { maxMembers, mayBePreloaded, type NestedList } from './list-limits.js';
import { isList, RelatedRows, type Relation } from './relation.js';
import { columnNamed } from './rows.js';
import { TODAY } from './scope.js';

/** Key of a JSON object with the source of its value. */
export type Member = { key: string } & (
  | { constant: string | null }
  | { related: RelatedShape }
  | (Source & { encoder: Encoder; nullable: boolean })
);

type Source = { column: string } | { computed: (row: string, today: string) => string };

/** Related rows: a list, or one object or null. */
interface RelatedShape {
  name: string;
  relation: Relation;
  shape: Shape;
}

/** Shape of the JSON object that is written of a row. */
export type Shape = readonly Member[];

/** Whether the nested lists of these shapes are few enough for one statement. */
export function mayBeOneStatement(shapes: readonly Shape[]): boolean {
  return mayBePreloaded(shapes.flatMap(listsIn));
}

function listsIn(shape: Shape): NestedList[] {
  return shape.flatMap((member) => {
    if (!('related' in member)) return [];
    const lists = listsIn(member.related.shape);
    return isList(member.related.relation) ? [{ lists }] : lists;
  });
}

/** Thrown if a list has more members than one statement may return; resolvers then read it in parts. */
export class ListTooLong extends Error {
  constructor() {
    super('A list has too many members to be written by one statement.');
  }
}

const MAX_STATEMENTS = 100;

/** Select list of the rows of one entity class as JSON, with one column for each shape. */
export class JsonColumns {
  readonly #statements = new Map<string, string>();
  readonly #hasLists: boolean;
  readonly #shortestObject: number;

  constructor(
    private readonly orm: MikroORM,
    readonly meta: EntityMetadata,
    private readonly shapes: readonly Shape[],
  ) {
    this.#hasLists = shapes.some((shape) => listsIn(shape).length > 0);
    this.#shortestObject = shortestObject(shapes);
  }

  /**
   * Returns `select id, …` with one column for each shape, followed by `rest`. The text is the same each time, so that
   * PostgreSQL reuses its plan.
   */
  statement(isScoped: boolean, rest: string): string {
    const key = `${isScoped} ${rest}`;
    const known = this.#statements.get(key);
    if (known) return known;
    const writer = new ShapeWriter(new RelatedRows(this.orm, isScoped));
    const columns = this.shapes.map(
      (shape, at) => `, ${writer.text(shape, this.meta, 'r')} as "${nameOf(at)}"`,
    );
    const text = `select r.id as "id"${columns.join('')} ${rest}`;
    if (this.#statements.size < MAX_STATEMENTS) this.#statements.set(key, text);
    return text;
  }

  /** Returns the number of objects in a text of these rows, or 0 if the text is too short for `atLeast` objects. */
  objectsIn(json: string, atLeast: number): number {
    return json.length < atLeast * this.#shortestObject ? 0 : objectsIn(json);
  }

  /** Throws ListTooLong if a list was left out of a row. */
  check(rows: readonly Record<string, unknown>[]): void {
    if (!this.#hasLists) return;
    for (const row of rows)
      for (const at of this.shapes.keys()) if (lacksList(jsonOf(row, at))) throw new ListTooLong();
  }
}

/** Returns the JSON of a row for the shape at this index. */
export function jsonOf(row: object, at: number): string {
  return (row as Record<string, unknown>)[nameOf(at)] as string;
}

/**
 * Returns the number of objects in a JSON text. A string that ends with a brace counts as one too many; any other brace
 * in a string is followed by no quote, since JSON escapes quotes.
 */
function objectsIn(json: string): number {
  let count = 0;
  for (let at = json.indexOf('{"'); at >= 0; at = json.indexOf('{"', at + 2)) count += 1;
  return count;
}

/** Returns the length of the shortest object that is written of these shapes, in characters: `{"a":1},` has 8. */
function shortestObject(shapes: readonly Shape[]): number {
  return Math.min(
    ...shapes.flatMap((shape) => [
      shape.reduce((length, { key }) => length + key.length + '"":1,'.length, '{}'.length),
      ...shape.map((member) =>
        'related' in member ? shortestObject([member.related.shape]) : Infinity,
      ),
    ]),
  );
}

function nameOf(at: number): string {
  return `json ${at}`;
}

/** Converts shapes to SQL expressions. */
class ShapeWriter {
  constructor(private readonly related: RelatedRows) {}

  text(shape: Shape, entity: EntityMetadata, row: string): string {
    const text = concatOf(this.#object(shape, entity, row, 0));
    const queries = shape.flatMap((member) =>
      'computed' in member ? member.computed(row, TODAY).trim() : [],
    );
    return calculatedOnce(text, queries);
  }

  /** `depth` is the number of enclosing lists. */
  #object(shape: Shape, entity: EntityMetadata | undefined, row: string, depth: number): Part[] {
    return objectParts(
      shape.map((member) => [member.key, this.#value(member, entity, row, depth)]),
    );
  }

  #value(member: Member, entity: EntityMetadata | undefined, row: string, depth: number): Part[] {
    if ('constant' in member) return [{ text: JSON.stringify(member.constant) }];
    if ('related' in member)
      return this.#related(member.related, entity as EntityMetadata, row, depth);
    const sql = 'computed' in member ? member.computed(row, TODAY) : column(member, entity, row);
    return valueParts(member.encoder, sql, member.nullable);
  }

  #related(
    { name, relation, shape }: RelatedShape,
    parent: EntityMetadata,
    of: string,
    depth: number,
  ): Part[] {
    const { entity, alias, from } = this.related.of({ name, relation, parent, of });
    if (!isList(relation)) return rowParts(this.#object(shape, entity, alias, depth), from);
    const max = maxMembers(depth, listsIn(shape).length > 0, entity);
    return arrayParts(this.#object(shape, entity, alias, depth + 1), from, max);
  }
}

/**
 * Returns the SQL with each of these expressions that occurs in it several times, such as the costs that a margin
 * contains, calculated once. Without `offset 0` PostgreSQL would put the expressions back into their places.
 */
function calculatedOnce(sql: string, expressions: readonly string[]): string {
  const shared = expressions.filter((each) => QUERY.test(each) && sql.split(each).length > 2);
  if (shared.length === 0) return sql;
  const once = shared.reduce((text, each, at) => text.replaceAll(each, () => `once.c${at}`), sql);
  const columns = shared.map((each, at) => `${each} as c${at}`);
  return `(select ${once} from (select ${columns.join(', ')} offset 0) once)`;
}

const QUERY = /\bselect\b/;

/** Rows of a relation without a table have columns named as their fields. */
function column(
  source: { column: string },
  entity: EntityMetadata | undefined,
  row: string,
): string {
  return `${row}.${entity ? columnNamed(entity, source.column) : source.column}`;
}
