import type { EntityMetadata, EntityProperty, MikroORM } from '@mikro-orm/postgresql';
import {
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLOutputType,
  getNamedType,
  getNullableType,
  isEnumType,
  isNonNullType,
  isObjectType,
} from 'graphql';
import type { Member, Shape } from '../../database/sql/json-columns.js';
import type { Encoder } from '../../database/sql/json-text.js';
import { entityOf, isList, type Relation } from '../../database/sql/relation.js';
import type { Audience } from '../../visibility/audience.js';
import type { Declaration } from '../../visibility/declare/declaration.js';
import type { Policy } from '../../visibility/policy.js';
import type { SelectedField, Selections } from './selection.js';

type Field = GraphQLField<unknown, unknown>;

/** Converts selections to shapes of JSON that PostgreSQL can write: columns, computed fields and relations. */
export class JsonShapes {
  constructor(
    private readonly orm: MikroORM,
    private readonly policy: Policy,
    private readonly audience: Audience,
    private readonly selections: Selections,
  ) {}

  /** Returns the shape of a selection; null if a field needs a resolver. `around` are the names of the types above. */
  of(
    fields: readonly SelectedField[],
    type: GraphQLObjectType,
    meta: EntityMetadata | undefined,
    around: readonly string[] = [],
  ): Shape | null {
    const members: Member[] = [];
    for (const field of fields) {
      const member = this.#member(field, type, meta, around);
      if (!member) return null;
      members.push(member);
    }
    return members.length > 0 ? members : null;
  }

  #member(
    selected: SelectedField,
    type: GraphQLObjectType,
    meta: EntityMetadata | undefined,
    around: readonly string[],
  ): Member | null {
    const { key, name } = selected;
    if (name === '__typename') return { key, constant: type.name };
    const field = type.getFields()[name] as Field | undefined;
    if (!field) return null;
    if (!this.policy.allows(this.audience, type.name, name))
      return isNonNullType(field.type) ? null : { key, constant: null };
    if (selected.hasArguments) return null;
    const relation = field.extensions.relation as Relation | undefined;
    if (relation) return this.#related(selected, field, relation, [...around, type.name]);
    return valueMember(key, field, meta, this.audience);
  }

  #related(
    selected: SelectedField,
    field: Field,
    relation: Relation,
    around: readonly string[],
  ): Member | null {
    const type = getNamedType(field.type);
    // A relation back to a type above would multiply the JSON.
    if (!isObjectType(type) || around.includes(type.name)) return null;
    // A many-to-one relation may be empty.
    if (!isList(relation) && isNonNullType(field.type)) return null;
    const meta = this.orm.getMetadata().find(entityOf(relation) as never);
    const shape = this.of(this.selections.below(selected, type), type, meta, around);
    return shape && { key: selected.key, related: { name: field.name, relation, shape } };
  }
}

function valueMember(
  key: string,
  field: Field,
  meta: EntityMetadata | undefined,
  audience: Audience,
): Member | null {
  const { computedSql, resolved, column: renamed } = field.extensions.visibility as Declaration;
  const nullable = !isNonNullType(field.type);
  if (computedSql) {
    const computed = (row: string, today: string) => computedSql(row, today, audience);
    const encoder = computedEncoder(field.type);
    return encoder && { key, computed, encoder, nullable };
  }
  if (!renamed && (resolved || field.resolve)) return null;
  const name = renamed ?? field.name;
  if (!meta) {
    const encoder = computedEncoder(field.type);
    return encoder && { key, column: name, encoder, nullable };
  }
  const column = meta.properties[name as never] as EntityProperty | undefined;
  if (column?.kind !== 'scalar' || column.persist === false) return null;
  if (column.nullable && !nullable) return null;
  const encoder = columnEncoder(field.type, column.columnTypes?.[0]);
  return encoder && { key, column: name, encoder, nullable };
}

/** Encoders by GraphQL scalar and column type. */
const ENCODERS: Record<string, Record<string, Encoder>> = {
  String: { text: 'STRING' },
  ID: { uuid: 'IDENTIFIER', text: 'STRING' },
  Int: { int: 'NUMBER', integer: 'NUMBER' },
  Boolean: { boolean: 'BOOLEAN', bool: 'BOOLEAN' },
  // Check constraints exclude NaN and infinities.
  Float: { 'double precision': 'FLOAT', double: 'FLOAT' },
  Date: { date: 'DATE' },
  DateTime: { timestamptz: 'TIMESTAMP' },
  // Check constraints allow the names of the enum only.
  enum: { text: 'IDENTIFIER' },
};

/** Returns the encoder of a column; null if PostgreSQL would write another value than GraphQL. */
function columnEncoder(type: GraphQLOutputType, columnType = ''): Encoder | null {
  return encodersOf(type)[columnType.replace(/\(\d+\)$/, '')] ?? null;
}

/** Returns the encoder of a computed value, whose SQL type follows from the scalar. */
function computedEncoder(type: GraphQLOutputType): Encoder | null {
  if (String(getNullableType(type)) === 'Int') return 'COMPUTED_INT';
  return Object.values(encodersOf(type))[0] ?? null;
}

function encodersOf(type: GraphQLOutputType): Record<string, Encoder> {
  const scalar = getNullableType(type);
  const isNamed =
    isEnumType(scalar) && scalar.getValues().every(({ name, value }) => name === value);
  return ENCODERS[isNamed ? 'enum' : String(scalar)] ?? {};
}
