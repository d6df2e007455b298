import {
  type DocumentNode,
  type GraphQLField,
  type GraphQLSchema,
  isObjectType,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import type { LookAhead } from '../database/look-ahead.js';
import { isList, type Relation } from '../database/relation.js';
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
  const needs = new Needs(schema);
  for (const [type, names] of fields) for (const name of names) needs.addField(type, name);
  return needs.all();
}

interface Need {
  columns: Set<string>;
  relations: Map<string, Relation>;
  said: Map<string, SaidBy>;
  /** What is not said might be anything. */
  isWhole: boolean;
}

type SaidBy = NonNullable<Declaration['saidBy']>;

/** What is needed of each class of records, gathered field by field. */
class Needs {
  readonly #byClass = new Map<string, Need>();

  constructor(private readonly schema: GraphQLSchema) {}

  addField(type: string, name: string): void {
    const field = fieldsOf(this.schema, type)[name];
    if (!field) return;
    const { resolved, needs, saidBy } = field.extensions.visibility as Declaration;
    const relation = field.extensions.relation as Relation | undefined;
    const need = this.#of(type);
    if (relation) need.relations.set(name, relation);
    if (saidBy) need.said.set(name, saidBy);
    if (relation && !isList(relation) && !relation.saidFrom) need.columns.add(`${name}Id`);
    else if (!resolved) need.columns.add(name);
    else if (!relation && !saidBy && !needs) need.isWhole = true;
    for (const each of needs ?? []) need.columns.add(each);
  }

  all(): LookAhead {
    return new Map(
      [...this.#byClass].map(([type, { columns, isWhole, ...along }]) => [
        type,
        { columns: isWhole ? null : columns, ...along },
      ]),
    );
  }

  #of(type: string): Need {
    const need = this.#byClass.get(type) ?? {
      columns: new Set(),
      relations: new Map(),
      said: new Map(),
      isWhole: false,
    };
    this.#byClass.set(type, need);
    return need;
  }
}

function fieldsOf(
  schema: GraphQLSchema,
  type: string,
): Record<string, GraphQLField<unknown, unknown>> {
  const found = schema.getType(type);
  return isObjectType(found) ? found.getFields() : {};
}

function setOf(sets: Fields, key: string): Set<string> {
  const set = sets.get(key) ?? new Set();
  sets.set(key, set);
  return set;
}
