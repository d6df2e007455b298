import { assert } from 'fast-check';
import pg from 'pg';
import { v7 } from 'uuid';
import { DEMO_PASSWORD } from '../../db/demo/seed-demo.js';
import { cloneDatabase, dropDatabase } from '../../src/database/setup/databases.js';
import { type ServerProcess, startServerProcess } from '../harness/server-process.js';
import type { StripeEventJson } from '../harness/stripe/books.js';
import {
  openStripe,
  STRIPE_KEY,
  type StripeLoopback,
  WEBHOOK_SECRET,
} from '../harness/stripe-loopback.js';
import { type Ask, ask, enterWorld, until, type World } from '../harness/world.js';
import { moneyIsExact } from './money-model.js';
import { aPayableInvoice, type Payable, pay, recorded, seenBy } from './payable.js';

const KILLS = 3;
const INVOICES = 4;
const MODEL_RUNS = 10;

let databaseUrl: string;
let stripe: StripeLoopback;
let world: World | undefined;
let server: ServerProcess | undefined;
beforeAll(async () => {
  const template = process.env.TEST_DATABASE_URL as string;
  databaseUrl = await cloneDatabase(template, 'template', `test_${v7().replaceAll('-', '')}`);
  stripe = await openStripe();
  world = await enterWorld(databaseUrl, { stripe: stripe.config() });
  stripe.deliverTo(world.url);
});
afterAll(async () => {
  server?.process.kill('SIGKILL');
  await world?.close();
  await stripe?.close();
  await dropDatabase(databaseUrl);
});

it('money is exact in many runs, and when the server is killed between an event and its commit', async () => {
  const owner = await (world as World).as('owner');
  await assert(
    moneyIsExact(() => ({ world: world as World, owner, stripe })),
    { numRuns: MODEL_RUNS, endOnFailure: true, includeErrorInReport: true },
  );
  const tokens: string[] = [];
  const watched = {
    ...(world as World),
    withToken: (token: string) => {
      tokens.push(token);
      return (world as World).withToken(token);
    },
  } as World;
  const invoices: Payable[] = [];
  for (let left = INVOICES; left > 0; left -= 1)
    invoices.push(await aPayableInvoice(watched, owner, 'OWN_JOB'));
  await world?.close();
  world = undefined;

  stripe.hold();
  let events: StripeEventJson[] = [];
  for (let kill = 0; kill <= KILLS; kill += 1) {
    server = await startServerProcess(environment());
    stripe.deliverTo(server.url);
    const { url } = server;
    const payables = invoices.map((each, at) => ({ ...each, client: ask(url, tokens[at]) }));
    const boss = await ownerAt(url);
    const before = stripe.sessions().length;
    const opening = payables.map((each) => pay(each).catch(() => undefined));
    if (kill % 2 === 0) await Promise.all(opening);
    for (const { id, status } of stripe.sessions().slice(before - INVOICES))
      if (status === 'open') stripe.books.pay(id, { isAsync: false });
    events = [...events, ...stripe.waiting.splice(0)];
    const held = kill < KILLS && kill % 2 === 0 ? await holdJobs(payables) : null;
    const sending = events.map((event) => stripe.send(event).catch(() => 0));
    if (kill < KILLS) {
      if (held) await Promise.race([held.waitedFor(), Promise.all(sending)]);
      else await new Promise((resolve) => setTimeout(resolve, 15 * kill));
      server.process.kill('SIGKILL');
      await held?.release();
      await Promise.all([...sending, ...opening]);
      continue;
    }
    expect(await Promise.all(sending)).toEqual(events.map(() => 200));
    await Promise.all(opening);
    for (const each of payables) await isExact(boss, each);
  }
}, 240_000);

/** Holds the jobs of these invoices, so that an event waits between its arrival and its commit. */
async function holdJobs(payables: Payable[]) {
  const holder = new pg.Client({ connectionString: databaseUrl });
  await holder.connect();
  await holder.query('begin');
  await holder.query('select from jobs where id = any($1) for update', [
    payables.map(({ jobId }) => jobId),
  ]);
  return {
    waitedFor: () =>
      until(async () => {
        const { rowCount } = await holder.query(
          "select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'",
        );
        return rowCount;
      }),
    release: () => holder.end(),
  };
}

/** Every payment that Stripe has counts once, or goes back. */
async function isExact(boss: Ask, payable: Payable): Promise<void> {
  await until(async () => {
    const { checkouts } = await recorded(boss, payable);
    return checkouts.every(({ refunds }) => refunds.every(({ status }) => status !== 'REQUESTED'));
  });
  const { paidCents, checkouts } = await recorded(boss, payable);
  const received = checkouts.reduce((sum, each) => sum + each.receivedCents, 0);
  const back = checkouts
    .flatMap(({ refunds }) => refunds)
    .reduce((sum, { amountCents }) => sum + amountCents, 0);
  expect(paidCents).toBe(received - back);
  expect(await seenBy(payable)).toMatchObject({ status: 'PAID', paidCents });
}

function environment(): Record<string, string> {
  return {
    DATABASE_URL: databaseUrl,
    JOBGLASS_DATA: process.env.TEST_FOLDER as string,
    SEED_DEMO: 'false',
    STRIPE_API_KEY: STRIPE_KEY,
    STRIPE_WEBHOOK_SECRET: WEBHOOK_SECRET,
    STRIPE_BASE_URL: stripe.baseUrl,
  };
}

async function ownerAt(url: string): Promise<Ask> {
  const { data } = await ask(url)<{ signIn: { token: string } }, object>(
    'mutation ($email: String!, $password: String!) { signIn(email: $email, password: $password) { token } }',
    { email: 'owner@demo.jobglass.test', password: DEMO_PASSWORD },
  );
  return ask(url, data.signIn.token);
}
