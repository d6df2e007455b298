import { promptOf, scheduledJob } from '../harness/jobs.js';
import { openResend } from '../harness/resend-loopback.js';
import { type Ask, openWorld, until, type World } from '../harness/world.js';
import * as ops from '../operations.gen.js';

// `in-arabic.long.ts` reads and looks at every mail to a client.
let resend: Awaited<ReturnType<typeof openResend>>;
let world: World;
let owner: Ask;
let isOutOfOrder = false;
beforeAll(async () => {
  resend = await openResend();
  resend.refuseWhen(() => (isOutOfOrder ? { status: 500, name: 'application_error' } : null));
  world = await openWorld({
    resend: { apiKey: 're_test', baseUrl: resend.baseUrl, from: 'jobs@bright-spark.test' },
  });
  owner = await world.as('owner');
});
afterAll(async () => {
  await world.close();
  await resend.close();
});

async function share(job: { jobId: string }) {
  const revision = (await promptOf(owner, job.jobId))?.revision as number;
  const message = 'Hi Ann,\nsee you on Monday.';
  const { errors } = await owner(ops.ShareWithClientDocument, {
    input: { jobId: job.jobId, revision, items: ['STATUS', 'SCHEDULE'], message },
  });
  expect(errors).toBeUndefined();
}

async function setLanguage(job: { clientId: string }, language: 'AR' | 'EN' | null) {
  const { errors } = await owner(ops.SetClientLanguageDocument, { id: job.clientId, language });
  expect(errors).toBeUndefined();
}

const mailTo = (email: string) =>
  until(async () => [...resend.delivered.values()].find(({ to }) => to === email));

it('a client whose language is Arabic gets the mail in Arabic, with the words of the business as they are', async () => {
  const job = await scheduledJob(owner);
  await setLanguage(job, 'AR');
  await share(job);
  const { html, text } = await mailTo(job.email);
  expect(html).toContain('<html lang="ar" dir="rtl">');
  expect(html).toMatch(/<blockquote [^>]*dir="auto"[^>]*>Hi Ann,<br>see you on Monday\.</);
  expect(text).toContain('> Hi Ann,\n> see you on Monday.');
  expect(text).toContain('ما يمكنك رؤيته');
  expect(text).toContain('الحالة: مجدول');
  expect(text).not.toMatch(/Hello|Schedule|Open the job/);
});

it('a mail that waits to go out follows a new language of its client', async () => {
  const job = await scheduledJob(owner);
  await setLanguage(job, 'EN');
  isOutOfOrder = true;
  await share(job);
  await until(async () => {
    const { rows } = await world.sql('select failure from outgoing_emails where job_id = $1', [
      job.jobId,
    ]);
    return rows[0]?.failure;
  });
  await setLanguage(job, 'AR');
  isOutOfOrder = false;
  await world.sql(
    "select graphile_worker.add_job('send_email', json_build_object('id', id), job_key => job_key) from outgoing_emails where job_id = $1",
    [job.jobId],
  );
  expect((await mailTo(job.email)).html).toContain('<html lang="ar" dir="rtl">');
});
