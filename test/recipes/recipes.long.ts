import { execFile } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { v7 } from 'uuid';
import { DEMO_PASSWORD } from '../../db/demo/seed-demo.js';
import { cloneDatabase, dropDatabase } from '../../src/database/setup/databases.js';
import { type ServerProcess, spawnServer } from '../harness/server-process.js';
import { type Ask, ask, until } from '../harness/world.js';
import { recipe, withPlace } from './read-recipe.js';

// Follows all three recipes of CONTRIBUTING.md on one copy of the tree, builds it and uses what they made.

const run = promisify(execFile);
const COPIED = [
  'src',
  'db',
  'scripts',
  'test',
  'schema',
  'package.json',
  'tsconfig.json',
  'codegen.ts',
];
const MINUTES = 60_000;

const folder = mkdtempSync(join(tmpdir(), 'jobglass-recipes-'));
let databaseUrl: string;
let server: ServerProcess;
let owner: Ask;
beforeAll(async () => {
  for (const path of COPIED) cpSync(path, join(folder, path), { recursive: true });
  // The pages show none of it and are taken as they were built.
  cpSync('dist/web', join(folder, 'dist/web'), { recursive: true });
  symlinkSync(resolve('node_modules'), join(folder, 'node_modules'));
  for (const title of ['Add a field', 'Add a mutation', 'Add a shareable kind']) follow(title);
  await build();
  await inCopy('node', 'dist/scripts/print-schema.js');
  // The list of migrations is new.
  await build();
  const template = process.env.TEST_DATABASE_URL as string;
  databaseUrl = await cloneDatabase(template, 'template', `recipes_${v7().replaceAll('-', '')}`);
  const settings = { DATABASE_URL: databaseUrl, JOBGLASS_DATA: join(folder, 'data') };
  server = await spawnServer(settings, folder, 'dist/src/main.js');
  await until(() => server.output().includes('Jobglass is running'), 60);
  const { data } = await ask(server.url)<{ signIn: { token: string } }, object>(
    'mutation ($email: String!, $password: String!) { signIn(email: $email, password: $password) { token } }',
    { email: 'owner@demo.jobglass.test', password: DEMO_PASSWORD },
  );
  owner = ask(server.url, data.signIn.token);
}, 10 * MINUTES);
afterAll(async () => {
  server?.process.kill('SIGTERM');
  await server?.ended();
  rmSync(folder, { recursive: true, force: true });
  if (databaseUrl) await dropDatabase(databaseUrl);
  // A whole installation is removed, which takes a slow disk its time.
}, 120_000);

function follow(title: string): void {
  for (const place of recipe(title).flat()) {
    const file = join(folder, place.path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, withPlace(place.after === null ? '' : readFileSync(file, 'utf8'), place));
  }
}

const build = () => inCopy('node_modules/.bin/tsc', '-p', 'tsconfig.json');

async function inCopy(program: string, ...args: string[]): Promise<void> {
  await run(program, args, { cwd: folder }).catch((error: { stdout: string; stderr: string }) => {
    throw new Error(`${program}: ${error.stdout}${error.stderr}`);
  });
}

async function asked<T>(text: string, variables: object = {}): Promise<T> {
  const { data, errors } = await owner<T, object>(text, variables);
  expect(errors).toBeUndefined();
  return data;
}

const newJob = async () => {
  const text =
    'mutation { createJob(input: { title: "Roof", keySafe: "Under the pot" }) { job { id keySafe } } }';
  return (await asked<{ createJob: { job: { id: string; keySafe: string } } }>(text)).createJob.job;
};

it('a field that was added is stored, changed, cleared and read', async () => {
  const { id, keySafe } = await newJob();
  expect(keySafe).toBe('Under the pot');
  const change =
    'mutation ($id: ID!, $keySafe: String) { updateJob(input: { id: $id, keySafe: $keySafe }) { job { keySafe } } }';
  const changed = (given: object) =>
    asked<{ updateJob: { job: object } }>(change, { id, ...given });
  expect((await changed({ keySafe: 'In the box' })).updateJob.job).toEqual({
    keySafe: 'In the box',
  });
  expect((await changed({})).updateJob.job).toEqual({ keySafe: 'In the box' });
  expect((await changed({ keySafe: null })).updateJob.job).toEqual({ keySafe: null });
});

it('a mutation that was added does its work and raises the prompt', async () => {
  const { id } = await newJob();
  const add =
    'mutation ($id: ID!) { addTodo(input: { jobId: $id, title: "Tiles" }) { todo { id } } }';
  const { addTodo } = await asked<{ addTodo: { todo: { id: string } } }>(add, { id });
  const reopen = 'mutation ($id: ID!) { reopenTodo(id: $id) { todo { done } sharePromptStatus } }';
  expect(await asked(reopen, { id: addTodo.todo.id })).toEqual({
    reopenTodo: { todo: { done: false }, sharePromptStatus: 'NO_CLIENT_ATTACHED' },
  });
});

it('a kind that was added is offered to be shared', async () => {
  const { createClient } = await asked<{ createClient: { client: { id: string } } }>(
    'mutation { createClient(input: { name: "Kim", email: "kim@client.test" }) { client { id } } }',
  );
  const { createJob } = await asked<{ createJob: { job: { id: string } } }>(
    'mutation ($id: ID!) { createJob(input: { title: "Roof", clientId: $id }) { job { id } } }',
    { id: createClient.client.id },
  );
  const { id } = createJob.job;
  const [startsAt, endsAt] = [1, 2].map((hours) =>
    new Date(Date.now() + hours * 3_600_000).toISOString(),
  );
  await asked(
    'mutation ($input: ScheduleVisitInput!) { scheduleVisit(input: $input) { visit { id } } }',
    { input: { jobId: id, startsAt, endsAt } },
  );
  const { addMeasurement } = await asked<{
    addMeasurement: {
      measurement: { id: string };
      sharePrompt: { items: { key: string; label: string }[] };
    };
  }>(
    `mutation ($id: ID!) { addMeasurement(input: { jobId: $id, what: "Roof 12 m" })
       { measurement { id } sharePrompt { items { key label } } } }`,
    { id },
  );
  expect(addMeasurement.sharePrompt.items).toContainEqual({
    key: `MEASUREMENT:${addMeasurement.measurement.id}`,
    label: 'Measurement: Roof 12 m',
  });
});
