import { GraphQLDateTime } from 'graphql-scalars';
import { Ctx, Extensions, Root } from 'type-graphql';
import { preloaded } from '../../database/reader/reader.js';
import { momentFrom } from '../../database/sql/moment.js';
import type { EntityClass } from '../../database/sql/rows.js';
import type { Audience, Audiences } from '../../visibility/audience.js';
import { ResolvedFieldFor } from '../../visibility/declare/fields.js';
import type { Context, Rooted } from './context.js';

/** Field that PostgreSQL computes from a row. */
export interface ComputedChoices {
  audiences: Audiences;
  description: string;
  type: () => unknown;
  record: () => EntityClass;
  /** Default: true. */
  nullable?: boolean;
  /** As in `Declaration`. */
  liveOnly?: true;
  /** SQL expression, for the alias of a row, a day in the time zone of the business, and who reads it. */
  computedSql(row: string, today: string, audience: Audience): string;
}

/**
 * Declares a field by its SQL. The resolver is generated: it returns the preloaded value, or computes it for all rows
 * of the operation in one statement.
 */
export function ComputedFor(choices: ComputedChoices): PropertyDecorator {
  const { audiences, description, type, record, nullable = true, liveOnly, computedSql } = choices;
  const field = ResolvedFieldFor(audiences, description, type, {
    nullable,
    liveOnly,
    columns: [],
    computedSql: computedSql,
  });
  return (prototype, key) => {
    const name = key as string;
    const isTime = type() === GraphQLDateTime;
    const resolve = async (root: Rooted<{ id: string }>, { reader, principal }: Context) => {
      const sql = (row: string, today: string) => computedSql(row, today, principal.audience);
      const value = await preloaded(root[name], () =>
        reader.computed(record(), { name, computedSql: sql }, root.id),
      );
      return isTime && typeof value === 'string' ? momentFrom(value) : value;
    };
    Object.assign(prototype, { [name]: resolve });
    Root()(prototype, name, 0);
    Ctx()(prototype, name, 1);
    Extensions({ resolve })(prototype, name, undefined as never);
    field(prototype, name);
  };
}

/** Relation that takes more than a foreign key to find. */
export interface RelatedChoices {
  audiences: Audiences;
  description: string;
  /** Class of the related entities; an array with the class for a list. */
  type: () => EntityClass | [EntityClass];
  nullable?: boolean;
  parent: () => EntityClass;
  /** SQL after `from`, for the aliases of the related row and of the parent row. */
  relationSql(related: string, row: string): string;
  /** Value from published values, which have no business; undefined if they do not hold it. */
  published?(values: Record<string, unknown>): unknown;
}

/** Declares a relation by its SQL. The resolver is generated, as with `ComputedFor`. */
export function RelatedFor(choices: RelatedChoices): PropertyDecorator {
  const { audiences, description, type, nullable, parent, relationSql, published } = choices;
  const field = ResolvedFieldFor(audiences, description, type, {
    nullable,
    columns: ['businessId'],
    relationSql: relationSql,
    published,
  });
  return (prototype, key) => {
    const name = key as string;
    const relation = { type: type, relationSql: relationSql };
    const resolve = (root: Rooted<{ id: string }>, { reader }: Context) => {
      if (!root.businessId && published) return published(root);
      return preloaded(root[name], () => reader.related(parent(), { name, relation }, root.id));
    };
    Object.assign(prototype, { [name]: resolve });
    Root()(prototype, name, 0);
    Ctx()(prototype, name, 1);
    Extensions({ resolve })(prototype, name, undefined as never);
    field(prototype, name);
  };
}
