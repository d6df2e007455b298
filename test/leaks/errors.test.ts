import { LiveReader } from '../../src/database/live-reader.js';
import { PublicationReader } from '../../src/portal/publication-reader.js';
import { buildContract } from '../../src/server/schema.js';
import { CODES } from '../../src/visibility/refusals.js';
import { sessionOf } from '../harness/live.js';
import { quotedJob } from '../harness/quotes.js';
import { withSchemaAlong } from '../harness/schema-along.js';
import { enterWorld, openWorld, type World } from '../harness/world.js';
import { operationsOf } from './everything.js';
import { framesOf } from './frames.js';

const ECHO = 'select zqSecretzq from zq_table where zq = $1; constraint "zq_check"';
const COMMITTED = 'Your change was made, but its answer could not be read; load it again.';
const INSIDES =
  /zq|select |insert |update |relation|column \\*"|constraint|permission denied|node_modules|\.[jt]s\b|\bat [\w.]+ \(|PostgreSQL|kysely|mikro/i;
// Whoever has signed out asks nothing more.
const OPERATIONS = operationsOf(buildContract().schema).filter(({ name }) => name !== 'signOut');

let world: World;
let jobId: string;
let quoteId: string;
let tokens: Record<string, string | undefined>;
const lines: string[] = [];
beforeAll(async () => {
  const first = await openWorld();
  world = await enterWorld(
    first.databaseUrl,
    { wrongSignInsPer10Minutes: 100_000 },
    () => first.close(),
    {
      log: { level: 'error', stream: { write: (line: string) => void lines.push(line) } },
    },
  );
  const job = await quotedJob(world, await world.as('owner'));
  ({ jobId, quoteId } = job);
  tokens = { owner: await sessionOf(world, 'owner'), client: job.token, visitor: undefined };
}, 60_000);
afterAll(() => world.close());

async function told(token: string | undefined, query: string, variables: object): Promise<string> {
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

/** Asks everything as everybody; answers how many times it was our fault, each of which the log knows. */
async function askEverything(): Promise<number> {
  let faults = 0;
  for (const token of Object.values(tokens))
    for (const operation of OPERATIONS) {
      const variables = operation.variables((_, place) => (/quote/i.test(place) ? quoteId : jobId));
      faults += proveBland(await told(token, operation.query, variables));
      await proveRefusedWithSchema(token, operation.query, variables);
    }
  return faults;
}

/** With the schema asked for along, nothing of the operation runs, and no more is told. */
async function proveRefusedWithSchema(
  token: string | undefined,
  query: string,
  variables: object,
): Promise<void> {
  const body = await told(token, withSchemaAlong(query), variables);
  expect(proveBland(body)).toBe(0);
  expect(JSON.parse(body)).not.toHaveProperty('data');
  expect(body).toContain('VALIDATION_FAILED');
}

/** No answer tells more of a fault of ours than its code, one sentence and the name of the request. */
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

/** Puts something else in the place of a method for as long as the work takes. */
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

it.each(['find', 'children', 'page', 'lookup'])(
  'tells nothing of what went wrong in %s of a reader',
  async (method) => {
    await withFault(LiveReader.prototype, method, async () => {
      await withFault(PublicationReader.prototype, method, async () => {
        lines.length = 0;
        expect(await askEverything()).toBeGreaterThan(0);
        expect(lines.join()).toContain('zqSecretzq');
      });
    });
  },
  60_000,
);

it('tells nothing of what went wrong in a change', async () => {
  await withFault(world.running.rooms.orm.em, 'fork', async () => {
    expect(await askEverything()).toBeGreaterThan(20);
  });
}, 60_000);

it('tells nothing of a constraint that was broken', async () => {
  await world.sql('alter table notes add constraint zq_check check (length(body) < 0) not valid');
  const query = 'mutation ($input: AddNoteInput!) { addNote(input: $input) { note { id } } }';
  const variables = { input: { jobId, body: 'Hello' } };
  await proveRefusedWithSchema(tokens.owner, query, variables);
  const body = await told(tokens.owner, query, variables);
  expect(proveBland(body)).toBe(1);
  expect(body).not.toMatch(INSIDES);
  await world.sql('alter table notes drop constraint zq_check');
});

it('tells nothing of tables that are gone, over a WebSocket either', async () => {
  const live = await framesOf(
    world,
    tokens.owner as string,
    'subscription ($id: ID!) { jobChanged(jobId: $id) { notes { body } } }',
    { id: jobId },
  );
  const { rows } = await world.sql(
    "select table_name as t from information_schema.tables where table_schema = 'public' and table_name not like '%migration%'",
  );
  const owner = await world.as('owner');
  for (const { t } of rows as unknown as { t: string }[]) {
    await world.sql(`alter table ${t} rename to zq_${t}`);
    for (const token of Object.values(tokens)) {
      proveBland(
        await told(
          token,
          'query ($id: ID!) { job(id: $id) { id title notes { body } visits { id } quotes { id lines { id } } invoices { id } todos { id } photos { id } materials { id } } }',
          { id: jobId },
        ),
      );
      proveBland(await told(token, '{ portal { job { id } } }', {}));
      // Of a link or a session it cannot even be said who holds it.
      proveBland(await told(token, withSchemaAlong('{ portal { job { id } } }'), {}));
    }
    if (t === 'notes')
      await owner(
        'mutation ($id: ID!) { setJobStatus(jobId: $id, status: ON_HOLD) { job { id } } }',
        { id: jobId },
      );
    await world.sql(`alter table zq_${t} rename to ${t}`);
  }
  await owner(
    'mutation ($id: ID!) { updateJob(input: { id: $id, title: "Another title" }) { job { id } } }',
    { id: jobId },
  );
  const frame = await live.next();
  expect(frame).not.toMatch(INSIDES);
  await live.close();
}, 60_000);
