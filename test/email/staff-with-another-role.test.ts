import { promptOf, scheduledJob } from '../harness/jobs.js';
import { sentQuote } from '../harness/quotes.js';
import { openResend } from '../harness/resend-loopback.js';
import { insertColleague } from '../harness/staff.js';
import { type Ask, openWorld, until, type World } from '../harness/world.js';
import * as ops from '../operations.gen.js';

let resend: Awaited<ReturnType<typeof openResend>>;
let world: World;
let owner: Ask;
let refusal: { status: number; name: string } | null = null;
beforeAll(async () => {
  resend = await openResend();
  resend.refuseWhen(({ body }) => (body.to.endsWith('@staff.test') ? refusal : null));
  world = await openWorld({
    messageMailSeconds: 3600,
    resend: { apiKey: 're_test', baseUrl: resend.baseUrl, from: 'jobs@bright-spark.test' },
  });
  owner = await world.as('owner');
});
afterAll(async () => {
  await world.close();
  await resend.close();
});

const OUT_OF_ORDER = { status: 500, name: 'application_error' };
const NO_MAILBOX = { status: 422, name: 'validation_error' };
let admins = 0;

async function newAdmin() {
  admins += 1;
  const email = `admin${admins}@staff.test`;
  return insertColleague(world, { name: `Admin ${admins}`, email, role: 'ADMIN' });
}

async function becomesApprentice(id: string) {
  const { errors } = await owner(ops.UpdateStaffMemberDocument, {
    input: { id, role: 'APPRENTICE' },
  });
  expect(errors).toBeUndefined();
}

async function mailTo(email: string) {
  const { rows } = await world.sql(
    'select id, status, failure from outgoing_emails where recipient = $1',
    [email],
  );
  return rows[0] as unknown as { id: string; status: string; failure: string | null } | undefined;
}

/** Retries the email now, with a Resend that accepts it. */
async function tryNow(email: string) {
  refusal = null;
  await world.sql(
    "select graphile_worker.add_job('send_email', json_build_object('id', id), job_key => job_key) from outgoing_emails where recipient = $1",
    [email],
  );
}

async function expectCancelled(email: string) {
  await until(async () => {
    const status = (await mailTo(email))?.status;
    expect(status).not.toBe('SENT');
    return status === 'CANCELLED';
  });
  expect([...resend.delivered.values()].filter(({ to }) => to === email)).toEqual([]);
}

async function enquire() {
  const { errors } = await world.asVisitor(ops.SubmitEnquiryDocument, {
    slug: 'bright-spark',
    input: { name: 'Wanda Wonders', email: 'wanda@wonders.test', message: 'Two fans?' },
  });
  expect(errors).toBeUndefined();
}

/** A quote that its client has on the portal page. */
async function readableQuote() {
  const { jobId, email } = await scheduledJob(owner);
  const quoteId = await sentQuote(owner, { jobId });
  const revision = (await promptOf(owner, jobId))?.revision as number;
  const { errors } = await owner(ops.ShareWithClientDocument, {
    input: { jobId, revision, items: ['STATUS', `QUOTE:${quoteId}`] },
  });
  expect(errors).toBeUndefined();
  const token = await until(() => {
    const mails = [...resend.delivered.values()].filter(({ to }) => to === email);
    return mails.flatMap(({ text }) => /portal#(\S+)/.exec(text)?.[1] ?? [])[0];
  });
  return { client: world.withToken(token), quoteId };
}

async function accept() {
  const { client, quoteId } = await readableQuote();
  const { errors } = await client(ops.AcceptQuoteDocument, { quoteId, version: 1, name: 'Kim' });
  expect(errors).toBeUndefined();
}

async function requestChanges() {
  const { client, quoteId } = await readableQuote();
  const { errors } = await client(ops.RequestQuoteChangesDocument, {
    quoteId,
    version: 1,
    message: 'Cheaper, please',
  });
  expect(errors).toBeUndefined();
}

describe('an admin who becomes an apprentice before the email is sent gets nothing', () => {
  it.each([
    ['of an enquiry', enquire],
    ['of an accepted quote', accept],
  ])('%s, when it is retried', async (_, happens) => {
    const { id, email } = await newAdmin();
    refusal = OUT_OF_ORDER;
    await happens();
    await until(async () => (await mailTo(email))?.failure);
    await becomesApprentice(id);
    await tryNow(email);
    await expectCancelled(email);
  });

  it.each([
    ['of an enquiry', enquire],
    ['of an accepted quote', accept],
  ])('%s, when the owner sends a failed one again', async (_, happens) => {
    const { id, email } = await newAdmin();
    refusal = NO_MAILBOX;
    await happens();
    const mail = await until(async () => {
      const found = await mailTo(email);
      return found?.status === 'FAILED' && found;
    });
    await becomesApprentice(id);
    refusal = null;
    const { errors } = await owner(ops.ResendEmailDocument, { id: mail.id });
    expect(errors?.[0]?.extensions.code).toBe('CONFLICT');
  });

  it('about requests for changes that are still being collected', async () => {
    const { id, email } = await newAdmin();
    await requestChanges();
    await until(() => mailTo(email));
    await becomesApprentice(id);
    await tryNow(email);
    await expectCancelled(email);
  });
});
