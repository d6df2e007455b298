import { JsonReader } from '../../src/database/reader/json-reader.js';
import { LiveReader } from '../../src/database/reader/live-reader.js';
import { PublicationReader } from '../../src/portal/session/publication-reader.js';
import { sharedContract } from '../../src/server/boot/contract.js';
import { CODES } from '../../src/visibility/refusals.js';
import { sessionOf } from '../harness/live.js';
import { sampleOf } from '../harness/long-form.js';
import { quotedJob } from '../harness/quotes.js';
import { withSchemaAlong } from '../harness/schema-along.js';
import { openWorld, type World } from '../harness/world.js';
import { operationsOf } from './everything.js';
import { framesOf } from './frames.js';

const ECHO = 'select zqSecretzq from zq_table where zq = $1; constraint "zq_check"';
const COMMITTED = 'Your change was made, but its answer could not be read; load it again.';
const INSIDES =
  /zq|select |insert |update |relation|column \\*"|constraint|permission denied|node_modules|\.[jt]s\b|\bat [\w.]+ \(|PostgreSQL|kysely|mikro/i;
/** Their caller could call nothing more. */
const LAST_OPERATIONS = ['signOut', 'requireSecondFactorFor'];
const OPERATIONS = operationsOf(sharedContract().schema).filter(
  ({ name }) => !LAST_OPERATIONS.includes(name),
);

let world: World;
let jobId: string;
let quoteId: string;
let tokens: Record<string, string | undefined>;
const lines: string[] = [];
beforeAll(async () => {
  world = await openWorld(
    { wrongSignInsPer10Minutes: 100_000 },
    { log: { level: 'error', stream: { write: (line: string) => void lines.push(line) } } },
  );
  const job = await quotedJob(world, await world.as('owner'));
  ({ jobId, quoteId } = job);
  tokens = { owner: await sessionOf(world, 'owner'), client: job.token, visitor: undefined };
}, 60_000);
afterAll(() => world.close());

async function bodyOf(
  token: string | undefined,
  query: string,
  variables: object,
): Promise<string> {
  const response = await fetch(`${world.url}/graphql`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(token && { authorization: `Bearer ${token}` }),
    },
    body: JSON.stringify({ query, variables }),
  });
  return response.text();
}

/** Runs operations as all callers; returns the number of server faults, each of which is in the log. */
async function askEverything(from = 0): Promise<number> {
  let faults = 0;
  // In the short form each as one of the callers, and with another fault as the next of them.
  for (const [at, token] of Object.values(tokens).entries())
    for (const operation of sampleOf(OPERATIONS, 3, from + at))
      faults += proveBland(await bodyOf(token, operation.query, variablesOf(operation)));
  return faults;
}

/** Few operations reach some methods: if none of a sample does, the next sample is asked. */
async function askUntilFault(from: number): Promise<number> {
  for (let turn = 0; turn < 3; turn += 1) {
    const faults = await askEverything(from + turn);
    if (faults > 0) return faults;
  }
  return 0;
}

/** Runs operations with introspection added, which are refused before a fault is reached. */
async function askEverythingWithSchema(): Promise<void> {
  for (const [at, token] of Object.values(tokens).entries())
    for (const operation of sampleOf(OPERATIONS, 3, at))
      await proveRefusedWithSchema(token, operation.query, variablesOf(operation));
}

function variablesOf({ variables }: (typeof OPERATIONS)[number]): object {
  return variables((_, place) => (/quote/i.test(place) ? quoteId : jobId));
}

const MAX_VISITOR_BODY_LENGTH = 64 * 1024;

/** With introspection added, nothing of the operation runs, and nothing more is revealed. */
async function proveRefusedWithSchema(
  token: string | undefined,
  query: string,
  variables: object,
): Promise<void> {
  const body = await bodyOf(token, withSchemaAlong(query), variables);
  expect(proveBland(body)).toBe(0);
  expect(JSON.parse(body)).not.toHaveProperty('data');
  const length = JSON.stringify({ query: withSchemaAlong(query), variables }).length;
  // A visitor's body has a bound of its own, and is not read past it.
  const isTooLong = token === undefined && length > MAX_VISITOR_BODY_LENGTH;
  expect(body).toMatch(isTooLong ? /BAD_REQUEST/ : /GRAPHQL_(PARSE|VALIDATION)_FAILED/);
}

/** A server fault reveals only its code, one sentence and the request id. */
function proveBland(body: string): number {
  const { errors = [] } = JSON.parse(body) as {
    errors?: {
      message: string;
      extensions: { code: keyof typeof CODES; requestId?: string; committed?: true };
    }[];
  };
  const ours = errors.filter(({ extensions }) => extensions.code === 'INTERNAL_ERROR');
  for (const { message, extensions } of ours) {
    const isCommitted = 'committed' in extensions;
    expect(message).toBe(isCommitted ? COMMITTED : CODES.INTERNAL_ERROR);
    const { committed, ...others } = extensions;
    expect(committed).toBe(isCommitted ? true : undefined);
    expect(Object.keys(others).sort()).toEqual(['code', 'requestId']);
    expect(lines.join('\n')).toContain(extensions.requestId);
  }
  for (const { message } of errors)
    expect(message).not.toMatch(/zq|relation|constraint|node_modules/i);
  if (ours.length > 0) expect(JSON.stringify(ours)).not.toMatch(INSIDES);
  return ours.length;
}

/** Replaces a method while the work runs. */
async function withFault(holder: object, method: string, work: () => Promise<void>): Promise<void> {
  const target = holder as Record<string, unknown>;
  const had = Object.hasOwn(target, method);
  const real = target[method];
  target[method] = () => {
    throw new Error(ECHO);
  };
  try {
    await work();
  } finally {
    if (had) target[method] = real;
    else delete target[method];
  }
}

/** Replaces a method of all readers while the work runs. */
async function withFaultyReaders(method: string, work: () => Promise<void>): Promise<void> {
  await withFault(LiveReader.prototype, method, () =>
    withFault(JsonReader.prototype, method, () =>
      withFault(PublicationReader.prototype, method, work),
    ),
  );
}

const METHODS = ['find', 'children', 'page', 'lookup'];

it.each(sampleOf(METHODS, 2))(
  'reveals nothing of a fault in %s of a reader',
  async (method) => {
    await withFaultyReaders(method, async () => {
      lines.length = 0;
      expect(await askUntilFault(METHODS.indexOf(method))).toBeGreaterThan(0);
      expect(lines.join()).toContain('zqSecretzq');
    });
  },
  60_000,
);

it('reveals nothing of a fault in a change', async () => {
  await withFault(world.running.services.orm.em, 'fork', async () => {
    expect(await askEverything()).toBeGreaterThan(20);
  });
}, 60_000);

it('refuses every operation with introspection along, whatever fails below', async () => {
  const work = () => withFaultyReaders('find', askEverythingWithSchema);
  await withFault(world.running.services.orm.em, 'fork', work);
}, 60_000);

it('reveals nothing of a violated constraint', async () => {
  await world.sql('alter table notes add constraint zq_check check (length(body) < 0) not valid');
  const query = 'mutation ($input: AddNoteInput!) { addNote(input: $input) { note { id } } }';
  const variables = { input: { jobId, body: 'Hello' } };
  await proveRefusedWithSchema(tokens.owner, query, variables);
  const body = await bodyOf(tokens.owner, query, variables);
  expect(proveBland(body)).toBe(1);
  expect(body).not.toMatch(INSIDES);
  await world.sql('alter table notes drop constraint zq_check');
});

const JOB =
  'query ($id: ID!) { job(id: $id) { id title notes { body } visits { id } quotes { id lines { id } } invoices { id } todos { id } photos { id } materials { id } } }';
const PORTAL = '{ portal { job { id } } }';

/** What is asked without a table: first who reads most of the tables, then everybody else. */
const ASKED_WITHOUT = [
  ['owner', JOB],
  ['client', PORTAL],
  ['owner', PORTAL],
  // Without some tables nobody can be authenticated.
  ['owner', withSchemaAlong(PORTAL)],
  ['client', JOB],
  ['client', withSchemaAlong(PORTAL)],
  ['visitor', JOB],
  ['visitor', PORTAL],
  ['visitor', withSchemaAlong(PORTAL)],
] as const;

it('reveals nothing of missing tables, over a WebSocket either', async () => {
  const live = await framesOf(
    world,
    tokens.owner as string,
    'subscription ($id: ID!) { jobChanged(jobId: $id) { notes { body } } }',
    { id: jobId },
  );
  const { rows } = await world.sql(
    "select table_name as t from information_schema.tables where table_schema = 'public' and table_name not like '%migration%'",
  );
  // Some operation above has ended the owner's other sessions.
  const owner = world.withToken(tokens.owner as string);
  const [first, others] = [ASKED_WITHOUT.slice(0, 2), ASKED_WITHOUT.slice(2)];
  for (const [at, { t }] of (rows as unknown as { t: string }[]).entries()) {
    await world.sql(`alter table ${t} rename to zq_${t}`);
    for (const [who, query] of [...first, ...sampleOf(others, others.length, at)])
      proveBland(await bodyOf(tokens[who], query, query === JOB ? { id: jobId } : {}));
    if (t === 'notes')
      await owner(
        'mutation ($id: ID!) { setJobStatus(jobId: $id, status: ON_HOLD) { job { id } } }',
        { id: jobId },
      );
    await world.sql(`alter table zq_${t} rename to ${t}`);
  }
  const { errors } = await owner(
    'mutation ($id: ID!) { updateJob(input: { id: $id, title: "Another title" }) { job { id } } }',
    { id: jobId },
  );
  expect(errors).toBeUndefined();
  const frame = await live.next();
  expect(frame).not.toMatch(INSIDES);
  await live.close();
}, 60_000);
