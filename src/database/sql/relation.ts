import type { EntityMetadata, MikroORM } from '@mikro-orm/postgresql';
import { columnNamed, type EntityClass, keyOf, listedBy } from './rows.js';
import { assignedOnly, ONLY_JOBS_OF, owner } from './scope.js';

/** Relation of an entity: one-to-many (a list) or many-to-one. */
export interface Relation {
  /** Related class; an array with the class for a list. */
  type: () => EntityClass | [EntityClass];
  /** For a list: the property of its members that refers to the parent. */
  belongsTo?: string;
  /** For a relation without foreign key: the SQL after `from`, for the aliases of the related row and of the parent. */
  relationSql?(related: string, row: string): string;
}

export function isList({ type }: Relation): boolean {
  return Array.isArray(type());
}

/** Returns the related class. */
export function entityOf({ type }: Relation): EntityClass {
  const related = type();
  return Array.isArray(related) ? related[0] : related;
}

/** Relation of a parent row, whose alias is `of`. */
export interface ParentRelation {
  name: string;
  relation: Relation;
  parent: EntityMetadata;
  of: string;
}

/** SQL of related rows: their entity (undefined without a table), their alias and the SQL after `from`. */
export interface RelatedSql {
  entity: EntityMetadata | undefined;
  alias: string;
  from: string;
}

/** Builds the SQL of related rows. */
export class RelatedRows {
  constructor(
    private readonly orm: MikroORM,
    /** Whether only the jobs assigned to one staff member are read. */
    private readonly isScoped: boolean,
  ) {}

  of(parentRelation: ParentRelation): RelatedSql {
    const { name, relation, of } = parentRelation;
    const entity = this.entityOf(relation);
    const alias = `${of}_${name.toLowerCase()}`;
    const { relationSql } = relation;
    return {
      entity,
      alias,
      from: relationSql ? relationSql(alias, of) : this.#byKey(parentRelation, entity, alias),
    };
  }

  entityOf(relation: Relation): EntityMetadata | undefined {
    return this.orm.getMetadata().find(entityOf(relation) as never);
  }

  #byKey(
    { name, relation, parent, of }: ParentRelation,
    entity: EntityMetadata | undefined,
    alias: string,
  ) {
    if (!entity) throw new Error(`The relation ${parent.className}.${name} needs a table.`);
    const { belongsTo } = relation;
    const assigned = this.isScoped ? assignedOnly(entity, ONLY_JOBS_OF, alias) : '';
    const ofBusiness = `${entity.tableName} ${alias} where ${owner(entity, alias)} = $1`;
    if (!belongsTo)
      return `${ofBusiness} and ${alias}.id = ${of}.${columnNamed(parent, `${name}Id`)}${assigned}`;
    const key = columnNamed(entity, keyOf(entity, belongsTo));
    const order = listedBy(entityOf(relation), entity, alias);
    return `${ofBusiness} and ${alias}.${key} = ${of}.id${assigned} order by ${order}`;
  }
}
