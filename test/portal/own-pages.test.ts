import { promptOf, scheduledJob, shared } from '../harness/jobs.js';
import { following } from '../harness/live.js';
import { codeOf, LINES } from '../harness/quotes.js';
import { type Ask, openWorld, tokenIn, until, type World } from '../harness/world.js';
import * as ops from '../operations.gen.js';

let world: World;
let owner: Ask;
beforeAll(async () => {
  world = await openWorld();
  owner = await world.as('owner');
});
afterAll(() => world.close());

/** What a link shows. */
async function pageOf(token: string) {
  const { data, errors } = await world.withToken(token)(ops.OwnPageDocument);
  if (errors || !data.portal) throw new Error(`No page: ${JSON.stringify(errors)}`);
  return data.portal;
}

async function newestLink(address: string, subject: RegExp): Promise<string> {
  const mail = await until(async () =>
    (await world.mails(address)).find((each) => subject.test(each.subject)),
  );
  return tokenIn(mail);
}

/** Sends a quote for somebody who has no job; returns it with the token of its link. */
async function quoteForNewcomer(email: string) {
  const made = await owner(ops.CreateQuoteDocument, {
    input: {
      title: 'New taps',
      internalNotes: 'Pays late',
      lines: LINES,
      newClient: { name: 'Nora', email },
    },
  });
  const { id } = made.data.createQuote.quote;
  const sent = await owner(ops.SendQuoteDocument, { id, handedOver: false });
  expect(sent.errors).toBeUndefined();
  return { id, token: await newestLink(email, /quote \d+/) };
}

/** Sends the invoice of a job that is not shared; returns it with the token of its link. */
async function invoiceOfUnsharedJob() {
  const job = await scheduledJob(owner, 'Secret bathroom');
  const made = await owner(ops.CreateInvoiceDocument, {
    input: {
      jobId: job.jobId,
      title: 'Call-out',
      lines: LINES.map(({ unitCostCents: _, ...line }) => line),
    },
  });
  const { id } = made.data.createInvoice.invoice;
  const sent = await owner(ops.SendInvoiceDocument, { id, handedOver: false });
  expect(sent.errors).toBeUndefined();
  return { job, id, token: await newestLink(job.email, /invoice \d+/) };
}

async function visibilityOf(id: string) {
  const { data, errors } = await owner(ops.DocumentVisibilityDocument, { id });
  expect(errors).toBeUndefined();
  return data.documentVisibility;
}

it('somebody without a job answers a quote from its mail, and the first link later shows the shared job', async () => {
  const { id, token } = await quoteForNewcomer('nora@client.test');
  const nora = world.withToken(token);
  const first = await pageOf(token);
  expect(first).toMatchObject({
    version: 1,
    job: null,
    invoice: null,
    messages: null,
    messagesEnabled: false,
  });
  expect(first.quote).toMatchObject({
    id,
    status: 'SENT',
    totalCents: 132_000,
    internalNotes: null,
    job: null,
    client: null,
    portalLinks: null,
    pagePublications: null,
    lines: [{ description: 'Labour', netCents: 120_000, unitCostCents: null }],
  });
  expect(await visibilityOf(id)).toMatchObject({ visible: true, problem: null });

  // She asks for changes, and a revised quote takes the place of the first on the same link.
  const live = await following(world, token, ops.OwnPageChangedDocument);
  await nora(ops.RequestQuoteChangesDocument, {
    quoteId: id,
    version: 1,
    message: 'Cheaper, please',
  });
  expect((await live.next()).data.portalChanged.quote?.status).toBe('CHANGES_REQUESTED');
  await owner(ops.UpdateQuoteDocument, { input: { id, title: 'Two taps' } });
  expect((await pageOf(token)).quote).toMatchObject({ title: 'New taps', version: 1 });
  expect(await visibilityOf(id)).toMatchObject({ visible: true, problem: { step: 'UP_TO_DATE' } });
  await owner(ops.SendQuoteDocument, { id, handedOver: false });
  expect((await live.next()).data.portalChanged.quote).toMatchObject({
    title: 'Two taps',
    version: 2,
  });
  await live.close();
  expect(
    codeOf(await nora(ops.AcceptQuoteDocument, { quoteId: id, version: 1, name: 'Nora' })),
  ).toBe('QUOTE_NOT_ACCEPTABLE');
  const accepted = await nora(ops.AcceptQuoteDocument, { quoteId: id, version: 2, name: 'Nora' });
  expect(accepted.data.acceptQuote).toMatchObject({ quote: { id, status: 'ACCEPTED' }, job: null });
  const [answer] = await until(async () => {
    const mails = await world.mails('owner@demo.jobglass.test');
    const found = mails.filter(({ subject }) => /Nora accepted quote/.test(subject));
    return found.length > 0 && found;
  });
  expect(answer?.text).toContain('/console#/quotes/');
  expect(await nora('mutation { recordPortalView }')).toMatchObject({
    data: { recordPortalView: true },
  });

  // The job is made and shared: the first link shows it, with the quote, which is preselected.
  const { data } = await owner(ops.AcceptQuoteAndCreateJobDocument, { quoteId: id });
  const jobId = data.acceptQuoteAndCreateJob.job.id;
  const startsAt = new Date(Date.now() + 86_400_000).toISOString();
  const endsAt = new Date(Date.now() + 90_000_000).toISOString();
  await owner(ops.ScheduleVisitDocument, { input: { jobId, startsAt, endsAt } });
  expect((await pageOf(token)).job).toBeNull();
  expect(codeOf(await nora(ops.SendMessageDocument, { jobId, body: 'Hello?' }))).toBe('NOT_FOUND');
  const prompt = await promptOf(owner, jobId);
  const key = `QUOTE:${id}`;
  expect(prompt?.items.find((item) => item.key === key)).toMatchObject({
    change: 'UNCHANGED',
    sharedNow: true,
    preselected: true,
  });
  const watching = await following(world, token, ops.OwnPageChangedDocument);
  await shared(world, owner, { jobId, email: 'nora@client.test' }, ['STATUS', key]);
  expect((await watching.next()).data.portalChanged.job).toMatchObject({
    id: jobId,
    quotes: [{ id }],
  });
  await watching.close();
  expect(await pageOf(token)).toMatchObject({
    quote: null,
    job: { id: jobId, quotes: [{ id, status: 'ACCEPTED' }] },
  });
  expect(await visibilityOf(id)).toMatchObject({ visible: true });
  // Unticking hides it on every link.
  await owner(ops.UpdateSharingDocument, { jobId, items: ['STATUS'] });
  expect(await pageOf(token)).toMatchObject({ quote: null, job: { id: jobId, quotes: [] } });
  expect(await visibilityOf(id)).toMatchObject({ visible: false, problem: { step: 'SELECTED' } });
  const { data: told } = await owner(ops.QuotePageDocument, { id });
  expect(told.quote?.visibleToClient).toBe(false);
  expect(told.quote?.portalLinks?.map(({ lastViewedAt }) => lastViewedAt !== null)).toContain(true);
  expect(told.quote?.pagePublications?.map(({ version, reason }) => [version, reason])).toEqual([
    [1, 'PUBLISHED_AT_ONCE'],
    [2, 'CLIENT_ACTED'],
    [3, 'PUBLISHED_AT_ONCE'],
    [4, 'CLIENT_ACTED'],
  ]);
  expect(told.quote?.pagePublications?.at(-1)?.quote?.id).toBe(`${id}@4-page`);
});

it('the page of an invoice shows nothing of its job, follows its payments, and is withdrawn with it', async () => {
  const { job, id, token } = await invoiceOfUnsharedJob();
  const page = await pageOf(token);
  expect(page).toMatchObject({
    job: null,
    quote: null,
    invoice: { id, owedCents: 132_000, job: null },
  });
  expect(JSON.stringify(page)).not.toContain('Secret bathroom');
  const live = await following(world, token, ops.OwnPageChangedDocument);
  const paid = await owner(ops.RecordPaymentDocument, { invoiceId: id, amountCents: 32_000 });
  expect((await live.next()).data.portalChanged.invoice).toMatchObject({
    owedCents: 100_000,
    status: 'PARTLY_PAID',
  });
  await owner(ops.ReversePaymentDocument, {
    id: paid.data.recordPayment.payment.id,
    reason: 'It bounced',
  });
  expect((await live.next()).data.portalChanged.invoice).toMatchObject({
    owedCents: 132_000,
    reversedPayments: [{ amountCents: 32_000 }],
  });
  await owner(ops.VoidInvoiceDocument, { id });
  // A page may be sent once more as it was, while a change of it commits.
  const withdrawn = await until(async () => {
    const { data } = await live.next();
    return data.portalChanged.invoice === null && data.portalChanged;
  });
  expect(withdrawn).toMatchObject({ job: null, invoice: null });
  await live.close();
  expect(await visibilityOf(id)).toMatchObject({ visible: false, problem: { step: 'SHARED' } });
  const { data } = await owner(ops.InvoicePageDocument, { jobId: job.jobId });
  expect(data.job?.invoices).toMatchObject([
    { visibleToClient: false, portalLinks: [{ invoice: { id } }] },
  ]);
  expect(data.job?.invoices?.[0]?.pagePublications?.map(({ invoice }) => invoice?.status)).toEqual([
    'SENT',
    'PARTLY_PAID',
    'SENT',
    undefined,
  ]);
});

it('an acceptance that is taken back and a withdrawal reach an open page at once', async () => {
  const { id, token } = await quoteForNewcomer('undone@client.test');
  const client = world.withToken(token);
  await client(ops.AcceptQuoteDocument, { quoteId: id, version: 1, name: 'Una' });
  const live = await following(world, token, ops.OwnPageChangedDocument);
  const undone = await owner(ops.UndoQuoteAcceptanceDocument, {
    quoteId: id,
    reason: 'It was the wrong house',
  });
  expect(undone.errors).toBeUndefined();
  expect((await live.next()).data.portalChanged.quote).toMatchObject({ id, status: 'SENT' });
  expect((await owner(ops.WithdrawQuoteDocument, { id })).errors).toBeUndefined();
  const withdrawn = (await live.next()).data.portalChanged;
  expect(withdrawn.quote).toMatchObject({ id, status: 'WITHDRAWN' });
  expect(JSON.stringify(withdrawn)).not.toContain('wrong house');
  await live.close();
  expect(
    codeOf(await client(ops.AcceptQuoteDocument, { quoteId: id, version: 1, name: 'Una' })),
  ).toBe('QUOTE_NOT_ACCEPTABLE');
  expect(await visibilityOf(id)).toMatchObject({ visible: true, problem: null });
});

it('switching the portal off, another address and another client cut own pages off within a second', async () => {
  const unknown = await world.withToken(`jgp_${'x'.repeat(43)}`)(ops.OwnPageDocument);
  const { id, token } = await quoteForNewcomer('cut@client.test');
  const client = world.withToken(token);
  const impact = await owner(ops.SwitchOffImpactDocument);
  expect(JSON.stringify(impact.data)).toContain('New taps');
  const live = await following(world, token, ops.OwnPageChangedDocument);
  const start = Date.now();
  await owner(ops.SwitchPortalDocument, { on: false });
  await live.ended;
  expect(Date.now() - start).toBeLessThan(1_000);
  expect(await client(ops.OwnPageDocument)).toEqual(unknown);
  const answer = { quoteId: id, version: 1, name: 'Me' };
  expect(codeOf(await client(ops.AcceptQuoteDocument, answer))).toBe('NOT_FOUND');
  expect(await visibilityOf(id)).toMatchObject({ visible: false, problem: { step: 'PORTAL_ON' } });
  await owner(ops.SwitchPortalDocument, { on: true });
  expect((await pageOf(token)).quote?.status).toBe('SENT');
  await live.close();

  const { rows } = await world.sql('select client_id::text as id from quotes where id = $1', [id]);
  const clientId = String(rows[0]?.id);
  const moved = await owner(ops.UpdateClientDocument, {
    input: { id: clientId, email: 'new@client.test' },
  });
  expect(moved.data.updateClient.revokedPortalLinks).toBe(1);
  expect(await client(ops.OwnPageDocument)).toEqual(unknown);

  const invoice = await invoiceOfUnsharedJob();
  const { data } = await owner(ops.UpdateJobDocument, {
    input: { id: invoice.job.jobId, clientId },
  });
  expect(data.updateJob.revokedPortalLinks).toBe(1);
  expect(await world.withToken(invoice.token)(ops.OwnPageDocument)).toEqual(unknown);
  // Even a link that was not revoked does not open for another client than the job's.
  await world.sql('update portal_links set revoked_at = null where invoice_id = $1', [invoice.id]);
  expect(await world.withToken(invoice.token)(ops.OwnPageDocument)).toEqual(unknown);
});

it('merging two clients keeps the page of a quote, and erasing the person closes it', async () => {
  const { id, token } = await quoteForNewcomer('twice@client.test');
  const { rows } = await world.sql('select client_id::text as id from quotes where id = $1', [id]);
  const other = await owner(ops.CreateClientDocument, {
    input: { name: 'Nora again', email: 'twice@client.test' },
  });
  const keepId = other.data.createClient.client.id;
  const mergeId = String(rows[0]?.id);
  const paused = await owner(ops.PauseRemindersDocument, { input: { clientId: mergeId } });
  expect(paused.errors).toBeUndefined();
  const job = await owner(ops.CreateJobDocument, {
    input: { title: 'Secret tap', clientId: mergeId },
  });
  const jobId = job.data.createJob.job.id;
  const made = await owner(ops.CreateInvoiceDocument, {
    input: { jobId, title: 'Tap', lines: [{ description: 'Tap', unitPriceCents: 100 }] },
  });
  const invoiceId = made.data.createInvoice.invoice.id;
  await owner(ops.SendInvoiceDocument, { id: invoiceId, handedOver: false });
  const ofInvoice = await newestLink('twice@client.test', /invoice \d+/);
  const promptBefore = await promptOf(owner, jobId);

  const merged = await owner(ops.MergeClientsDocument, { keepId, mergeId });
  expect(merged.errors).toBeUndefined();
  expect(merged.data.mergeClients.revokedPortalLinks).toBe(0);
  expect(await promptOf(owner, jobId)).toEqual(promptBefore);
  expect(await pageOf(token)).toMatchObject({ client: { name: 'Nora again' }, quote: { id } });
  expect(await pageOf(ofInvoice)).toMatchObject({ job: null, invoice: { id: invoiceId } });
  const { data: reminders } = await owner(ops.InvoiceRemindersDocument, { id: invoiceId });
  expect(reminders.invoice?.remindersPaused).toBe(true);
  const accepted = await world.withToken(token)(ops.AcceptQuoteDocument, {
    quoteId: id,
    version: 1,
    name: 'Nora Nobody',
  });
  expect(accepted.data.acceptQuote.quote).toMatchObject({ status: 'ACCEPTED' });
  const erased = await owner(ops.EraseClientDocument, { id: keepId, reason: 'She asked for it' });
  expect(erased.errors).toBeUndefined();
  for (const cut of [token, ofInvoice])
    expect(codeOf(await world.withToken(cut)(ops.OwnPageDocument))).toBe('NOT_FOUND');
});
