import { cameraPicture, SECRETS } from '../fixtures/camera.js';
import { inHours, promptOf } from '../harness/jobs.js';
import { type Ask, type Mail, tokenIn, until } from '../harness/world.js';
import * as ops from '../operations.gen.js';
import { type Album, openAlbum, uploaded } from '../photos/album.js';
import { everythingOf } from './everything.js';

/** Texts of this story that only the business knows: no client and no other business may read them. */
const INTERNAL = [
  'Slow payer',
  'Beam is rotten',
  'Brass hooks',
  'Olivia',
  '70000',
  'could go lower',
];

const WANDA = 'wanda@wonders.test';
const OWNER = 'owner@demo.jobglass.test';

let album: Album;
let owner: Ask;
let ownerToken: string;
let client: Ask;
let clientToken: string;

beforeAll(async () => {
  album = await openAlbum({ messageMailSeconds: 1 });
  owner = await album.as('owner');
  ownerToken = await album.tokenOf('owner');
});
afterAll(() => album.close());

/** Waits for an email to somebody with this subject. */
function mailAbout(address: string, subject: RegExp): Promise<Mail> {
  return until(async () => (await album.mails(address)).find((mail) => subject.test(mail.subject)));
}

async function done<T, V>(ask: Ask, ...asked: Parameters<typeof ask<T, V>>): Promise<T> {
  const { data, errors } = await ask(...asked);
  expect(errors).toBeUndefined();
  return data;
}

async function pageOfClient() {
  const { portal } = await done(client, ops.ClientPortalDocument);
  if (!portal?.job) throw new Error('The client has no page of a job.');
  return portal.job;
}

describe('from an enquiry to the last payment', () => {
  let clientId: string;
  /** Client with the link of the first quote's email. */
  let firstLink: Ask;
  let jobId: string;
  let quoteId: string;
  let photoId: string;
  let invoiceId: string;
  let keys: string[];

  it('a visitor sends an enquiry; the owner gets an email and replies', async () => {
    await done(album.asVisitor, ops.SubmitEnquiryDocument, {
      slug: 'bright-spark',
      input: { name: 'Wanda Wonders', email: WANDA, message: 'Can you fit two ceiling fans?' },
    });
    const notice = await mailAbout(OWNER, /^New enquiry from Wanda Wonders$/);
    expect(notice.text).not.toContain(WANDA);
    const { enquiries } = await done(owner, ops.EnquiriesDocument, { status: 'NEW' });
    const id = enquiries.nodes.find(({ email }) => email === WANDA)?.id as string;
    await done(owner, ops.ReplyToEnquiryDocument, { id, body: 'We look at the ceiling first.' });
    const reply = await mailAbout(WANDA, /your enquiry$/);
    expect(reply.text).toContain('We look at the ceiling first.');
  });

  it('a new client gets a quote by email, with a link to it', async () => {
    const { createQuote } = await done(owner, ops.CreateQuoteDocument, {
      input: {
        title: 'Look at the ceiling',
        newClient: { name: 'Wanda Wonders', email: WANDA },
        lines: [{ description: 'Inspection', unitPriceCents: 10_000 }],
      },
    });
    quoteId = createQuote.quote.id;
    await done(owner, ops.SendQuoteDocument, { id: quoteId });
    const letter = await mailAbout(WANDA, /quote \d+, Look at the ceiling$/);
    expect(letter.text).toMatch(/110\.00/);
    firstLink = album.withToken(tokenIn(letter));
    const { portal } = await done(firstLink, ops.OwnPageDocument);
    expect(portal).toMatchObject({
      job: null,
      quote: { id: quoteId, status: 'SENT', lines: [{ description: 'Inspection' }] },
    });
    const { clients } = await done(owner, ops.ClientsDocument, { search: WANDA });
    expect(clients.nodes).toHaveLength(1);
    clientId = clients.nodes[0]?.id as string;
  });

  it('the client accepts that quote by the link of the first email, which shows the job once it is shared', async () => {
    const { createJob } = await done(owner, ops.CreateJobDocument, {
      input: { title: 'Ceiling inspection', clientId },
    });
    const inspection = createJob.job.id;
    await done(owner, ops.AttachQuoteDocument, { jobId: inspection, quoteId });
    await done(owner, ops.ScheduleVisitDocument, {
      input: { jobId: inspection, startsAt: inHours(24), endsAt: inHours(25) },
    });
    await shareAll(inspection);
    await mailAbout(WANDA, /: Ceiling inspection$/);
    const { acceptQuote } = await done(firstLink, ops.AcceptQuoteDocument, {
      quoteId,
      version: 1,
      name: 'Wanda Wonders',
    });
    expect(acceptQuote.job?.quotes).toMatchObject([{ id: quoteId, status: 'ACCEPTED' }]);
    const answer = await mailAbout(OWNER, /^Wanda Wonders .*accepted quote \d+$/);
    expect(answer.text).toContain('Ceiling inspection');
    const { quote } = await done(owner, ops.QuoteDocument, { id: quoteId });
    expect(quote?.answer).toMatchObject({ kind: 'ACCEPTED', name: 'Wanda Wonders', version: 1 });
    const again = await done(owner, ops.AcceptQuoteAndCreateJobDocument, { quoteId });
    expect(again.acceptQuoteAndCreateJob.job.id).toBe(inspection);
  });

  it('accepting the next quote creates its job, whose first visit raises the share prompt', async () => {
    const { createQuote } = await done(owner, ops.CreateQuoteDocument, {
      input: {
        title: 'Two ceiling fans',
        clientId,
        internalNotes: 'We could go lower',
        lines: [{ description: 'Fans and labour', unitPriceCents: 120_000, unitCostCents: 70_000 }],
      },
    });
    quoteId = createQuote.quote.id;
    await done(owner, ops.SendQuoteDocument, { id: quoteId });
    await mailAbout(WANDA, /quote \d+, Two ceiling fans$/);
    const accepted = await done(owner, ops.AcceptQuoteAndCreateJobDocument, { quoteId });
    jobId = accepted.acceptQuoteAndCreateJob.job.id;
    expect(accepted.acceptQuoteAndCreateJob).toMatchObject({
      job: { title: 'Two ceiling fans' },
      sharePromptStatus: 'NOT_SCHEDULED',
      sharePrompt: null,
    });
    const { scheduleVisit } = await done(owner, ops.ScheduleVisitDocument, {
      input: { jobId, startsAt: inHours(48), endsAt: inHours(52) },
    });
    expect(scheduleVisit.sharePromptStatus).toBe('PENDING');
    const ticked = scheduleVisit.sharePrompt?.items.filter(({ preselected }) => preselected);
    expect(ticked?.map(({ key }) => key)).toEqual(['STATUS', 'SCHEDULE', `QUOTE:${quoteId}`]);
  });

  it('staff share the job with a photo, a to-do and a note, and nothing else', async () => {
    const uploadId = await uploaded(album, ownerToken, await cameraPicture());
    const { addPhoto } = await done(owner, ops.AddPhotoWithBytesDocument, {
      input: { jobId, uploadId, caption: 'The ceiling' },
    });
    photoId = addPhoto.photo.id;
    const { addTodo } = await done(owner, ops.AddTodoDocument, {
      input: { jobId, title: 'Order the fans' },
    });
    const { addNote } = await done(owner, ops.AddNoteDocument, {
      input: { jobId, body: 'Please clear the room' },
    });
    await done(owner, ops.AddNoteDocument, {
      input: { jobId, body: 'Beam is rotten', internal: true },
    });
    await done(owner, ops.AddMaterialDocument, {
      input: { jobId, name: 'Brass hooks', unitCostCents: 450 },
    });
    await done(owner, ops.UpdateJobDocument, { input: { id: jobId, internalNotes: 'Slow payer' } });
    keys = [`TODO:${addTodo.todo.id}`, `NOTE:${addNote.note.id}`];
    const offered = (await promptOf(owner, jobId))?.items.map(({ key }) => key);
    expect(offered).toEqual(expect.arrayContaining(keys));
    expect(offered).not.toContain(`PHOTO:${photoId}`);
    await shareAll(jobId);

    const mail = await mailAbout(WANDA, /: Two ceiling fans$/);
    for (const shown of ['Order the fans', 'Please clear the room'])
      expect(mail.text).toContain(shown);
    clientToken = tokenIn(mail);
    client = album.withToken(clientToken);
    expect(await pageOfClient()).toMatchObject({
      title: 'Two ceiling fans',
      status: 'SCHEDULED',
      notes: [{ body: 'Please clear the room' }],
      todos: [{ title: 'Order the fans' }],
      quotes: [{ id: quoteId, status: 'ACCEPTED', totalCents: 132_000 }],
      photos: [],
    });
  });

  it('the client gets the photo once its toggle is on, without camera metadata', async () => {
    const path = `/photos/${photoId}/display`;
    expect((await album.fetch(clientToken, path)).status).toBe(404);
    await done(owner, ops.SetPhotoSharingDocument, { photoId, shared: true });
    const response = await album.fetch(clientToken, path);
    expect(response.status).toBe(200);
    const bytes = Buffer.from(await response.arrayBuffer()).toString('latin1');
    expect(bytes.length).toBeGreaterThan(1000);
    for (const secret of SECRETS) expect(bytes).not.toContain(secret);
    expect((await pageOfClient()).photos).toMatchObject([{ id: photoId, caption: 'The ceiling' }]);
  });

  it('client and staff exchange messages, with emails to the other side', async () => {
    await done(owner, ops.SetClientMessagesDocument, { jobId, enabled: true });
    await done(owner, ops.SendMessageDocument, { jobId, body: 'We come at nine.' });
    const toClient = await mailAbout(WANDA, /about Two ceiling fans$/);
    expect(toClient.text).toContain('We come at nine.');
    await done(client, ops.SendMessageDocument, { jobId, body: 'The key is with Ned.' });
    const toStaff = await mailAbout(OWNER, /^Wanda Wonders: .* on job \d+$/);
    expect(toStaff.text).toContain('The key is with Ned.');
    const { portal } = await done(client, ops.MessagesOfPortalDocument);
    expect(portal?.messages?.map(({ body }) => body)).toEqual([
      'We come at nine.',
      'The key is with Ned.',
    ]);
  });

  it('the client gets the invoice by email and on its page', async () => {
    const { createInvoice } = await done(owner, ops.CreateInvoiceDocument, {
      input: { jobId, quoteId, internalNotes: 'Slow payer' },
    });
    invoiceId = createInvoice.invoice.id;
    expect(await invoicesOfClient()).toEqual([]);
    await done(owner, ops.SendInvoiceDocument, { id: invoiceId });
    const mail = await mailAbout(WANDA, /invoice \d+, Two ceiling fans$/);
    expect(mail.text).toMatch(/1,320\.00/);
    expect(tokenIn(mail)).not.toBe('');
    client = album.withToken(tokenIn(mail));
    expect(await invoicesOfClient()).toMatchObject([
      { status: 'SENT', totalCents: 132_000, owedCents: 132_000, internalNotes: null },
    ]);
  });

  it('it is paid in two parts, which the client sees', async () => {
    await done(owner, ops.RecordPaymentDocument, { invoiceId, amountCents: 32_000 });
    await done(owner, ops.RecordPaymentDocument, { invoiceId, amountCents: 100_000 });
    await done(owner, ops.SetJobStatusDocument, { jobId, status: 'COMPLETED' });
    await shareAll(jobId);
    expect(await invoicesOfClient()).toMatchObject([{ status: 'PAID', owedCents: 0 }]);
    expect((await pageOfClient()).status).toBe('COMPLETED');
    const { invoice } = await done(owner, ops.InvoiceDocument, { id: invoiceId });
    expect(invoice).toMatchObject({ status: 'PAID', paidCents: 132_000 });
  });

  it('the client never got anything internal, on the page or in an email', async () => {
    const seen = JSON.stringify([
      await client(ops.ClientPortalDocument),
      await client(ops.ClientJobByIdDocument, { id: jobId }),
      await client(ops.JobForStaffDocument, { id: jobId }),
      await client(ops.MessagesOfPortalDocument),
      await client(ops.ClientPhotosDocument),
      await album.mails(WANDA),
    ]);
    expect(seen).toContain('Please clear the room');
    for (const secret of INTERNAL) expect(seen).not.toContain(secret);
  });

  it('another business finds none of it', async () => {
    const mine = JSON.stringify(await everythingOf(owner));
    const theirs = JSON.stringify(await everythingOf(await album.as('soletrader')));
    for (const known of ['Wanda', WANDA, 'Two ceiling fans', jobId, quoteId, invoiceId, clientId]) {
      expect(mine).toContain(known);
      expect(theirs).not.toContain(known);
    }
    for (const internal of ['Slow payer', 'Beam is rotten', 'Brass hooks'])
      expect(mine).toContain(internal);
  });

  it('another business that knows the ids finds none of it', async () => {
    const stranger = await album.as('soletrader');
    const answers = await Promise.all([
      stranger(ops.JobForStaffDocument, { id: jobId }),
      stranger(ops.QuoteDocument, { id: quoteId }),
      stranger(ops.InvoiceDocument, { id: invoiceId }),
      stranger(ops.ClientWithHistoryDocument, { id: clientId }),
      stranger(ops.SharePromptDocument, { jobId }),
      stranger(ops.MessagesOfJobDocument, { id: jobId }),
    ]);
    for (const { data, errors } of answers) {
      expect(Object.values(data ?? {}).every((value) => value === null)).toBe(true);
      expect(errors?.[0]?.extensions.code).toBe('NOT_FOUND');
    }
    const token = await album.tokenOf('soletrader');
    for (const size of ['display', 'thumbnail', 'original'])
      expect((await album.fetch(token, `/photos/${photoId}/${size}`)).status).toBe(404);
  });

  async function invoicesOfClient() {
    const { job } = await done(client, ops.InvoicesOfJobDocument, { jobId });
    return job?.invoices;
  }

  /** Shares the preselected items, those shared before, and those of this story. */
  async function shareAll(id: string) {
    const prompt = await promptOf(owner, id);
    const items = (prompt?.items ?? [])
      .filter(({ key, preselected }) => preselected || keys?.includes(key))
      .map(({ key }) => key);
    const { shareWithClient } = await done(owner, ops.ShareWithClientDocument, {
      input: { jobId: id, revision: prompt?.revision as number, items },
    });
    expect(shareWithClient.deliveries).toMatchObject([{ to: WANDA }]);
  }
});
