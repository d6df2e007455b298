import {
  type DocumentNode,
  type GraphQLField,
  type GraphQLSchema,
  isObjectType,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import type { LookAhead, Relation } from '../database/look-ahead.js';
import type { Audience } from '../visibility/audience.js';
import type { Declaration } from '../visibility/declare.js';
import type { Policy } from '../visibility/policy.js';

type Fields = Map<string, Set<string>>;

/**
 * Says what an operation needs of every record that it shows, before anything is read. It goes by type
 * and not by place: what is asked of notes anywhere is read of notes everywhere, which is never too little.
 * What the audience may not see is not needed.
 */
export function lookAheadFor(schema: GraphQLSchema, policy: Policy, audience: Audience) {
  const known = new WeakMap<DocumentNode, LookAhead>();
  return (document: DocumentNode): LookAhead => {
    let ahead = known.get(document);
    if (!ahead) {
      ahead = needsOf(schema, fieldsIn(document, schema, policy, audience));
      known.set(document, ahead);
    }
    return ahead;
  };
}

function fieldsIn(
  document: DocumentNode,
  schema: GraphQLSchema,
  policy: Policy,
  audience: Audience,
): Fields {
  const fields: Fields = new Map();
  const typeInfo = new TypeInfo(schema);
  visit(
    document,
    visitWithTypeInfo(typeInfo, {
      Field({ name: { value: field } }) {
        const type = typeInfo.getParentType()?.name;
        if (type && policy.allows(audience, type, field)) setOf(fields, type).add(field);
      },
    }),
  );
  return fields;
}

function needsOf(schema: GraphQLSchema, fields: Fields): LookAhead {
  const columns: Fields = new Map();
  const relations = new Map<string, Map<string, Relation>>();
  const whole = new Set<string>();
  for (const [type, names] of fields) {
    const known = fieldsOf(schema, type);
    for (const name of names) {
      const field = known[name];
      if (!field) continue;
      const { resolved, needs } = field.extensions.visibility as Declaration;
      if (relationOf(field)) need(type, `${name}.id`);
      else if (!resolved) need(type, name);
      else if (needs) for (const each of needs) need(type, each);
      else whole.add(type);
    }
  }
  return new Map(
    [...new Set([...columns.keys(), ...relations.keys(), ...whole])].map((type) => [
      type,
      {
        columns: whole.has(type) ? null : setOf(columns, type),
        relations: relations.get(type) ?? new Map(),
      },
    ]),
  );

  /** `validUntil` is of the row itself; `lines.quantity` is of a record that hangs on it. */
  function need(type: string, name: string): void {
    const [relationName = '', column] = name.split('.');
    if (!column) return void setOf(columns, type).add(name);
    const relation = relationOf(fieldsOf(schema, type)[relationName]);
    if (!relation) throw new Error(`${type}.${relationName} is no relation.`);
    relations.set(type, (relations.get(type) ?? new Map()).set(relationName, relation));
    if (!relation.belongsTo) setOf(columns, type).add(`${relationName}Id`);
    setOf(columns, relation.record().name).add(column);
  }
}

function fieldsOf(
  schema: GraphQLSchema,
  type: string,
): Record<string, GraphQLField<unknown, unknown>> {
  const found = schema.getType(type);
  return isObjectType(found) ? found.getFields() : {};
}

function relationOf(field?: GraphQLField<unknown, unknown>): Relation | undefined {
  return field?.extensions.relation as Relation | undefined;
}

function setOf(sets: Fields, key: string): Set<string> {
  const set = sets.get(key) ?? new Set();
  sets.set(key, set);
  return set;
}
