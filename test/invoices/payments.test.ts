import { itInLongForm } from '../harness/long-form.js';
import { type Ask, openWorld, until, type World } from '../harness/world.js';
import * as ops from '../operations.gen.js';
import { aDraft, aScheduledJob, refusals, share } from './a-job-to-invoice.js';

let world: World;
let owner: Ask;
beforeAll(async () => {
  world = await openWorld();
  owner = await world.as('owner');
});
afterAll(() => world.close());

/** An invoice over 1,100.00 that its client has on the portal page. */
async function aShownInvoice() {
  const job = await aScheduledJob(owner);
  const client = await share(world, owner, job);
  const { id } = await aDraft(owner, job.jobId);
  await owner(ops.SendInvoiceDocument, { id });
  return { ...job, client, id };
}

const record = (invoiceId: string, amountCents: number, more: object = {}) =>
  owner(ops.RecordPaymentDocument, { invoiceId, amountCents, ...more });

async function seenBy(client: Ask) {
  const { data, errors } = await client(ops.InvoicesOfPortalDocument);
  expect(errors).toBeUndefined();
  return data.portal?.job?.invoices?.[0];
}

async function paymentsOf(id: string) {
  return (await owner(ops.InvoiceAccessDocument, { id })).data.invoice?.payments ?? [];
}

it('a payment does not show an invoice again that staff left out', async () => {
  const { id, jobId, client } = await aShownInvoice();
  const { errors } = await owner(ops.UpdateSharingDocument, { jobId, items: ['STATUS'] });
  expect(errors).toBeUndefined();
  expect(await seenBy(client)).toBeUndefined();
  const { data } = await record(id, 5000);
  expect(data.recordPayment.invoice).toMatchObject({ paidCents: 5000 });
  expect(await seenBy(client)).toBeUndefined();
});

describe('a payment with an idempotency key', () => {
  it('is recorded once, however often and at whatever intervals it is sent', async () => {
    const { id } = await aShownInvoice();
    const admin = await world.as('admin');
    const payment = { invoiceId: id, amountCents: 5000, key: 'one click' };
    const answers = await Promise.all(
      [owner, admin, owner].map((ask) => ask(ops.RecordPaymentDocument, payment)),
    );
    const later = await record(id, 5000, { key: 'one click' });
    const ids = [...answers, later].map(({ data }) => data.recordPayment.payment.id);
    expect(new Set(ids).size).toBe(1);
    expect(await paymentsOf(id)).toMatchObject([{ amountCents: 5000 }]);
    expect(later.data.recordPayment.invoice).toMatchObject({ paidCents: 5000, owedCents: 105_000 });
  });

  it('returns the first one even when nothing more is owed', async () => {
    const { id } = await aShownInvoice();
    const first = await record(id, 110_000, { key: 'all of it' });
    const again = await record(id, 110_000, { key: 'all of it' });
    expect(again.errors).toBeUndefined();
    expect(again.data.recordPayment.payment.id).toBe(first.data.recordPayment.payment.id);
  });

  it('is refused under the key of another invoice or amount, but not under that of another business', async () => {
    const [one, other] = [await aShownInvoice(), await aShownInvoice()];
    await record(one.id, 5000, { key: 'taken' });
    expect(refusals(await record(one.id, 6000, { key: 'taken' }))).toEqual(['CONFLICT']);
    expect(refusals(await record(other.id, 5000, { key: 'taken' }))).toEqual(['CONFLICT']);
    expect(await paymentsOf(other.id)).toEqual([]);
    const stranger = await world.as('soletrader');
    const { jobId } = await aScheduledJob(stranger);
    const { id } = await aDraft(stranger, jobId);
    await stranger(ops.SendInvoiceDocument, { id });
    const theirs = await stranger(ops.RecordPaymentDocument, {
      invoiceId: id,
      amountCents: 5000,
      key: 'taken',
    });
    expect(theirs.errors).toBeUndefined();
  });

  it('is refused under its key with another day, method or reference', async () => {
    const { id } = await aShownInvoice();
    const told = { receivedOn: '2026-01-15', method: 'CASH' as const, reference: ' Receipt 7 ' };
    const first = await record(id, 5000, { key: 'told', ...told });
    for (const again of [told, {}, { reference: 'Receipt 7' }]) {
      const { data } = await record(id, 5000, { key: 'told', ...again });
      expect(data.recordPayment.payment.id).toBe(first.data.recordPayment.payment.id);
    }
    for (const other of [
      { receivedOn: '2026-01-16' },
      { method: 'CARD' as const },
      { reference: 'Receipt 8' },
    ])
      expect(refusals(await record(id, 5000, { key: 'told', ...other }))).toEqual(['CONFLICT']);
    expect(await paymentsOf(id)).toHaveLength(1);
  });

  it('is not returned as recorded once it is reversed', async () => {
    const { id } = await aShownInvoice();
    const { data } = await record(id, 5000, { key: 'bounced' });
    const payment = data.recordPayment.payment.id;
    await owner(ops.ReversePaymentDocument, { id: payment, reason: 'The cheque bounced' });
    const { errors } = await record(id, 5000, { key: 'bounced' });
    expect(errors?.[0]).toMatchObject({
      message: 'The payment of this key was reversed; use a new key.',
      extensions: { code: 'CONFLICT' },
    });
    expect(refusals(await record(id, 5000, { key: 'paid again' }))).toEqual([]);
  });

  itInLongForm(
    'is recorded for one of two invoices that are paid under one key at once',
    async () => {
      const [one, other] = [await aShownInvoice(), await aShownInvoice()];
      const answers = await Promise.all(
        [one.id, other.id].map((id) => record(id, 5000, { key: 'two at once' })),
      );
      expect(answers.flatMap(refusals)).toEqual(['CONFLICT']);
    },
  );
});

it('records day and method of a payment, and refuses a day in the future', async () => {
  const { id } = await aShownInvoice();
  const told = { receivedOn: '2026-01-15', method: 'CASH' as const, reference: ' Receipt 7 ' };
  const { data } = await record(id, 5000, told);
  expect(data.recordPayment.payment).toMatchObject({
    receivedOn: '2026-01-15',
    method: 'CASH',
    reference: 'Receipt 7',
    reversedAt: null,
  });
  const { data: today } = await record(id, 5000);
  expect(today.recordPayment.payment.receivedOn).toMatch(/^\d{4}-\d\d-\d\d$/);
  const tomorrow = await record(id, 5000, { receivedOn: '2100-01-01' });
  expect(refusals(tomorrow)).toEqual(['VALIDATION_FAILED receivedOn']);
  expect(refusals(await record(id, 5000, { key: ' ' }))).toEqual(['VALIDATION_FAILED key']);
  const long = 'x'.repeat(201);
  expect(refusals(await record(id, 5000, { key: long }))).toEqual(['VALIDATION_FAILED key']);
  const wordy = await record(id, 5000, { reference: long });
  expect(refusals(wordy)).toEqual(['VALIDATION_FAILED reference']);
  expect(await paymentsOf(id)).toHaveLength(2);
});

describe('a reversed payment', () => {
  it('stays on record, marked as reversed, and the client sees the amount as owed again at once', async () => {
    const { id, client } = await aShownInvoice();
    const { data: paid } = await record(id, 110_000, { receivedOn: '2026-01-15' });
    expect(paid.recordPayment.sharePromptStatus).toBe('NOTHING_TO_SHARE');
    expect(await seenBy(client)).toMatchObject({ status: 'PAID', owedCents: 0 });
    const reason = 'The cheque bounced';
    const reversed = await owner(ops.ReversePaymentDocument, {
      id: paid.recordPayment.payment.id,
      reason,
    });
    expect(reversed.errors).toBeUndefined();
    expect(reversed.data.reversePayment).toMatchObject({
      sharePromptStatus: 'NOTHING_TO_SHARE',
      invoice: { status: 'SENT', paidCents: 0, owedCents: 110_000 },
      payment: { reversalReason: reason, reversedBy: { name: 'Olivia Owner' } },
    });
    expect(await seenBy(client)).toEqual({
      id,
      status: 'SENT',
      paidCents: 0,
      owedCents: 110_000,
      payments: null,
      reversedPayments: [
        { amountCents: 110_000, receivedOn: '2026-01-15', reversedAt: expect.any(String) },
      ],
    });
    const { data: page } = await client(ops.InvoicesOfPortalDocument);
    expect(JSON.stringify(page)).not.toContain('bounced');
    const { data: listed } = await owner(ops.InvoicesDocument, { status: 'SENT', first: 100 });
    expect(listed.invoices.nodes.map((each) => each.id)).toContain(id);
  });

  itInLongForm('no longer counts as paid, and can be paid again', async () => {
    const { id, client } = await aShownInvoice();
    await record(id, 10_000);
    const { data } = await record(id, 20_000);
    await owner(ops.ReversePaymentDocument, {
      id: data.recordPayment.payment.id,
      reason: 'Typed twice',
    });
    expect(await seenBy(client)).toMatchObject({ status: 'PARTLY_PAID', owedCents: 100_000 });
    expect((await record(id, 100_000)).data.recordPayment.invoice.status).toBe('PAID');
  });

  it('is reversed once: a second request changes nothing, another reason is refused', async () => {
    const { id } = await aShownInvoice();
    const { data } = await record(id, 10_000);
    const payment = { id: data.recordPayment.payment.id, reason: 'Typed twice' };
    await Promise.all([1, 2].map(() => owner(ops.ReversePaymentDocument, payment)));
    const { data: after } = await owner(ops.InvoiceDocument, { id });
    expect(after.invoice).toMatchObject({ paidCents: 0, owedCents: 110_000 });
    const other = await owner(ops.ReversePaymentDocument, { ...payment, reason: 'Another' });
    expect(refusals(other)).toEqual(['CONFLICT']);
  });

  itInLongForm('needs a reason, and must belong to this business', async () => {
    const { id } = await aShownInvoice();
    const { data } = await record(id, 10_000);
    const payment = data.recordPayment.payment.id;
    const reverse = (ask: Ask, of: string, reason: string) =>
      ask(ops.ReversePaymentDocument, { id: of, reason });
    expect(refusals(await reverse(owner, payment, ' '))).toEqual(['VALIDATION_FAILED reason']);
    const stranger = await world.as('soletrader');
    expect(refusals(await reverse(stranger, payment, 'Mine'))).toEqual(['NOT_FOUND']);
    expect(refusals(await reverse(owner, 'nonsense', 'Why not'))).toEqual(['NOT_FOUND']);
  });

  it('is not shown to a client that never saw it', async () => {
    const job = await aScheduledJob(owner);
    const { jobId } = job;
    const client = await share(world, owner, job, ['STATUS']);
    const { id } = await aDraft(owner, jobId);
    await owner(ops.SendInvoiceDocument, { id });
    await owner(ops.UpdateSharingDocument, { jobId, items: ['STATUS'] });
    const { data } = await record(id, 10_000);
    const payment = { id: data.recordPayment.payment.id, reason: 'Typed for the wrong job' };
    await owner(ops.ReversePaymentDocument, payment);
    await owner(ops.UpdateSharingDocument, { jobId, items: ['STATUS', `INVOICE:${id}`] });
    expect(await seenBy(client)).toMatchObject({ paidCents: 0, reversedPayments: [] });
  });

  itInLongForm('no longer prevents voiding its invoice', async () => {
    const { id } = await aShownInvoice();
    const { data } = await record(id, 10_000);
    expect(refusals(await owner(ops.VoidInvoiceDocument, { id }))).toEqual(['CONFLICT']);
    const payment = { id: data.recordPayment.payment.id, reason: 'Paid for something else' };
    await owner(ops.ReversePaymentDocument, payment);
    expect(refusals(await owner(ops.VoidInvoiceDocument, { id }))).toEqual([]);
  });
});

it('a payment does not publish anything that nobody has reviewed', async () => {
  const { id, jobId, client } = await aShownInvoice();
  await owner(ops.AddNoteDocument, { input: { jobId, body: 'Not reviewed', internal: false } });
  const { data } = await record(id, 10_000);
  expect(data.recordPayment.sharePromptStatus).toBe('PENDING');
  const invoice = data.recordPayment.sharePrompt?.items.find(({ kind }) => kind === 'INVOICE');
  expect(invoice).toMatchObject({ change: 'UNCHANGED' });
  expect(await seenBy(client)).toMatchObject({ paidCents: 10_000 });
  const { data: page } = await client(ops.ClientPortalDocument);
  expect(page.portal?.job?.notes).toEqual([]);
});

it('a payment reminder is not sent for what was paid while the email waited', async () => {
  const { id, email } = await aShownInvoice();
  await world.mailsTo(email, 2);
  await record(id, 110_000);
  // The email is sent now, after it has waited.
  await world.sql('delete from dev_mailbox where recipient = $1', [email]);
  await world.sql(
    `with mail as (
       update outgoing_emails set status = 'QUEUED', attempts = 0, sent_at = null
       where recipient = $1 and kind = 'INVOICE' returning id, job_key)
     select graphile_worker.add_job('send_email', json_build_object('id', id), job_key => job_key) from mail`,
    [email],
  );
  const [mail] = await until(async () => {
    const mails = await world.mails(email);
    return mails.length > 0 && mails;
  });
  expect(mail?.text).toContain('Paid in full');
  expect(mail?.text).not.toContain('To pay by');
});
