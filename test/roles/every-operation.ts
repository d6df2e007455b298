import type { Audience } from '../../src/visibility/audience.js';
import { follow, refusal } from '../harness/live.js';
import { openStripe, type StripeLoopback } from '../harness/stripe-loopback.js';
import { type Answer, ask, openWorld, until, type World } from '../harness/world.js';
import { FIELD_ROWS, OPERATION_ROWS, type RoleRow } from '../roles-table.js';
import { type Caller, callersIn } from './callers.js';
import { FIELD_QUERY, seenIn, wholeJob } from './fields.js';
import { type Asked, expectOnce, isKeyed } from './keyed.js';
import { ALL_OPERATIONS, textOf } from './operation-text.js';
import type { Place } from './places.js';
import { VARIABLES, variablesFor } from './variables.js';
import { written } from './written.js';

const LETTERS: Record<string, string> = {
  F: 'FORBIDDEN',
  N: 'NOT_FOUND',
  U: 'UNAUTHENTICATED',
  V: 'VALIDATION_FAILED',
};

/** These end the caller's session. */
const LEAVING = ['Mutation.signOut', 'Mutation.changePassword'];

let stripe: StripeLoopback;
let world: World;
let callers: Record<Audience, Caller>;
/** One call of an operation, and the expected letter of the table. */
interface Call {
  caller: Caller;
  place: Place;
  expected: string;
  says: string;
}

/** What is tried of the table. */
interface Tried {
  /** Of the calls of a row that are refused, these. */
  refused(calls: Call[], row: number): Call[];
  /** Of the calls of a row that are permitted, these. */
  permitted(calls: Call[], row: number): Call[];
  /** Whether the mutation of this row, counted among those with keys, is repeated with a key. */
  isRepeated(row: number): boolean;
}

/**
 * Every operation as every caller: refused as in the table with nothing written, or succeeding; mutations done once for a
 * key; and every field of a job as in the table.
 */
export function tryEveryOperation(tried: Tried): void {
  beforeAll(async () => {
    stripe = await openStripe();
    stripe.hold();
    world = await openWorld({
      enquiriesPer10Minutes: 1000,
      openRegistration: true,
      stripe: stripe.config(true),
    });
    callers = await callersIn(world);
  });
  afterAll(async () => {
    await world?.close();
    await stripe?.close();
  });

  it('every operation is in the table, and the table has no others', () => {
    const named = OPERATION_ROWS.map(({ name }) => operationOf(name));
    expect([...new Set(named)].sort()).toEqual([...ALL_OPERATIONS].sort());
    const prepared = Object.keys(VARIABLES).filter(
      (name) => !OPERATION_ROWS.some((row) => row.name === name),
    );
    expect(prepared).toEqual([]);
  });

  describe.each(OPERATION_ROWS)('$name', (row) => {
    it('refuses callers as in the table, and writes nothing', async () => {
      const calls = tried.refused(
        callsOf(row).filter(({ expected }) => expected !== '+'),
        OPERATION_ROWS.indexOf(row),
      );
      const variables = await variablesOfPlaces(row, calls);
      const before = await written(world);
      const answers = await Promise.all(
        calls.map((call) => called(row, call, variables.get(call.place) ?? {})),
      );
      expect(answers).toEqual(calls.map(({ says, expected }) => `${says}: ${LETTERS[expected]}`));
      expect(await written(world)).toEqual(before);
    });

    it('succeeds for callers as in the table', async () => {
      for (const call of tried.permitted(
        callsOf(row).filter(({ expected }) => expected === '+'),
        OPERATION_ROWS.indexOf(row),
      )) {
        const variables = await variablesFor(row.name)(call.place, call.caller.staffId);
        expect(await called(row, call, variables)).toBe(`${call.says}: done`);
      }
    });
  });

  const keyedRows = OPERATION_ROWS.filter(
    ({ name, cells }) => isKeyed(operationOf(name)) && cells.some(({ cell }) => cell.includes('+')),
  );
  it.each(keyedRows.filter((_, at) => tried.isRepeated(at)))(
    '$name is done once for a key',
    async (row) => {
      const permitted = callsOf(row).filter(({ expected }) => expected === '+');
      // A member of staff, a client and a visitor, if they are permitted.
      for (const call of new Map(permitted.map((each) => [kindOf(each), each])).values()) {
        const { caller, place } = call;
        const asked: Asked = {
          world,
          operation: operationOf(row.name),
          token: await caller.token(false),
          variables: await variablesFor(row.name)(place, caller.staffId),
        };
        await expectOnce(asked);
      }
    },
  );

  describe('visible fields of a job', () => {
    const answers = new Map<Audience, unknown>();
    beforeAll(async () => {
      const assigned = callers.BUSINESS_OWNER.places(3)[1] as Place;
      const token = await wholeJob(assigned);
      for (const { audience } of FIELD_ROWS[0]?.cells ?? []) {
        const own = audience === 'CLIENT' ? token : await callers[audience].token(false);
        const answer = await ask(world.url, own ?? undefined)<unknown, object>(FIELD_QUERY, {
          id: assigned.jobId,
        });
        expect(answer.errors).toBeUndefined();
        answers.set(audience, answer.data);
      }
    });

    it.each(FIELD_ROWS)('$name', ({ name, cells }) => {
      const seen = cells.map(({ audience }) => ({
        audience,
        cell: seenIn(answers.get(audience), name) ? '+' : '-',
      }));
      expect(seen).toEqual(cells);
    });
  });
}

function callsOf({ cells }: RoleRow): Call[] {
  return cells.flatMap(({ audience, cell }) => {
    const caller = callers[audience];
    const places = caller.places(cell.length);
    return [...cell].map((expected, at) => ({
      caller,
      place: places[at] as Place,
      expected,
      says: cell.length === 1 ? audience : `${audience} ${at + 1}`,
    }));
  });
}

export function kindOf({ caller: { audience, staffId } }: Call): string {
  return staffId ? 'STAFF' : audience;
}

/** A refusal changes nothing, so refused callers share one set of variables. */
async function variablesOfPlaces({ name }: RoleRow, calls: Call[]) {
  const variables = new Map<Place, Record<string, unknown>>();
  for (const place of new Set(calls.map((call) => call.place)))
    variables.set(place, await variablesFor(name)(place));
  return variables;
}

async function called(
  { name }: RoleRow,
  { caller, says }: Call,
  variables: Record<string, unknown>,
): Promise<string> {
  const operation = operationOf(name);
  const token = await caller.token(false);
  if (operation.startsWith('Subscription.'))
    return `${says}: ${await followed(token, operation, variables)}`;
  const asked = LEAVING.includes(operation) ? await caller.token(true) : token;
  const answer = await ask(world.url, asked ?? undefined)(textOf(operation, variables), variables);
  return `${says}: ${outcomeOf(answer)}`;
}

async function followed(
  token: string | null,
  operation: string,
  variables: Record<string, unknown>,
): Promise<string> {
  const { live } = world.running.services;
  const before = live.open;
  const attempt = follow(world, token, textOf(operation, variables), variables);
  await until(() => attempt.hasEnded() || live.open > before);
  const outcome = attempt.hasEnded() ? await refusal(attempt) : 'done';
  await attempt.close();
  await until(() => live.open <= before);
  return outcome ?? 'ended';
}

function outcomeOf({ errors }: Answer<unknown>): string {
  const refused = errors?.[0]?.extensions;
  if (!refused) return 'done';
  const isVague = refused.code === 'VALIDATION_FAILED' && !refused.field;
  return isVague ? `${refused.code} without a field` : refused.code;
}

function operationOf(name: string): string {
  return name.split('/')[0] as string;
}
