import { Extensions, Field, FieldResolver } from 'type-graphql';
import type { Audiences } from '../audience.js';
import {
  type AnyDecorator,
  type ArgumentOrFieldChoices,
  both,
  type Declaration,
  declared,
  type TypeThunk,
} from './declaration.js';

export interface FieldChoices
  extends ArgumentOrFieldChoices,
    Pick<Declaration, 'liveOnly' | 'absentWhenNull'> {}

interface ResolvedFieldChoices
  extends FieldChoices,
    Pick<Declaration, 'columns' | 'computedSql' | 'published' | 'copy' | 'liveOnly'> {
  /** For a field of related entities: the SQL after `from`, for the aliases of the related row and of the parent. */
  relationSql?(related: string, row: string): string;
}

/**
 * Declares a property or method as a GraphQL field with the audiences that see it. There is no other way to declare
 * a field, so none is without audiences.
 */
export function FieldFor(
  audiences: Audiences,
  description: string,
  type: TypeThunk,
  { about, liveOnly, absentWhenNull, ...choices }: FieldChoices = {},
) {
  const field = Field(type as never, { description, ...choices } as never);
  if (!choices.name) return both(field, declared({ audiences, about, liveOnly, absentWhenNull }));
  // A field that is not named as its column needs a resolver.
  const renamed = (target: object, key: string) =>
    (declared({ audiences, about, resolved: true, columns: [key], column: key }) as AnyDecorator)(
      target,
      key,
    );
  return both(field, renamed);
}

/** Declares a field whose value a resolver method returns. */
export function ResolvedFieldFor(
  audiences: Audiences,
  description: string,
  type: TypeThunk,
  {
    about,
    columns,
    computedSql,
    published,
    copy,
    relationSql,
    liveOnly,
    ...choices
  }: ResolvedFieldChoices = {},
) {
  const field = both(
    FieldResolver(type as never, { description, ...choices }),
    declared({
      audiences,
      about,
      resolved: true,
      columns,
      computedSql,
      published,
      copy,
      liveOnly,
    }),
  );
  const relation = { type, relationSql };
  return relationSql ? both(field, Extensions({ relation })) : field;
}
