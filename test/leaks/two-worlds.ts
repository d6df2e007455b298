import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { v7 } from 'uuid';
import { cloneDatabase, dropDatabase } from '../../src/database/databases.js';
import type { StartOptions } from '../../src/server/start.js';
import { enterWorld, type World } from '../harness/world.js';
import { secretIn } from './search.js';
import { keepSecrets, namesNobodyMayLearn } from './secrets.js';
import { hidden, type ShownJob, shownJob } from './shown-job.js';

/** One request as it goes over the line. */
export interface Request {
  method: 'GET' | 'POST';
  path: string;
  body?: string;
}

/** One answer as it came, but for what no two answers share. */
export interface Answer {
  status: number;
  headers: Record<string, string>;
  body: string;
}

/** Two servers whose databases are equal in what one client may see and differ in all else. */
export interface TwoWorlds {
  a: World;
  b: World;
  job: ShownJob;
  /** Columns that hold a secret of their world. */
  secret: string[];
  /** What the log of either world said. */
  lines: string[];
  names: Set<string>;
  /** Asks both as the client and fails unless they answer alike and tell nothing; answers what they said. */
  ask(request: Request, token?: string): Promise<Answer>;
  graphql(query: string, variables?: object, operationName?: string): Promise<Answer>;
  close(): Promise<void>;
}

/** Makes one world, copies it, and changes in both everything that is not the client's. */
export async function openTwoWorlds(start: Partial<StartOptions> = {}): Promise<TwoWorlds> {
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
    ...start,
  };
  const enter = (url: string) => enterWorld(url, settings, () => dropDatabase(url), listening);
  const a = await enter(first);
  const b = await enter(second);
  await b.sql("update businesses set tax_rate_basis_points = 777 where slug = 'bright-spark'");
  await hidden(b, await b.as('owner'), job.jobId);
  await b.sql('delete from materials where id = (select min(id::text)::uuid from materials)');
  const shown = await shownTo(a, job);
  const secret = await keepSecrets(a, 'A');
  await keepSecrets(b, 'B');
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
      const [one, other] = [await send(a, request, token), await send(b, request, token)];
      const [left, right] = [one, other].map((each) => alike(each, shown, names));
      expect({ request, answer: right }).toEqual({ request, answer: left });
      const asked = JSON.stringify(request) + decodeURIComponent(request.path);
      for (const answer of [one, other])
        expect(secretIn(JSON.stringify(answer), asked, names)).toBeNull();
      return one;
    },
    graphql: (query, variables, operationName) =>
      worlds.ask({
        method: 'POST',
        path: '/graphql',
        body: JSON.stringify({ query, variables, operationName }),
      }),
    close: async () => {
      await a.close();
      await b.close();
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

/** Stands still until told, so that both worlds write down the same times. */
function sharedClock() {
  let now = Date.now();
  return {
    now: () => new Date(now),
    tick: () => {
      now += 1;
    },
  };
}

/** The client's newest publication and what else is its own: all names in there are shown. */
async function shownTo(world: World, { jobId, clientId }: ShownJob): Promise<string> {
  const { rows } = await world.sql(
    `select p.view::text as view, (select json_agg(m.id)::text from messages m where m.job_id = $1) as messages
     from publications p where p.job_id = $1 order by version desc limit 1`,
    [jobId],
  );
  return JSON.stringify([rows, jobId, clientId]);
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

/** An answer without its date and with the names that were made for it alone told apart from no other. */
function alike(
  { headers: { date: _, ...headers }, ...answer }: Answer,
  shown: string,
  names: Set<string>,
) {
  const isOld = (id: string) => shown.includes(id) || names.has(id) || !id.startsWith('01');
  const body = cursorsRead(answer.body).replace(UUID, (id) =>
    isOld(id.toLowerCase()) ? id : '<new>',
  );
  return { ...answer, headers, body: inOrder(body) };
}

/** The answer with its cursors as the ids that they are made of, and the list. */
function cursorsRead(body: string): string {
  return body.replace(/"([\w-]{24,})"/g, (whole, text) => {
    const read = Buffer.from(text, 'base64url').toString('latin1');
    return /^\["[^"]*","[0-9a-f-]{36}","[A-Za-z ]+"\]$/.test(read) ? JSON.stringify(read) : whole;
  });
}

/** Two failures of the database may come in either order (with a wall down there are such). */
function inOrder(body: string): string {
  if (!body.includes('INTERNAL_ERROR')) return body;
  const { errors, ...rest } = JSON.parse(body) as { errors: { path?: unknown }[] };
  return JSON.stringify({ ...rest, errors: errors.map((each) => JSON.stringify(each)).sort() });
}
