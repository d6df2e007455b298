import type { Audience } from '../src/visibility/audience.js';
import { follow, refusal } from './harness/live.js';
import { type Answer, ask, openWorld, until, type World } from './harness/world.js';
import { type Caller, callersIn } from './roles/callers.js';
import { FIELD_QUERY, seenIn, wholeJob } from './roles/fields.js';
import { ALL_OPERATIONS, textOf } from './roles/operation-text.js';
import type { Place } from './roles/places.js';
import { VARIABLES, variablesFor } from './roles/variables.js';
import { written } from './roles/written.js';
import { FIELD_ROWS, OPERATION_ROWS, type RoleRow } from './roles-table.js';

const LETTERS: Record<string, string> = {
  F: 'FORBIDDEN',
  N: 'NOT_FOUND',
  U: 'UNAUTHENTICATED',
  V: 'VALIDATION_FAILED',
};

/** These end the session that they are called with. */
const LEAVING = ['Mutation.signOut', 'Mutation.changePassword'];

let world: World;
let callers: Record<Audience, Caller>;
beforeAll(async () => {
  world = await openWorld({ enquiriesPer10Minutes: 1000 });
  callers = await callersIn(world);
});
afterAll(() => world.close());

/** One call of somebody at a place, and the letter that the table has for it. */
interface Call {
  caller: Caller;
  place: Place;
  expected: string;
  says: string;
}

it('every operation stands in the table, and nothing stands there that is no operation', () => {
  const named = OPERATION_ROWS.map(({ name }) => operationOf(name));
  expect([...new Set(named)].sort()).toEqual([...ALL_OPERATIONS].sort());
  const prepared = Object.keys(VARIABLES).filter(
    (name) => !OPERATION_ROWS.some((row) => row.name === name),
  );
  expect(prepared).toEqual([]);
});

describe.each(OPERATION_ROWS)('$name', (row) => {
  it('refuses whom the table refuses, in its words, and writes nothing', async () => {
    const calls = callsOf(row).filter(({ expected }) => expected !== '+');
    const variables = await variablesOfPlaces(row, calls);
    const before = await written(world);
    const answers = await Promise.all(
      calls.map((call) => called(row, call, variables.get(call.place) ?? {})),
    );
    expect(answers).toEqual(calls.map(({ says, expected }) => `${says}: ${LETTERS[expected]}`));
    expect(await written(world)).toEqual(before);
  });

  it('does what is asked for whom the table lets through', async () => {
    for (const call of callsOf(row).filter(({ expected }) => expected === '+')) {
      const variables = await variablesFor(row.name)(call.place);
      expect(await called(row, call, variables)).toBe(`${call.says}: done`);
    }
  });
});

describe('what is seen of a job', () => {
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

/** A refusal uses nothing up, so one set of variables does for all who are refused at a place. */
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
  const { live } = world.running.rooms;
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
