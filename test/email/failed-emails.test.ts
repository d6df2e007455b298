import { definedKinds } from '../../src/email/outbox/email-kinds.js';
import { EMAIL_KINDS } from '../../src/sharing/failed-emails/email-kind.js';
import { scheduledJob } from '../harness/jobs.js';
import { sentQuote } from '../harness/quotes.js';
import { openResend } from '../harness/resend-loopback.js';
import { type Ask, openWorld, until, type World } from '../harness/world.js';
import * as ops from '../operations.gen.js';

let resend: Awaited<ReturnType<typeof openResend>>;
let world: World;
let owner: Ask;
beforeAll(async () => {
  resend = await openResend();
  resend.refuseWhen(({ body }) =>
    body.to.includes('wrong') ? { status: 422, name: 'validation_error' } : null,
  );
  world = await openWorld({
    resend: { apiKey: 're_test', baseUrl: resend.baseUrl, from: 'jobs@bright-spark.test' },
  });
  owner = await world.as('owner');
});
afterAll(async () => {
  await world.close();
  await resend.close();
});

const failed = async () => (await owner(ops.FailedEmailsDocument)).data.failedEmails.nodes;
const mailAbout = (jobId: string) =>
  until(async () => (await failed()).find(({ job }) => job?.id === jobId));
const postsTo = (address: string) => resend.posts.filter(({ body }) => body.to === address);

/** A job shared with a client whose address Resend refuses. */
async function refusedShare(address: string) {
  const job = await scheduledJob(owner);
  await world.sql('update clients set email = $1 where email = $2', [address, job.email]);
  const { jobId, revision } = job;
  await owner(ops.ShareWithClientDocument, { input: { jobId, revision, items: ['STATUS'] } });
  return job;
}

it('every kind of email of a business can be shown to staff', () => {
  // Somebody who registers has no business yet.
  const ofBusinesses = definedKinds().filter((kind) => kind !== 'REGISTRATION');
  expect(ofBusinesses.sort()).toEqual(Object.keys(EMAIL_KINDS).sort());
});

it('staff see at once why an email was refused, and it is not retried', async () => {
  const { jobId } = await refusedShare('wrong1@client.test');
  const mail = await mailAbout(jobId);
  expect(mail).toMatchObject({ kind: 'SHARE', to: 'wrong1@client.test', status: 'FAILED' });
  expect(mail.failure).toMatch(/Check the address .* send it again/);
  const { rows } = await world.sql(
    'select attempts, (select count(*)::int from graphile_worker.jobs where key = e.job_key) as jobs from outgoing_emails e where id = $1',
    [mail.id],
  );
  expect(rows).toEqual([{ attempts: 1, jobs: 0 }]);
});

it('staff correct the address and send it again: the client gets one email, with a valid link', async () => {
  const { jobId, clientId } = await refusedShare('wrong2@client.test');
  const { id } = await mailAbout(jobId);
  await owner(ops.UpdateClientDocument, { input: { id: clientId, email: 'right2@client.test' } });

  const twice = await Promise.all([1, 2].map(() => owner(ops.ResendEmailDocument, { id })));
  expect(twice.map(({ errors }) => errors?.[0]?.extensions.code).sort()).toEqual([
    'CONFLICT',
    undefined,
  ]);
  await until(() => postsTo('right2@client.test').length > 0);
  expect((await failed()).map((each) => each.id)).not.toContain(id);
  const [post] = postsTo('right2@client.test');
  const token = post?.body.text.match(/portal#(\S+)/)?.[1] as string;
  expect((await world.withToken(token)(ops.ClientPortalDocument)).errors).toBeUndefined();
  expect(postsTo('right2@client.test')).toHaveLength(1);
});

it('an email with a revoked link is not sent again', async () => {
  const { jobId } = await refusedShare('wrong3@client.test');
  const { id } = await mailAbout(jobId);
  await world.sql('update portal_links set revoked_at = now() where job_id = $1', [jobId]);
  const { errors } = await owner(ops.ResendEmailDocument, { id });
  expect(errors?.[0]).toMatchObject({
    message: expect.stringMatching(/cannot be sent as it was: The link stopped working/),
    extensions: { code: 'CONFLICT' },
  });
  expect((await mailAbout(jobId)).id).toBe(id);
});

it('while the portal is off, an email that is sent again waits until it is on', async () => {
  const { jobId } = await refusedShare('wrong4@client.test');
  const { id } = await mailAbout(jobId);
  await owner(ops.SwitchPortalDocument, { on: false });
  const { data } = await owner(ops.ResendEmailDocument, { id });
  const again = data.resendEmail.delivery.id;
  await until(
    async () =>
      (await world.sql('select status from outgoing_emails where id = $1', [again])).rows[0]
        ?.status === ('WAITING' as never),
  );
  await owner(ops.SwitchPortalDocument, { on: true });
});

it('staff dismiss a failed email', async () => {
  const { jobId } = await refusedShare('wrong5@client.test');
  const { id } = await mailAbout(jobId);
  const { data } = await owner(ops.DismissFailedEmailDocument, { id });
  expect(data.dismissFailedEmail.delivery.status).toBe('CANCELLED');
  expect((await failed()).map((each) => each.id)).not.toContain(id);
});

describe('the document of a failed email that is sent again', () => {
  const LINES = [{ description: 'Labour', unitPriceCents: 10_000 }];
  let addresses = 0;

  async function clientToBeRefused() {
    addresses += 1;
    const job = await scheduledJob(owner);
    const wrong = `wrong-document${addresses}@client.test`;
    await world.sql('update clients set email = $1 where id = $2', [wrong, job.clientId]);
    return { ...job, wrong, right: `right-document${addresses}@client.test` };
  }

  async function correctAndResend(clientId: string, wrong: string, right: string) {
    const mail = await until(async () => (await failed()).find(({ to }) => to === wrong));
    await owner(ops.UpdateClientDocument, { input: { id: clientId, email: right } });
    const { errors } = await owner(ops.ResendEmailDocument, { id: mail.id });
    expect(errors).toBeUndefined();
    await until(() => postsTo(right).length > 0);
  }

  it('is an invoice: staff read that it was delivered, to the corrected address', async () => {
    const { jobId, clientId, wrong, right } = await clientToBeRefused();
    const { data } = await owner(ops.CreateInvoiceDocument, {
      input: { jobId, title: 'Taps', lines: LINES },
    });
    const { id } = data.createInvoice.invoice;
    await owner(ops.SendInvoiceDocument, { id });
    await correctAndResend(clientId, wrong, right);
    const delivery = await until(async () => {
      const { data: read } = await owner(ops.InvoiceAccessDocument, { id });
      return read.invoice?.delivery?.status === 'SENT' && read.invoice.delivery;
    });
    expect(delivery.to).toBe(right);
  });

  it('is a quote: the same', async () => {
    const { jobId, clientId, wrong, right } = await clientToBeRefused();
    const id = await sentQuote(owner, { jobId });
    await correctAndResend(clientId, wrong, right);
    const delivery = await until(async () => {
      const { data } = await owner(ops.QuoteAccessDocument, { id });
      return data.quote?.delivery?.status === 'SENT' && data.quote.delivery;
    });
    expect(delivery.to).toBe(right);
  });

  it('that was handed over meanwhile stays handed over', async () => {
    const { jobId, clientId, wrong, right } = await clientToBeRefused();
    const { data } = await owner(ops.CreateInvoiceDocument, {
      input: { jobId, title: 'Taps', lines: LINES },
    });
    const { id } = data.createInvoice.invoice;
    await owner(ops.SendInvoiceDocument, { id });
    await until(async () => (await failed()).find(({ to }) => to === wrong));
    await owner(ops.SendInvoiceDocument, { id, handedOver: true });
    await correctAndResend(clientId, wrong, right);
    const { data: read } = await owner(ops.InvoiceAccessDocument, { id });
    expect(read.invoice).toMatchObject({ delivery: null, handedOverBy: expect.anything() });
  });
});
