import { globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { INSTALL_HOOK_MS, installFrontEnds, runFrontEnd } from '../harness/front-ends.js';
import { scheduledJob, shared } from '../harness/jobs.js';
import { sessionOf } from '../harness/live.js';
import { openWorld, type World } from '../harness/world.js';
import * as ops from '../operations.gen.js';

// The clients and tools that people build with, each as its documentation begins: nothing is set that it does not need.

const SCHEMA = resolve('schema/schema.graphql');
const TITLE = 'Fix the tap';

let world: World;
let folder: string;
let input: Record<string, unknown>;
beforeAll(async () => {
  await installFrontEnds();
  world = await openWorld();
  folder = mkdtempSync(join(tmpdir(), 'jobglass-front-ends-'));
  const token = await sessionOf(world, 'owner');
  const owner = world.withToken(token);
  const job = await scheduledJob(owner, TITLE);
  await owner(ops.SetClientMessagesDocument, { jobId: job.jobId, enabled: true });
  const { token: portalToken } = await shared(world, owner, job, ['STATUS', 'SCHEDULE']);
  input = { url: world.url, token, portalToken, jobId: job.jobId, schema: SCHEMA, folder };
}, INSTALL_HOOK_MS);
afterAll(async () => {
  await world.close();
  rmSync(folder, { recursive: true, force: true });
});

interface Sent {
  method: string;
  status: number;
  isBatch: boolean;
  hasQuery: boolean;
}
const run = <T>(client: string, more: object = {}) =>
  runFrontEnd<T>(`clients/${client}.mjs`, { ...input, ...more });
const methods = (sent: Sent[]) => sent.map(({ method }) => method);
const statuses = (sent: Sent[]) => [...new Set(sent.map(({ status }) => status))];

it('urql reads by GET and changes by POST', async () => {
  const { sent, ...result } = await run<{ titles: string[]; sent: Sent[] }>('urql');
  expect(result).toEqual({ errors: [], titles: [TITLE, expect.any(String)], note: 'By urql' });
  expect(methods(sent)).toEqual(['GET', 'POST']);
  expect(statuses(sent)).toEqual([200]);
});

it('Apollo Client reads, changes, persists queries of staff and clients, and sends batches', async () => {
  type Part<T> = { result: T; sent: Sent[] };
  const { usual, persisted, persistedByGet, persistedForClient, batched } = await run<{
    usual: Part<{ titles: string[]; note: string }>;
    persisted: Part<object>;
    persistedByGet: Part<object>;
    persistedForClient: Part<object>;
    batched: Part<number[]>;
  }>('apollo');
  expect(usual.result).toMatchObject({ titles: [TITLE, expect.any(String)] });
  expect(usual.result.note).toBe('By Apollo Client');
  // The hash alone is not known at first; with the text once it is, for everybody of that audience.
  for (const { result, sent } of [persisted, persistedForClient]) {
    expect(sent.map(({ hasQuery }) => hasQuery)).toEqual([false, true, false]);
    expect(JSON.stringify(result)).toContain(TITLE);
  }
  expect(methods(persistedByGet.sent)).toEqual(['GET', 'GET']);
  expect(JSON.stringify(persistedByGet.result)).toContain(TITLE);
  expect(batched).toMatchObject({ result: [1, 2, 3], sent: [{ isBatch: true, status: 200 }] });
});

it('Relay compiles our schema, pages through a connection and refetches by node(id)', async () => {
  type Pages = { ids: string[]; hasNextPage: boolean };
  const { first, second, node } = await run<{ first: Pages; second: Pages; node: object }>('relay');
  expect(first.ids).toHaveLength(2);
  expect(first.hasNextPage).toBe(true);
  expect(second.ids.slice(0, 2)).toEqual(first.ids);
  expect(new Set(second.ids).size).toBe(4);
  expect(node).toEqual({ type: 'Job', title: TITLE, notes: expect.any(Number) });
});

it('graphql-request reads, and finds the code of an error', async () => {
  const { sent, ...result } = await run<{ sent: Sent[] }>('graphql-request');
  expect(result).toEqual({ titles: [TITLE, expect.any(String)], refused: 'NOT_FOUND' });
  expect(methods(sent)).toEqual(['POST', 'POST']);
});

it('graphql-ws follows a page with the token in any spelling', async () => {
  expect(await run('graphql-ws')).toEqual({
    ...{ authorization: TITLE, Authorization: TITLE, headers: TITLE, authToken: TITLE },
  });
});

it('graphql-sse follows a page, and reads it', async () => {
  expect(await run('graphql-sse')).toEqual({ event: TITLE, query: TITLE });
});

it('graphql-codegen makes types with strict scalars, each of which says its format', async () => {
  const scalars = [...readFileSync(SCHEMA, 'utf8').matchAll(/^scalar (\w+)(.*)$/gm)];
  for (const [, name, rest] of scalars)
    expect(`${name}${rest}`).toMatch(/ @specifiedBy\(url: "https:/);
  const result = await run('codegen', { scalars: scalars.map(([, name]) => name) });
  expect(result).toEqual({
    files: expect.any(Number),
    isTyped: true,
    refusal: expect.stringContaining('Unknown scalar type'),
  });
});

it('GraphQL Inspector finds our operations valid, and a change that breaks them', async () => {
  const operations = globSync('src/web/**/*.graphql').map((each) => resolve(each));
  expect(operations.length).toBeGreaterThan(1);
  const portalSchema = resolve('schema/portal.graphql');
  expect(await run('inspector', { operations, portalSchema })).toEqual({
    same: [],
    breaking: ['Job.siteAddress'],
    invalid: [],
  });
});

it('mcp-graphql shows an assistant the schema, and runs its queries', async () => {
  const { schema, query, mutation, tools } = await run<{
    tools: string[];
    schema: object;
    query: { isError: boolean; text: string };
    mutation: { isError: boolean; text: string };
  }>('mcp');
  expect(tools).toEqual(['introspect-schema', 'query-graphql']);
  expect(schema).toEqual({ isError: false, hasJob: true });
  expect(query.text).toContain(TITLE);
  expect(query.isError).toBe(false);
  // Its own default.
  expect(mutation.text).toContain('not allowed');
});
