import {
  GraphQLBoolean,
  GraphQLEnumType,
  GraphQLFloat,
  GraphQLID,
  GraphQLInputObjectType,
  GraphQLInt,
  GraphQLList,
  GraphQLNonNull,
  GraphQLObjectType,
  GraphQLScalarType,
  GraphQLSchema,
  GraphQLString,
  graphqlSync,
} from 'graphql';
import { sharedContract } from '../../src/server/boot/contract.js';
import {
  AUDIENCES,
  type Audiences,
  staffAndClient,
  staffOnly,
} from '../../src/visibility/audience.js';
import { checkVisibility } from '../../src/visibility/boot-checks.js';
import { boundInputs } from '../../src/visibility/bounded-inputs.js';
import { listOf, opaque } from '../../src/visibility/bounds.js';
import { readPolicy } from '../../src/visibility/policy.js';
import { projection } from '../../src/visibility/projection.js';
import { refusalFor } from '../../src/visibility/refusals.js';
import { ruleTree } from '../../src/visibility/rule-tree.js';
import { projectedSchema } from '../../src/visibility/schemas/projected-schema.js';
import { guardedSchema } from '../../src/visibility/shield.js';

const seenBy = (audiences: Audiences, about?: string) => ({ visibility: { audiences, about } });

/** A schema of one type, for trying a developer's mistakes. */
function schemaWith(fields: Record<string, object>, rootArgs = {}, rootExtensions = {}) {
  const Thing = new GraphQLObjectType({ name: 'Thing', fields: fields as never });
  const Query = new GraphQLObjectType({
    name: 'Query',
    fields: {
      thing: {
        type: Thing,
        args: rootArgs,
        extensions: { ...seenBy(staffAndClient), ...rootExtensions },
        resolve: () => ({ name: 'seen', secret: 'hidden' }),
      },
    },
  });
  return new GraphQLSchema({ query: Query });
}

const name = { type: GraphQLString, extensions: seenBy(staffAndClient) };

describe('a developer cannot start the server with', () => {
  it('an undeclared field', () => {
    const schema = schemaWith({ name, margin: { type: GraphQLString } });
    expect(() => readPolicy(schema)).toThrow(/Nobody declared who may see Thing\.margin\./);
  });

  it('an undeclared argument', () => {
    const schema = schemaWith({ name }, { id: { type: GraphQLString } });
    expect(() => readPolicy(schema)).toThrow(/Query\.thing\(id:\)/);
  });

  it('an undeclared input field or enum', () => {
    const Kind = new GraphQLEnumType({ name: 'Kind', values: { A: {} } });
    const Filter = new GraphQLInputObjectType({
      name: 'ThingFilter',
      fields: { kind: { type: Kind } },
    });
    const schema = schemaWith(
      { name },
      { filter: { type: Filter } },
      { 'argument:filter': { audiences: staffAndClient } },
    );
    expect(() => readPolicy(schema)).toThrow(/ThingFilter\.kind/);
    expect(() => readPolicy(schema)).toThrow(/Kind/);
  });

  it('a hidden field that is not nullable', () => {
    const schema = schemaWith({
      name,
      margin: { type: new GraphQLNonNull(GraphQLString), extensions: seenBy(staffOnly) },
    });
    expect(() => checkVisibility(schema, readPolicy(schema))).toThrow(
      /Thing\.margin is hidden from CLIENT, so it must be nullable/,
    );
  });

  it('a filter on a field that somebody may not see', () => {
    const Filter = new GraphQLInputObjectType({
      name: 'ThingFilter',
      fields: {
        secret: { type: GraphQLString, extensions: seenBy(staffAndClient, 'Thing.secret') },
      },
    });
    const schema = schemaWith(
      { name, secret: { type: GraphQLString, extensions: seenBy(staffOnly) } },
      { filter: { type: Filter } },
      { 'argument:filter': { audiences: staffAndClient } },
    );
    expect(() => checkVisibility(schema, readPolicy(schema))).toThrow(
      /ThingFilter\.secret lets CLIENT read Thing\.secret/,
    );
  });

  it('a filter that does not declare what it reads', () => {
    const Filter = new GraphQLInputObjectType({
      name: 'ThingFilter',
      fields: { secret: { type: GraphQLString, extensions: seenBy(staffOnly) } },
    });
    const schema = schemaWith(
      { name },
      { filter: { type: Filter } },
      { 'argument:filter': { audiences: staffOnly } },
    );
    expect(() => checkVisibility(schema, readPolicy(schema))).toThrow(
      /ThingFilter\.secret must say what it is about/,
    );
  });
});

describe('a developer cannot start the server with an unbounded', () => {
  const declared = (bound?: object) => ({ 'argument:it': { audiences: staffAndClient, bound } });
  const bootWith = (type: object, bound?: object) => () =>
    boundInputs(schemaWith({ name }, { it: { type } }, declared(bound)));
  const inputOf = (type: object, extensions = {}) =>
    new GraphQLInputObjectType({
      name: 'ThingInput',
      fields: { it: { type, extensions } as never },
    });

  it.each([
    ['text', GraphQLString],
    ['whole number', GraphQLInt],
    ['number', GraphQLFloat],
    ['list of ids', new GraphQLList(GraphQLID)],
    ['scalar of its own', new GraphQLScalarType({ name: 'Anything' })],
  ])('%s', (_what, type) => {
    expect(bootWith(type)).toThrow(/Nobody declared how large Query\.thing\(it:\) may be\./);
    expect(bootWith(new GraphQLNonNull(type))).toThrow(/Query\.thing\(it:\)/);
    expect(bootWith(inputOf(type))).toThrow(/how large ThingInput\.it may be/);
  });

  it('list of unbounded items, even if its length is bounded', () => {
    const texts = new GraphQLList(GraphQLString);
    expect(bootWith(texts, listOf(10))).toThrow(/Query\.thing\(it:\)/);
    expect(bootWith(texts, listOf(10, opaque(5)))).not.toThrow();
  });

  it('list that is bounded like a single value', () => {
    expect(bootWith(new GraphQLList(GraphQLString), opaque(5))).toThrow(/Query\.thing\(it:\)/);
  });

  it('place, but can with enums, booleans, ids and declared bounds, which are in the descriptions', () => {
    const fine = inputOf(GraphQLString, { bound: opaque(5) });
    expect(bootWith(fine)).not.toThrow();
    expect(fine.getFields().it?.description).toBe('At most 5 characters.');
    for (const type of [
      GraphQLBoolean,
      GraphQLID,
      new GraphQLEnumType({ name: 'E', values: { A: {} } }),
    ])
      expect(bootWith(type)).not.toThrow();
  });
});

it('a value beyond a bound never reaches a resolver, as a literal or a variable', async () => {
  const seen: unknown[] = [];
  const bound = { 'argument:it': { audiences: staffAndClient, bound: listOf(2, opaque(3)) } };
  const schema = schemaWith({ name }, { it: { type: new GraphQLList(GraphQLString) } }, bound);
  const field = schema.getQueryType()?.getFields().thing as { resolve?: unknown };
  field.resolve = (_root: unknown, args: unknown) => {
    seen.push(args);
    return { name: 'seen' };
  };
  boundInputs(schema);
  const text = 'query ($it: [String]) { thing(it: $it) { name } }';
  const codes = [['abc'], ['abcd'], ['a', 'b', 'c'], null].map((it) => {
    const { errors } = graphqlSync({ schema, source: text, variableValues: { it } });
    return errors?.[0]?.extensions.field;
  });
  expect(codes).toEqual([undefined, 'it.0', 'it', undefined]);
  const written = graphqlSync({ schema, source: '{ thing(it: ["abcd"]) { name } }' });
  expect(written.errors?.[0]?.extensions.field).toBe('it.0');
  expect(seen).toEqual([{ it: ['abc'] }, { it: null }]);
});

describe('a hidden field', () => {
  const resolved: string[] = [];
  const schema = schemaWith({
    name,
    secret: {
      type: GraphQLString,
      extensions: seenBy(staffOnly),
      resolve: () => {
        resolved.push('secret');
        return 'hidden';
      },
    },
  });
  const policy = readPolicy(schema);

  it('is null for a client and is never resolved', async () => {
    const guarded = guardedSchema(schema, policy, 'CLIENT', refusalFor);
    const { graphql } = await import('graphql');
    const result = await graphql({
      schema: guarded,
      source: '{ thing { name secret } }',
      contextValue: {},
    });
    expect(result).toEqual({ data: { thing: { name: 'seen', secret: null } } });
    expect(resolved).toEqual([]);
  });

  it('keeps its default resolver for those who may see it', () => {
    const guarded = guardedSchema(schema, policy, 'ADMIN', refusalFor);
    const result = graphqlSync({ schema: guarded, source: '{ thing { name secret } }' });
    expect(result.data).toEqual({ thing: { name: 'seen', secret: 'hidden' } });
  });

  it("does not exist in a client's introspection", () => {
    const visible = projectedSchema(schema, policy, 'CLIENT').getType('Thing') as GraphQLObjectType;
    expect(Object.keys(visible.getFields())).toEqual(['name']);
  });

  it('is null in a projection, whatever the value was', () => {
    const project = projection(schema, policy, 'CLIENT');
    expect(project('Thing', { name: 'seen', secret: 'hidden', more: 'nowhere' })).toEqual({
      name: 'seen',
      secret: null,
    });
  });
});

describe('the contract of the product', () => {
  const { schema, policy } = sharedContract();

  it('has a rule for every field and an answer for every audience', () => {
    const outputs = policy.rows.filter(({ kind }) => kind === 'output');
    expect(outputs.length).toBeGreaterThan(150);
    const tree = ruleTree(policy);
    for (const { type, field, audiences } of outputs) {
      const rule = tree[type]?.[field]?.rule;
      expect(AUDIENCES.filter((audience) => rule?.allows(audience))).toEqual(audiences);
    }
  });

  it('is consistent: shield allows a client exactly the fields in its introspection', () => {
    const visible = projectedSchema(schema, policy, 'CLIENT');
    for (const type of Object.values(visible.getTypeMap())) {
      if (!(type instanceof GraphQLObjectType) || type.name.startsWith('__')) continue;
      for (const field of Object.keys(type.getFields()))
        expect(policy.allows('CLIENT', type.name, field)).toBe(true);
    }
  });

  // Listed by hand: the fields whose exposure would be the worst.
  const NEVER_FOR_CLIENTS = [
    'Job.internalNotes',
    'Job.materials',
    'Job.assignees',
    'Job.staffCostCents',
    'Job.materialsCostCents',
    'Job.marginCents',
    'Job.client',
    'Job.sharePrompt',
    'Job.publication',
    'Job.publications',
    'Job.portalLinks',
    'Note.internal',
    'Note.author',
    'Photo.shared',
    'Visit.assignees',
    'Visit.cancelledAt',
    'Quote.internalNotes',
    'Quote.client',
    'Quote.job',
    'QuoteLine.unitCostCents',
    'Material.name',
    'Material.unitCostCents',
    'StaffMember.name',
    'StaffMember.email',
    'StaffMember.phone',
    'StaffMember.hourlyCostCents',
    'Client.email',
    'Client.phone',
    'Business.taxRateBasisPoints',
    'Business.clientPortalEnabled',
    'Query.jobs',
    'Query.clients',
    'Query.sharePrompts',
    'Query.visibilityMatrix',
    'Mutation.shareWithClient',
  ];
  it.each(NEVER_FOR_CLIENTS)('never shows a client or a visitor %s', (place) => {
    expect(policy.audiencesOf(place).length).toBeGreaterThan(0);
    expect(policy.audiencesOf(place)).not.toContain('CLIENT');
    expect(policy.audiencesOf(place)).not.toContain('VISITOR');
  });

  const COSTS = [
    'Job.staffCostCents',
    'Job.materialsCostCents',
    'Job.marginCents',
    'QuoteLine.unitCostCents',
    'Material.unitCostCents',
    'StaffMember.hourlyCostCents',
  ];
  it.each(COSTS)('shows %s to owners, sole traders, admins and finance only', (place) => {
    expect(policy.audiencesOf(place)).toEqual([
      'BUSINESS_OWNER',
      'SOLE_TRADER',
      'ADMIN',
      'FINANCE',
    ]);
  });
});
