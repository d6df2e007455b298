import { type GraphQLField, type GraphQLSchema, isObjectType } from 'graphql';
import { buildContract, sharedContract } from '../../src/server/boot/contract.js';
import { AUDIENCES, type Audience } from '../../src/visibility/audience.js';
import { CAPABILITIES, rolesWith } from '../../src/visibility/capabilities.js';
import { coordinate } from '../../src/visibility/policy.js';
import { Refusal, refusalFor } from '../../src/visibility/refusals.js';
import { mapped, ruleTree } from '../../src/visibility/rule-tree.js';
import {
  isClient,
  isStaff,
  isVisitor,
  Rule,
  refuse,
  ruleOf,
  strip,
} from '../../src/visibility/rules.js';
import { copyOfSchema } from '../../src/visibility/schemas/schema-copy.js';
import { guardedSchema } from '../../src/visibility/shield.js';
import packages from '../../src/visibility/shield-package.cjs';
import { openWorld } from '../harness/world.js';
import { planted } from '../leaks/plant.js';

const { schema, policy } = sharedContract();
const SEEN = 'resolved';

/** The contract with resolvers that only say that they ran. */
const answering = copyOfSchema(schema, (_type, _field, config) => ({
  ...config,
  resolve: () => SEEN,
}));

type Guarded = (audience: Audience) => GraphQLSchema;
const guarded: Guarded = (audience) => guardedSchema(answering, policy, audience, refusalFor);

/** Asks for every field and operation as every audience; answers those that did what their declaration forbids. */
async function holesIn(
  schemaOf: Guarded,
  audiences: readonly Audience[] = AUDIENCES,
): Promise<string[]> {
  const holes: string[] = [];
  for (const audience of audiences) {
    const own = schemaOf(audience);
    for (const row of policy.rows.filter(({ kind }) => kind === 'output')) {
      const type = own.getType(row.type);
      if (!isObjectType(type)) continue;
      const outcome = await outcomeOf(type.getFields()[row.field] as Field, audience);
      const expected = row.audiences.includes(audience) ? SEEN : deniedAt(row.type, audience);
      if (outcome !== expected) holes.push(`${audience} ${coordinate(row)}: ${outcome}`);
    }
  }
  return holes;
}

type Field = GraphQLField<unknown, unknown>;

async function outcomeOf(field: Field, audience: Audience): Promise<unknown> {
  const context = { principal: { audience, link: {} } };
  try {
    // A subscription must be refused where it starts.
    await field.subscribe?.({}, {}, context, {} as never);
    const answer = await field.resolve?.({}, {}, context, {} as never);
    return answer instanceof Refusal ? answer.extensions.code : answer;
  } catch (error) {
    // A subscription that is let in fails here, since the context has no feed.
    return error instanceof Refusal ? error.extensions.code : SEEN;
  }
}

function deniedAt(type: string, audience: Audience): unknown {
  const isOperation = ['Query', 'Mutation', 'Subscription'].includes(type);
  return isOperation ? refusalFor(audience).extensions.code : null;
}

it('nobody sees or calls what is not declared for them', async () => {
  expect(await holesIn(guarded)).toEqual([]);
});

it('what is decided at boot is what graphql-shield itself decides on each request', async () => {
  const perRequest: Guarded = (audience) => {
    const refused = refuse(refusalFor, audience);
    const rules = mapped(ruleTree(policy), ({ rule, otherwise }) =>
      otherwise === 'strip' ? rule.shield : packages.or(rule.shield, refused),
    );
    const guards = packages
      .shield(rules, { fallbackRule: strip, fallbackError: () => null as never })
      .generate(answering) as unknown as Record<string, Record<string, Guard>>;
    return copyOfSchema(answering, (type, field, config) => ({
      ...config,
      resolve: (...asked) => runs(guards[type]?.[field])(() => SEEN, ...asked),
      subscribe: undefined,
    }));
  };
  expect(await holesIn(perRequest)).toEqual([]);
});

type Run = (resolve: () => unknown, ...asked: unknown[]) => unknown;
/** Shield makes a function of a rule, and an object with one of a composed rule. */
type Guard = Run | { resolve: Run };

function runs(guard: Guard | undefined): Run {
  if (!guard) throw new Error('Shield guards nothing here.');
  return typeof guard === 'function' ? guard : guard.resolve;
}

describe('the walk over all places finds', () => {
  it('shield left out', async () => {
    const holes = await holesIn(() => answering);
    expect(holes).toContain('CLIENT Job.internalNotes: resolved');
    expect(holes).toContain('TRADIE Job.marginCents: resolved');
    expect(holes).toContain('VISITOR Mutation.shareWithClient: resolved');
    expect(holes).toContain('CLIENT Query.jobs: resolved');
  });

  // Checked in resolvers and readers.
  const BESIDE_NO_FIELD = [
    'SEE_ALL_JOBS',
    'CHANGE_ALL_WORK',
    'BE_ASSIGNED',
    'MANAGE_PAYMENT_TERMS',
  ];
  const RULES: Rule[] = [
    isStaff,
    isClient,
    ...Object.keys(CAPABILITIES)
      .filter((each) => !BESIDE_NO_FIELD.includes(each))
      .map((each) => ruleOf(rolesWith(each as never), each)),
  ];

  it.each(RULES.map((rule) => [rule.name, rule] as const))(
    'a rule that allows all: %s',
    async (_name, rule) => {
      const denied = AUDIENCES.filter((audience) => !rule.allows(audience));
      await planted(rule, { allows: () => true }, async () => {
        // One audience is enough to find the rule, and ten times as fast.
        const holes = await holesIn(guarded, denied.slice(0, 1));
        expect(holes.length).toBeGreaterThan(0);
        expect(holes.filter((each) => !each.endsWith(': resolved'))).toEqual([]);
      });
    },
  );

  it('a rule that allows none', async () => {
    await planted(isVisitor, { allows: () => false }, async () => {
      expect(await holesIn(guarded)).toContain('VISITOR Mutation.signIn: UNAUTHENTICATED');
    });
  });
});

it('a server whose rules allow all answers what the table of roles refuses', async () => {
  const asked = async (): Promise<unknown[]> => {
    const world = await openWorld({}, { contract: buildContract() });
    const apprentice = await world.as('apprentice');
    const answers = [
      await apprentice('mutation { updateSiteSettings(input: {}) { business { id } } }'),
      await apprentice('{ clients { nodes { id } } }'),
      await world.asVisitor('{ visibilityMatrix { type } }'),
    ];
    await world.close();
    return answers.map(({ errors }) => errors?.[0]?.extensions.code);
  };
  expect(await asked()).toEqual(['FORBIDDEN', 'FORBIDDEN', 'UNAUTHENTICATED']);
  await planted(Rule.prototype, { allows: () => true }, async () => {
    expect(await asked()).toEqual([undefined, undefined, undefined]);
  });
});

it('audiences that were put together by hand stop the boot', () => {
  expect(() => ruleOf(['CLIENT', 'VISITOR'], 'Job.title')).toThrow(
    'The audiences of Job.title have no name.',
  );
});
