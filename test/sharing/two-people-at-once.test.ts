import { promptOf, scheduledJob } from '../harness/jobs.js';
import { type Ask, openWorld, type World } from '../harness/world.js';
import * as ops from '../operations.gen.js';

let world: World;
let owner: Ask;
let supervisor: Ask;
beforeAll(async () => {
  world = await openWorld();
  owner = await world.as('owner');
  supervisor = await world.as('supervisor');
});
afterAll(() => world.close());

it('loses no change when two people change the same job at once, fifty times', async () => {
  const { jobId, revision } = await scheduledJob(owner);
  for (let round = 1; round <= 50; round += 1) {
    const [noted, added] = await Promise.all([
      owner(ops.AddNoteDocument, { input: { jobId, body: `Note ${round}`, internal: false } }),
      supervisor(ops.AddTodoDocument, { input: { jobId, title: `To-do ${round}` } }),
    ]);
    expect([noted.errors, added.errors]).toEqual([undefined, undefined]);
    const prompt = await promptOf(owner, jobId);
    expect(prompt?.revision).toBe(revision + 2 * round);
    expect(prompt?.items).toHaveLength(2 + 2 * round);
  }
  const { rows } = await world.sql(
    'select count(*)::int as count from share_prompts where job_id = $1',
    [jobId],
  );
  expect(rows[0]?.count).toBe(1);
}, 60_000);

it('refuses a review of an older revision, and returns the current prompt', async () => {
  const { jobId, revision, email } = await scheduledJob(owner);
  await supervisor(ops.AddTodoDocument, { input: { jobId, title: 'Added meanwhile' } });
  const { data, errors } = await owner(ops.ShareWithClientDocument, {
    input: { jobId, revision, items: ['STATUS'] },
  });
  expect(data).toBeNull();
  expect(errors?.[0]?.extensions).toMatchObject({
    code: 'PROMPT_STALE',
    sharePrompt: {
      jobId,
      revision: revision + 1,
      items: expect.arrayContaining([expect.objectContaining({ kind: 'TODO' })]),
    },
  });
  const { rows } = await world.sql(
    'select 1 from publications where job_id = $1 union all select 1 from portal_links where job_id = $1',
    [jobId],
  );
  expect(rows).toEqual([]);
  expect(await world.mails(email)).toEqual([]);
});

it('shares once when two people send the same review at once', async () => {
  const { jobId, revision, email } = await scheduledJob(owner);
  const answers = await Promise.all(
    [owner, supervisor].map((ask) =>
      ask(ops.ShareWithClientDocument, { input: { jobId, revision, items: ['STATUS'] } }),
    ),
  );
  expect(answers.map(({ errors }) => errors?.[0]?.extensions.code ?? 'sent').sort()).toEqual([
    'PROMPT_STALE',
    'sent',
  ]);
  await world.mailsTo(email, 1);
  const { rows } = await world.sql('select 1 from outgoing_emails where job_id = $1', [jobId]);
  expect(rows).toHaveLength(1);
});

it('keeps every change when a share and changes of the same job run concurrently', async () => {
  const { jobId } = await scheduledJob(owner);
  for (let round = 1; round <= 10; round += 1) {
    const prompt = await promptOf(owner, jobId);
    const [share] = await Promise.all([
      owner(ops.ShareWithClientDocument, {
        input: {
          jobId,
          revision: prompt?.revision ?? 0,
          items: prompt?.items.map(({ key }) => key) ?? [],
        },
      }),
      supervisor(ops.AddTodoDocument, { input: { jobId, title: `Meanwhile ${round}` } }),
    ]);
    const code = share.errors?.[0]?.extensions.code;
    expect([undefined, 'PROMPT_STALE']).toContain(code);
    // In either order: the to-do that nobody reviewed waits.
    const waiting = await promptOf(owner, jobId);
    expect(
      waiting?.items.some(
        ({ label, sharedNow }) => label === `To-do: Meanwhile ${round}` && !sharedNow,
      ),
    ).toBe(true);
  }
});
