import { OPERATION_BUDGET } from '../../src/database/budget/operation-budget.js';
import { follow } from '../harness/live.js';
import { type Answer, until } from '../harness/world.js';
import * as ops from '../operations.gen.js';
import {
  CIRCLE,
  isTooLarge,
  job,
  many,
  owner,
  ownerToken,
  portal,
  serveLargeClient,
  server,
  TOO_LARGE,
  tryLargeQueries,
  world,
} from './large-answers.js';

serveLargeClient();

// Lists in lists, aliases, and pages in pages; `answer-budget.long.ts` sends all.
tryLargeQueries(
  [0, 2, 5].map((at) => TOO_LARGE[at] as [string, string]),
  2,
  4,
);

it('a list that is too long to be preloaded is still returned whole', async () => {
  const query = 'query ($id: ID!) { job(id: $id) { title notes { id body } } }';
  for (let turn = 0; turn < 5; turn += 1) {
    const { data, errors } = await owner<{ job: { notes: unknown[] } }, object>(query, {
      id: job.jobId,
    });
    expect(errors).toBeUndefined();
    expect(data.job.notes).toHaveLength(620);
  }
});

it('a change whose payload is too large reports that it was committed', async () => {
  const mutation = `mutation ($input: AddNoteInput!) { addNote(input: $input) { job { ${CIRCLE} } } }`;
  const body = `Kept ${Date.now()}`;
  const answer = await owner(mutation, { input: { jobId: job.jobId, body } });
  isTooLarge(answer, { committed: true });
  const { rows } = await world.sql('select id from notes where body = $1', [body]);
  expect(rows).toHaveLength(1);
});

it('a change after one whose payload was too large is not executed', async () => {
  const body = `Second ${Date.now()}`;
  const mutation = `mutation ($a: AddNoteInput!, $b: AddNoteInput!) {
    a: addNote(input: $a) { job { ${CIRCLE} } } b: addNote(input: $b) { note { id } } }`;
  const answer = await owner(mutation, {
    a: { jobId: job.jobId, body: 'First' },
    b: { jobId: job.jobId, body },
  });
  isTooLarge(answer, { committed: true });
  const { rows } = await world.sql('select id from notes where body = $1', [body]);
  expect(rows).toHaveLength(0);
});

it('a subscription whose event is too large gets the same error over its WebSocket', async () => {
  const query = `subscription ($id: ID!) { jobChanged(jobId: $id) { id ${CIRCLE} } }`;
  const subscription = follow<object, { id: string }>(server, ownerToken, query, {
    id: job.jobId,
  });
  // The subscription is open at some moment that cannot be observed from outside.
  const answer = await until(async () => {
    await owner(ops.AddNoteDocument, { input: { jobId: job.jobId, body: 'News' } });
    return subscription.answers[0];
  });
  isTooLarge(answer as Answer<unknown>);
  await subscription.close();
});

it('a preview under fifty aliases is bounded too', async () => {
  const items = `["STATUS", "SCHEDULE"]`;
  await owner(ops.UpdateJobDocument, { input: { id: job.jobId, title: 'Fix both taps' } });
  const query = `query ($id: ID!) { job(id: $id) { sharePrompt {
    ${many(40, (at) => `p${at}: preview(items: ${items}) { title client { jobs { notes { body } } } }`)} } } }`;
  const { data, errors } = await owner<{ job: unknown }, object>(query, { id: job.jobId });
  // A preview has no client field, so nothing multiplies and it is answered.
  expect(errors ?? []).toEqual([]);
  expect(data.job).not.toBeNull();
});

it('the largest operation of our own pages is far below the limits', async () => {
  const boards: [string, string][] = [
    ['board of 100 jobs', `{ jobs(first: 100) { nodes { ${EVERYTHING} } } }`],
    ['one job', `query ($id: ID!) { job(id: $id) { ${EVERYTHING} } }`],
  ];
  for (const [what, query] of boards) {
    const answer = await (await world.as('owner'))<{ jobs: unknown }, object>(query, {
      id: job.jobId,
    });
    expect(answer.errors).toBeUndefined();
    const bytes = JSON.stringify(answer.data).length;
    process.stdout.write(
      `${what}: ${Math.round(bytes / 1024)} kB of ${OPERATION_BUDGET.maxAnswerBytes / 1024} kB\n`,
    );
  }
});

const EVERYTHING = `id number title status client { name phone } progress { done total } assignees { name }
  visits { startsAt endsAt assignees { name } } notes { body author { name } } todos { title done } photos { caption }
  quotes { title status totalCents lines { description } } invoices { totalCents status payments { amountCents } }
  materials { name } publications { version } portalLinks { sentTo } sharePrompt { revision items { key label } }`;

it('a caller who disconnects cancels the statements of its query', async () => {
  const blocker = await world.sql('select pg_backend_pid() as pid');
  expect(blocker.rows).toHaveLength(1);
  const leaving = new AbortController();
  const { default: pg } = await import('pg');
  const holder = new pg.Client({ connectionString: world.databaseUrl });
  await holder.connect();
  await holder.query('begin');
  await holder.query('lock table materials in access exclusive mode');
  const asked = fetch(`${server.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${ownerToken}` },
    body: JSON.stringify({ query: '{ jobs(first: 3) { nodes { materials { name } } } }' }),
    signal: leaving.signal,
  }).catch(() => 'gone');
  const waiting = async () =>
    (
      await world.sql(
        "select pid from pg_stat_activity where wait_event_type = 'Lock' and query like '%materials%' and datname = current_database()",
      )
    ).rows.length;
  await until(async () => (await waiting()) > 0);
  leaving.abort();
  expect(await asked).toBe('gone');
  await until(async () => (await waiting()) === 0, 5);
  await holder.query('rollback');
  await holder.end();
  expect((await owner<{ me: object }, object>('{ me { kind } }')).data.me).toBeTruthy();
});

describe('the pages of a thread', () => {
  const PAGE =
    'query ($id: ID!, $after: String) { job(id: $id) { messagesPage(first: 100, after: $after) { nodes { id body } pageInfo { hasNextPage endCursor } } } }';
  interface Thread {
    job: {
      messagesPage: {
        nodes: { id: string }[];
        pageInfo: { hasNextPage: boolean; endCursor: string };
      };
    };
  }

  it.each([
    ['staff', () => owner],
    ['the client', () => portal],
  ])('return %s every message once, newest first', async (_who, who) => {
    const ids: string[] = [];
    let after: string | null = null;
    do {
      const answer: Answer<Thread> = await who()<Thread, object>(PAGE, { id: job.jobId, after });
      expect(answer.errors).toBeUndefined();
      const { nodes, pageInfo }: Thread['job']['messagesPage'] = answer.data.job.messagesPage;
      ids.push(...nodes.map(({ id }) => id));
      after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
    } while (after);
    expect(new Set(ids).size).toBe(700);
    expect(ids).toEqual([...ids].sort().reverse());
  });
});

it('the same page of many parents is one statement and keeps to each parent', async () => {
  const query =
    'query ($id: ID!) { client(id: $id) { jobsPage(first: 3) { nodes { id notesPage(first: 2) { edges { cursor node { id } } pageInfo { hasNextPage } } } } } }';
  const { data, errors } = await owner<
    { client: { jobsPage: { nodes: { notesPage: { edges: unknown[] } }[] } } },
    object
  >(query, { id: job.clientId });
  expect(errors).toBeUndefined();
  expect(data.client.jobsPage.nodes).toHaveLength(3);
  for (const { notesPage } of data.client.jobsPage.nodes) {
    expect(notesPage.edges).toHaveLength(2);
    expect(notesPage).toMatchObject({ pageInfo: { hasNextPage: true } });
  }
});
