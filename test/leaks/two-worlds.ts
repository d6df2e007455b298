import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { v7 } from 'uuid';
import { cloneDatabase, dropDatabase } from '../../src/database/setup/databases.js';
import type { StartOptions } from '../../src/server/boot/start.js';
import { openStripe, type StripeLoopback } from '../harness/stripe-loopback.js';
import { enterWorld, type World } from '../harness/world.js';
import { keptForClient } from './charged-quotes.js';
import { secretIn } from './search.js';
import { keepSecrets, namesNobodyMayLearn } from './secrets.js';
import { hidden, type ShownJob, shownJob } from './shown-job.js';

/** One raw request. */
interface Request {
  method: 'GET' | 'POST';
  path: string;
  body?: string;
}

/** One response without the parts that always differ. */
interface Answer {
  status: number;
  headers: Record<string, string>;
  body: string;
}

/** Two servers whose databases are equal in what one client may see and differ in everything else. */
export interface TwoWorlds {
  a: World;
  b: World;
  job: ShownJob;
  /** Columns that hold a secret of their world. */
  secret: string[];
  /** The logs of both worlds. */
  lines: string[];
  names: Set<string>;
  /** Sends the request to both as the client; fails unless the responses are equal and reveal nothing; returns them. */
  ask(request: Request, token?: string): Promise<Answer>;
  graphql(
    query: string,
    variables?: object,
    operationName?: string,
    token?: string,
  ): Promise<Answer>;
  /** Starts both servers on the same databases again, with other options. */
  restart(start: Partial<StartOptions>): Promise<void>;
  close(): Promise<void>;
}

/** Creates one world, copies it, and changes everything that the client may not see in both. */
export async function openTwoWorlds(): Promise<TwoWorlds> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'jobglass-worlds-'));
  const settings = {
    dataFolder,
    enquiriesPer10Minutes: 1_000_000,
    clientMessagesPerHour: 300_000,
    messageMailSeconds: 1,
  };
  const { job, a: first, b: second } = await twins(settings);
  const lines: string[] = [];
  const clock = sharedClock();
  const listening = {
    clock: clock.now,
    log: { level: 'trace', stream: { write: (line: string) => void lines.push(line) } },
  };
  const stripes = [await openStripe(), await openStripe()] as const;
  const enter = (url: string, stripe: StripeLoopback, options: Partial<StartOptions> = {}) =>
    enterWorld(url, { ...settings, stripe: stripe.config() }, undefined, {
      ...listening,
      ...options,
    });
  const a = await enter(first, stripes[0]);
  const b = await enter(second, stripes[1]);
  await b.sql("update businesses set tax_rate_basis_points = 777 where slug = 'bright-spark'");
  await hidden(b, await b.as('owner'), job.jobId);
  await b.sql('delete from materials where id = (select min(id::text)::uuid from materials)');
  const shown = await shownTo(a, job);
  const shownQuotes = [...job.quoteIds, job.ownPages.quote.id];
  const restores = [await keptForClient(a, shownQuotes), await keptForClient(b, shownQuotes)];
  const secret = await keepSecrets(a, 'A');
  await keepSecrets(b, 'B');
  for (const restore of restores) await restore();
  // The next invoice of both has the same number.
  for (const world of [a, b]) await world.sql('update number_series set last = 1000');
  const names = new Set([
    ...(await namesNobodyMayLearn(a, shown)),
    ...(await namesNobodyMayLearn(b, shown)),
  ]);
  const worlds: TwoWorlds = {
    a,
    b,
    job,
    secret,
    lines,
    names,
    async ask(request, token = job.token) {
      clock.tick();
      const [one, other] = [
        await send(worlds.a, request, token),
        await send(worlds.b, request, token),
      ];
      const [left, right] = [one, other].map((each) => alike(each, shown, names));
      expect({ request, answer: right }).toEqual({ request, answer: left });
      const asked = JSON.stringify(request) + decodeURIComponent(request.path);
      for (const answer of [one, other])
        expect(secretIn(JSON.stringify(answer), asked, names)).toBeNull();
      return one;
    },
    graphql: (query, variables, operationName, token) =>
      worlds.ask(
        {
          method: 'POST',
          path: '/graphql',
          body: JSON.stringify({ query, variables, operationName }),
        },
        token,
      ),
    restart: async (options) => {
      await worlds.a.close();
      await worlds.b.close();
      worlds.a = await enter(first, stripes[0], options);
      worlds.b = await enter(second, stripes[1], options);
    },
    close: async () => {
      await worlds.a.close();
      await worlds.b.close();
      for (const url of [first, second]) await dropDatabase(url);
      for (const stripe of stripes) await stripe.close();
      rmSync(dataFolder, { recursive: true, force: true });
    },
  };
  return worlds;
}

async function twins(settings: object) {
  const named = () => `test_${v7().replaceAll('-', '')}`;
  const template = process.env.TEST_DATABASE_URL as string;
  const name = named();
  const url = await cloneDatabase(template, 'template', name);
  const world = await enterWorld(url, settings);
  try {
    await world.sql("update businesses set logo_url = 'https://bright-spark.test/logo.png'");
    const job = await shownJob(world);
    await world.close();
    const [a, b] = [
      await cloneDatabase(url, name, named()),
      await cloneDatabase(url, name, named()),
    ];
    return { job, a, b };
  } finally {
    await dropDatabase(url);
  }
}

/** A clock that only moves on request, so that both worlds store the same times. */
function sharedClock() {
  let now = Date.now();
  return {
    now: () => new Date(now),
    tick: () => {
      now += 1;
    },
  };
}

/** The client's newest publication, its other own data, and the own pages: all names in there are visible. */
async function shownTo(world: World, { jobId, clientId, ownPages }: ShownJob): Promise<string> {
  const { rows } = await world.sql(
    `select p.view::text as view, (select json_agg(m.id)::text from messages m where m.job_id = $1) as messages
     from publications p where p.job_id = $1 order by version desc limit 1`,
    [jobId],
  );
  const pages = await world.sql('select view::text as view from page_publications');
  const clients = Object.values(ownPages).map((page) => page.clientId);
  return JSON.stringify([rows, jobId, clientId, pages.rows, clients]);
}

async function send(world: World, { method, path, body }: Request, token: string): Promise<Answer> {
  const response = await fetch(world.url + path, {
    method,
    body,
    headers: {
      authorization: `Bearer ${token}`,
      ...(body !== undefined && { 'content-type': 'application/json' }),
      'apollo-require-preflight': 'yes',
    },
  });
  return {
    status: response.status,
    headers: Object.fromEntries(response.headers),
    body: Buffer.from(await response.arrayBuffer()).toString('latin1'),
  };
}

const UUID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/gi;

/** Page of the payment provider, which each world has of its own. */
const PAYMENT_PAGE = /http:\/\/127\.0\.0\.1:\d+\/pay\/\w+/g;

/** Signed address of what was created for the response: its seal is of its path, and so of its id. */
export const SIGNED_FOR_NEW = /(<(?:new|id)>[^"?]*\?access=)[\w-]+/g;

/** The response without its date and with ids created for it replaced. */
function alike({ headers, ...answer }: Answer, shown: string, names: Set<string>) {
  const isOld = (id: string) => shown.includes(id) || names.has(id) || !id.startsWith('01');
  const body = cursorsRead(answer.body.replace(PAYMENT_PAGE, '<page>'))
    .replace(UUID, (id) => (isOld(id.toLowerCase()) ? id : '<new>'))
    .replace(SIGNED_FOR_NEW, '$1<sealed>');
  // What is left to a caller depends on how many others have asked before.
  const { date: _, ratelimit: __, 'content-length': length, ...others } = headers;
  if (body.includes('"extensions":{"code":"INTERNAL_ERROR"'))
    return { ...answer, headers: others, body: withComparableFaults(body) };
  return { ...answer, headers: { ...others, 'content-length': length }, body };
}

/** The response with its cursors decoded to the ids they contain, and the list. */
function cursorsRead(body: string): string {
  return body.replace(/"([\w-]{24,})"/g, (whole, text) => {
    const read = Buffer.from(text, 'base64url').toString('latin1');
    return /^\["[^"]*","[0-9a-f-]{36}","[A-Za-z ]+"\]$/.test(read) ? JSON.stringify(read) : whole;
  });
}

/**
 * A disabled layer makes statements of the database fail. Their errors come in any order, and where one of them empties
 * the response, GraphQL leaves open which of the others are reported as well.
 */
function withComparableFaults(body: string): string {
  const { errors, data } = JSON.parse(body) as GraphQLFaults;
  const isFault = ({ extensions }: GraphQLFault) => extensions.code === 'INTERNAL_ERROR';
  const kept = data === null ? errors.filter((each) => !isFault(each)) : errors;
  return JSON.stringify({ data, errors: kept.map((each) => JSON.stringify(each)).sort() });
}

interface GraphQLFault {
  extensions: { code: string };
}

interface GraphQLFaults {
  data: unknown;
  errors: GraphQLFault[];
}
