import type { EntityMetadata, MikroORM } from '@mikro-orm/postgresql';
import { columnNamed, keyOf, listedBy, type RecordClass } from './rows.js';
import { assignedOnly, ONLY_JOBS_OF, owner } from './scope.js';

/** How one record leads to others: to a list of those that belong to it, or to the one it belongs to. */
export interface Relation {
  /** The class of what it leads to; in brackets where that is a list. */
  shows: () => RecordClass | [RecordClass];
  /** For a list: the property by which its members say whose they are. */
  belongsTo?: string;
  /** Where it takes more to find them: what follows `from` in SQL, for a row that goes by `row`. */
  saidFrom?(shown: string, row: string): string;
}

export function isList({ shows }: Relation): boolean {
  return Array.isArray(shows());
}

export function recordOf({ shows }: Relation): RecordClass {
  const shown = shows();
  return Array.isArray(shown) ? shown[0] : shown;
}

/** Whose relation it is: the row that goes by `of`. */
export interface Hook {
  name: string;
  relation: Relation;
  parent: EntityMetadata;
  of: string;
}

/** The rows of a relation: what class they are of, if it has a table, and what follows `from` in SQL. */
export interface Rows {
  record: EntityMetadata | undefined;
  alias: string;
  from: string;
}

/** Finds what relations lead to, for rows that are being read. */
export class RelatedRows {
  constructor(
    private readonly orm: MikroORM,
    /** Whether only somebody's jobs are read. */
    private readonly isScoped: boolean,
  ) {}

  of(hook: Hook): Rows {
    const { name, relation, of } = hook;
    const record = this.recordOf(relation);
    const alias = `${of}_${name.toLowerCase()}`;
    const { saidFrom } = relation;
    return {
      record,
      alias,
      from: saidFrom ? saidFrom(alias, of) : this.#keyed(hook, record, alias),
    };
  }

  recordOf(relation: Relation): EntityMetadata | undefined {
    return this.orm.getMetadata().find(recordOf(relation) as never);
  }

  #keyed({ name, relation, parent, of }: Hook, record: EntityMetadata | undefined, alias: string) {
    if (!record) throw new Error(`${parent.className}.${name} leads to nothing that has a table.`);
    const { belongsTo } = relation;
    const assigned = this.isScoped ? assignedOnly(record, ONLY_JOBS_OF, alias) : '';
    const mine = `${record.tableName} ${alias} where ${owner(record, alias)} = $1`;
    if (!belongsTo)
      return `${mine} and ${alias}.id = ${of}.${columnNamed(parent, `${name}Id`)}${assigned}`;
    const key = columnNamed(record, keyOf(record, belongsTo));
    const order = listedBy(recordOf(relation), record, alias);
    return `${mine} and ${alias}.${key} = ${of}.id${assigned} order by ${order}`;
  }
}
