import { v7 } from 'uuid';
import { scheduledJob, shared } from '../harness/jobs.js';
import { codeOf } from '../harness/quotes.js';
import { type Ask, openWorld, tokenIn, until, type World } from '../harness/world.js';
import * as ops from '../operations.gen.js';

let world: World;
let owner: Ask;
beforeAll(async () => {
  world = await openWorld();
  owner = await world.as('owner');
});
afterAll(() => world.close());

const JOBS = 1_200;
const NAME = 'Octavia Quartermain';

/** A client with 1,200 jobs that name it, and one that is shared with it. */
async function largeClient() {
  const job = await scheduledJob(owner, 'Shared');
  const { clientId } = job;
  await owner(ops.ChangeClientDocument, { input: { id: clientId, name: NAME } });
  const link = await shared(world, owner, job, ['STATUS', 'SCHEDULE']);
  await world.sql(
    `insert into jobs (id, business_id, number, title, client_id)
     select gen_random_uuid(), c.business_id, 100000 + i, 'Gutter for ' || c.name || ' no. ' || i, c.id
     from clients c, generate_series(1, $2::int) i where c.id = $1`,
    [clientId, JOBS],
  );
  return { ...job, ...link };
}

/** An invoice of a job that is not shared; returns its client with the link from the mail. */
async function invoiceOnOwnPage(clientId: string, email: string): Promise<Ask> {
  const job = await owner(ops.CreateJobDocument, { input: { title: 'Not shared', clientId } });
  const made = await owner(ops.CreateInvoiceDocument, {
    input: {
      jobId: job.data.createJob.job.id,
      title: 'Own page',
      lines: [{ description: 'Work', unitPriceCents: 100 }],
    },
  });
  await owner(ops.SendInvoiceDocument, { id: made.data.createInvoice.invoice.id });
  const mail = await until(async () =>
    (await world.mails(email)).find(({ subject }) => /invoice \d+/.test(subject)),
  );
  return world.withToken(tokenIn(mail));
}

async function count(sql: string, values: unknown[]): Promise<number> {
  const { rows } = await world.sql(`select count(*)::int as count ${sql}`, values);
  return Number(rows[0]?.count);
}

const jobsOf = (id: string) => count('from jobs where client_id = $1', [id]);

async function opens(client: Ask): Promise<boolean> {
  const { data, errors } = await client(ops.ClientPortalDocument);
  if (!data?.portal) expect(codeOf({ errors })).toBe('NOT_FOUND');
  return Boolean(data?.portal);
}

it('a client with 1,200 jobs is merged and erased: at once for everybody, while the jobs follow', async () => {
  const { clientId, jobId, email, client } = await largeClient();
  const revoked = await shared(world, owner, await scheduledJob(owner), ['STATUS']);
  const ownPage = await invoiceOnOwnPage(clientId, email);
  const keepId = (await owner(ops.MakeClientDocument, { input: { name: 'Kept' } })).data
    .createClient.client.id;
  const merging = { keepId, mergeId: clientId, key: v7() };

  const merge = await owner(ops.MergeClientsDocument, merging);
  expect(merge.errors).toBeUndefined();
  expect(merge.data.mergeClients.client).toMatchObject({ id: keepId, email });
  // No more use of it from here on, wherever its jobs are.
  const errors = await until(async () => {
    const answer = await owner(ops.CreateJobDocument, { input: { title: 'No', clientId } });
    // The worker is moving its jobs.
    return codeOf(answer) !== 'BUSY' && answer.errors;
  });
  expect(errors?.[0]?.message).toBe('This client was merged into another one; use that one.');
  expect(await opens(client)).toBe(true);

  await until(async () => (await jobsOf(clientId)) === 0, 60);
  expect(await jobsOf(keepId)).toBe(JOBS + 2);
  expect(await opens(client)).toBe(true);
  expect((await ownPage(ops.OwnPageDocument)).data.portal?.invoice?.title).toBe('Own page');
  const { data } = await owner(ops.JobForStaffDocument, { id: jobId });
  expect(data.job?.client?.id).toBe(keepId);
  expect((await owner(ops.SharePromptDocument, { jobId })).data.sharePrompt).toBeNull();
  const again = await owner(ops.MergeClientsDocument, merging);
  expect(again.data.mergeClients.revokedPortalLinks).toBe(0);

  const erase = await owner(ops.EraseClientDocument, { id: keepId, reason: `${NAME} asked.` });
  expect(erase.errors).toBeUndefined();
  expect(erase.data.eraseClient.client).toMatchObject({
    name: '[erased]',
    email: null,
    erasureReason: '[erased] asked.',
  });
  expect(await opens(client)).toBe(false);
  await until(async () => (await count("from jobs where title ~ 'Octavia'", [])) === 0, 60);
  expect(
    await count("from jobs where client_id = $1 and title ~ '^Gutter for .erased. no'", [keepId]),
  ).toBe(JOBS);
  await until(
    async () =>
      (await count(
        "from graphile_worker.jobs where task_identifier in ('erase_jobs_of_client', 'move_jobs_of_merged_client')",
        [],
      )) === 0,
  );
  expect(await count("from search_entries where text ~* 'octavia'", [])).toBe(0);
  expect(await count("from publications where view::text ~* 'octavia'", [])).toBe(0);
  expect(await count('from portal_links where sent_to = $1', [email])).toBe(0);
  // What is not theirs stays as it was.
  expect(await opens(revoked.client)).toBe(true);
}, 180_000);
