import { type Ask, openWorld, tokenIn, type World } from '../harness/world.js';
import * as ops from '../operations.gen.js';
import { aDraft, aScheduledJob, invoicesSeenBy, refusals, share } from './a-job-to-invoice.js';

let world: World;
let owner: Ask;
beforeAll(async () => {
  // One of these tests moves the clock by days.
  world = await openWorld({ sessionHours: 24 * 30 });
  owner = await world.as('owner');
});
afterAll(() => world.close());

const HOUR = 3_600_000;
const portal = (on: boolean) => owner(ops.SwitchPortalDocument, { on });
const send = (id: string) => owner(ops.SendInvoiceDocument, { id });

describe('an invoice sent while the Client Portal is off', () => {
  it('stays hidden, with the reason, until it is sent again', async () => {
    const job = await aScheduledJob(owner);
    const client = await share(world, owner, job);
    const { id } = await aDraft(owner, job.jobId);
    await portal(false);
    const { data: off, errors } = await send(id);
    expect(errors).toBeUndefined();
    expect(off.sendInvoice.invoice).toMatchObject({ status: 'SENT', visibleToClient: false });
    expect(off.sendInvoice.invoice.hiddenReason).toContain('Portal was off');
    expect(off.sendInvoice.deliveries).toMatchObject([{ to: job.email }]);
    expect(off.sendInvoice.portalLink).toBeNull();
    // The mail contains the document, which takes longer than a link: the next mail must not overtake it.
    await world.mailsTo(job.email, 2);
    await portal(true);
    expect(await invoicesSeenBy(client, job.jobId)).toEqual([]);
    const { data: waiting } = await owner(ops.AddNoteDocument, {
      input: { jobId: job.jobId, body: 'All done', internal: false },
    });
    const revision = waiting.addNote.sharePrompt?.revision as number;
    const items = [`INVOICE:${id}`];
    expect(waiting.addNote.sharePrompt?.items.map(({ kind }) => kind)).not.toContain('INVOICE');
    const { errors: refused } = await owner(ops.ShareWithClientDocument, {
      input: { jobId: job.jobId, revision, items },
    });
    expect(refused?.[0]?.extensions).toMatchObject({
      code: 'ITEM_NOT_SHAREABLE',
      items: [{ key: items[0], reason: expect.stringContaining('send it again') }],
    });
    const { data: on } = await send(id);
    expect(on.sendInvoice.invoice.hiddenReason).toBeNull();
    expect(await invoicesSeenBy(client, job.jobId)).toMatchObject([{ id, status: 'SENT' }]);
    const mails = await world.mailsTo(job.email, 3);
    const [again, first] = mails.filter(({ subject }) => subject.includes('invoice'));
    expect(first?.links).toEqual([]);
    expect(first?.text).toContain('Labour: 10 × $100.00 = $1,000.00');
    expect(again?.links.filter((link) => link.includes('/portal#'))).toHaveLength(1);
  });

  it('requires an email address of the client, as with the portal on, unless it was handed over', async () => {
    const { jobId } = await aScheduledJob(owner, false);
    const { id } = await aDraft(owner, jobId);
    for (const on of [true, false]) {
      await portal(on);
      expect(refusals(await send(id))).toEqual(['CLIENT_EMAIL_MISSING']);
      const { data } = await owner(ops.InvoiceAccessDocument, { id });
      expect(data.invoice).toMatchObject({ status: 'DRAFT', delivery: null, handedOverBy: null });
    }
    const { data } = await owner(ops.SendInvoiceDocument, { id, handedOver: true });
    expect(data.sendInvoice).toMatchObject({ invoice: { status: 'SENT' }, deliveries: [] });
    const { data: after } = await owner(ops.InvoiceAccessDocument, { id });
    expect(after.invoice).toMatchObject({ delivery: null, handedOverBy: { name: 'Olivia Owner' } });
    await portal(true);
  });
});

describe('an invoice of a job that was never shared', () => {
  it('is emailed with a link to it alone, and preselected in the prompt', async () => {
    const job = await aScheduledJob(owner);
    const { id } = await aDraft(owner, job.jobId);
    const { data } = await send(id);
    const item = data.sendInvoice.sharePrompt?.items.find(({ key }) => key === `INVOICE:${id}`);
    expect(item).toMatchObject({ change: 'UNCHANGED', preselected: true, sharedNow: true });
    expect(data.sendInvoice.portalLink?.sentTo).toBe(job.email);
    const [mail] = await world.mailsTo(job.email, 1);
    expect(mail?.subject).toContain('invoice');
    expect(mail?.text).toContain('$1,100.00');
    expect(tokenIn(mail)).not.toBe('');
    expect(data.sendInvoice.invoice).toMatchObject({ visibleToClient: true, hiddenReason: null });
    const client = await share(world, owner, job, ['STATUS', `INVOICE:${id}`]);
    expect(await invoicesSeenBy(client, job.jobId)).toMatchObject([{ id }]);
  });
});

describe('an invoice that is visible to the client', () => {
  it('stays hidden once it was left out, until it is sent again', async () => {
    const job = await aScheduledJob(owner);
    const client = await share(world, owner, job);
    const { id } = await aDraft(owner, job.jobId);
    await send(id);
    await owner(ops.UpdateSharingDocument, { jobId: job.jobId, items: ['STATUS'] });
    expect(await invoicesSeenBy(client, job.jobId)).toEqual([]);
    const { data } = await owner(ops.AddNoteDocument, {
      input: { jobId: job.jobId, body: 'Later', internal: false },
    });
    const item = data.addNote.sharePrompt?.items.find(({ kind }) => kind === 'INVOICE');
    expect(item).toMatchObject({ change: 'UNCHANGED', preselected: false });
    await send(id);
    expect(await invoicesSeenBy(client, job.jobId)).toMatchObject([{ id }]);
  });

  it('is hidden at once when it is voided, and can no longer be sent or paid', async () => {
    const job = await aScheduledJob(owner);
    const client = await share(world, owner, job);
    const { id } = await aDraft(owner, job.jobId);
    await send(id);
    const { data } = await owner(ops.VoidInvoiceDocument, { id });
    expect(data.voidInvoice.invoice).toMatchObject({
      status: 'VOID',
      owedCents: 0,
      hiddenReason: expect.stringContaining('void'),
    });
    expect(await invoicesSeenBy(client, job.jobId)).toEqual([]);
    expect(refusals(await send(id))).toEqual(['CONFLICT']);
    const paid = await owner(ops.RecordPaymentDocument, { invoiceId: id, amountCents: 1 });
    expect(refusals(paid)).toEqual(['CONFLICT']);
  });

  it('is never offered to another client of the job', async () => {
    const job = await aScheduledJob(owner);
    const { id } = await aDraft(owner, job.jobId);
    await send(id);
    const { data: made } = await owner(ops.CreateClientDocument, {
      input: { name: 'Next Client', email: 'next@client.test' },
    });
    const { data } = await owner(ops.UpdateJobDocument, {
      input: { id: job.jobId, clientId: made.createClient.client.id },
    });
    expect(data.updateJob.sharePrompt?.items.map(({ kind }) => kind)).not.toContain('INVOICE');
    expect(refusals(await send(id))).toEqual(['CONFLICT']);
  });

  it("is overdue for staff and client at the end of its last day in the business's time zone", async () => {
    const job = await aScheduledJob(owner);
    const client = await share(world, owner, job);
    const dueOn = new Date(Date.now() + 86_400_000).toISOString().slice(0, 10);
    const { id } = await aDraft(owner, job.jobId, dueOn);
    await send(id);
    const due = new Date(`${dueOn}T00:00:00Z`).getTime();
    // Sydney is ahead of UTC: its next day has begun at 14:00 UTC of the due day, but not at 12:00.
    world.clock.advance(due + 12 * HOUR - world.clock.now().getTime());
    const statusForBoth = async () => [
      (await owner(ops.InvoiceDocument, { id })).data.invoice?.status,
      (await invoicesSeenBy(client, job.jobId))?.[0]?.status,
    ];
    expect(await statusForBoth()).toEqual(['SENT', 'SENT']);
    expect(await listed('OVERDUE')).not.toContain(id);
    world.clock.advance(2 * HOUR);
    expect(await statusForBoth()).toEqual(['OVERDUE', 'OVERDUE']);
    expect(await listed('OVERDUE')).toContain(id);
    expect(await listed('SENT')).not.toContain(id);
  });
});

async function listed(status: 'OVERDUE' | 'SENT') {
  const { data, errors } = await owner(ops.InvoicesDocument, { status, first: 100 });
  expect(errors).toBeUndefined();
  return data.invoices.nodes.map(({ id }) => id);
}
