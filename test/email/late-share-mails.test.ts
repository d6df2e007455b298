import { promptOf, scheduledJob } from '../harness/jobs.js';
import { openResend } from '../harness/resend-loopback.js';
import { type Ask, openWorld, until, type World } from '../harness/world.js';
import * as ops from '../operations.gen.js';
import { addNote, switchPortal } from '../sharing/asking-why.js';

const SECRET = 'The key is under the mat';

let resend: Awaited<ReturnType<typeof openResend>>;
let world: World;
let owner: Ask;
let refusal: { status: number; name: string } | null;
beforeAll(async () => {
  resend = await openResend();
  resend.refuseWhen(() => refusal);
  world = await openWorld({
    resend: { apiKey: 're_test', baseUrl: resend.baseUrl, from: 'jobs@bright-spark.test' },
  });
  owner = await world.as('owner');
});
afterAll(async () => {
  await world.close();
  await resend.close();
});

/** Shares a job with a note, while Resend responds like this. */
async function shareOfSecret(answer: typeof refusal) {
  refusal = answer;
  const job = await scheduledJob(owner);
  const { jobId } = job;
  const { key } = await addNote(owner, jobId, SECRET);
  const revision = (await promptOf(owner, jobId))?.revision as number;
  const { errors } = await owner(ops.ShareWithClientDocument, {
    input: { jobId, revision, items: ['STATUS', key] },
  });
  expect(errors).toBeUndefined();
  return job;
}

async function withdrawSecret(jobId: string) {
  const { errors } = await owner(ops.UpdateSharingDocument, { jobId, items: ['STATUS'] });
  expect(errors).toBeUndefined();
  refusal = null;
}

async function statusOf(jobId: string): Promise<string> {
  const { rows } = await world.sql(
    'select status from outgoing_emails where job_id = $1 order by id limit 1',
    [jobId],
  );
  return String(rows[0]?.status);
}

const becomes = (jobId: string, status: string) =>
  until(async () => (await statusOf(jobId)) === status);

/** Retries the email now instead of in some minutes. */
const tryNow = (jobId: string) =>
  world.sql(
    "select graphile_worker.add_job('send_email', json_build_object('id', id), job_key => job_key) from outgoing_emails where job_id = $1",
    [jobId],
  );

const failedOnce = (jobId: string) =>
  until(async () => {
    const { rows } = await world.sql('select failure from outgoing_emails where job_id = $1', [
      jobId,
    ]);
    return rows[0]?.failure;
  });

/** Returns the client's email after checking that its link is valid and that it names only current items. */
async function expectCleanMail(email: string) {
  const mail = await until(() => [...resend.delivered.values()].find(({ to }) => to === email));
  expect(mail.text).toContain('Status');
  expect(`${mail.subject}${mail.text}${mail.html}`).not.toContain(SECRET);
  const token = /portal#(\S+)/.exec(mail.text)?.[1] ?? '';
  const { data } = await world.withToken(token)(ops.ClientPortalDocument);
  expect(data.portal?.job?.status).toBe('SCHEDULED');
}

const NO_MAILBOX = { status: 422, name: 'validation_error' };
const OUT_OF_ORDER = { status: 500, name: 'application_error' };

it('a failed share email that is sent again does not name a withdrawn note', async () => {
  const { jobId, email } = await shareOfSecret(NO_MAILBOX);
  await becomes(jobId, 'FAILED');
  await withdrawSecret(jobId);
  const { data } = await owner(ops.FailedEmailsDocument);
  const id = data.failedEmails.nodes.find(({ job }) => job?.id === jobId)?.id as string;
  expect((await owner(ops.ResendEmailDocument, { id })).errors).toBeUndefined();
  await expectCleanMail(email);
});

it('nor does one that waited until the portal was on again', async () => {
  const { jobId, email } = await shareOfSecret(OUT_OF_ORDER);
  await failedOnce(jobId);
  await switchPortal(owner, false);
  await tryNow(jobId);
  await becomes(jobId, 'WAITING');
  await switchPortal(owner, true);
  await withdrawSecret(jobId);
  await tryNow(jobId);
  await expectCleanMail(email);
});

it('nor does one that is retried', async () => {
  const { jobId, email } = await shareOfSecret(OUT_OF_ORDER);
  await failedOnce(jobId);
  await withdrawSecret(jobId);
  await tryNow(jobId);
  await expectCleanMail(email);
});

it('nor does a later share, which says only that a note is no longer shown', async () => {
  const { jobId, email } = await shareOfSecret(NO_MAILBOX);
  await becomes(jobId, 'FAILED');
  await withdrawSecret(jobId);
  expect((await owner(ops.ResendShareDocument, { jobId })).errors).toBeUndefined();
  const mail = await until(() => [...resend.delivered.values()].find(({ to }) => to === email));
  expect(mail.text).toContain('No longer shown: Note');
  expect(`${mail.text}${mail.html}`).not.toContain(SECRET);
});

it('a retry without changes is the identical email', async () => {
  const { jobId, email } = await shareOfSecret(OUT_OF_ORDER);
  await failedOnce(jobId);
  refusal = null;
  await tryNow(jobId);
  await becomes(jobId, 'SENT');
  const [first, ...more] = resend.posts.filter(({ body }) => body.to === email);
  expect(more.length).toBeGreaterThan(0);
  for (const each of more) expect(each).toEqual(first);
});
