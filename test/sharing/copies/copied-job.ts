import { inHours, promptOf, scheduledJob, shared } from '../../harness/jobs.js';
import { LINES, sentQuote } from '../../harness/quotes.js';
import { type Ask, tokenIn, until, type World } from '../../harness/world.js';
import * as ops from '../../operations.gen.js';

const SOLD = LINES.map(({ unitCostCents: _, ...line }) => line);

export interface CopiedJob {
  jobId: string;
  quoteId: string;
  invoiceId: string;
  noteId: string;
  /** Keys of everything that can be shared of it. */
  items: string[];
  /** Token of its client. */
  token: string;
}

/**
 * A job with something of every kind. Its quote and its invoice had pages of their own, with several versions; it was
 * shared and published again; then all of it was changed, so that the records differ from every copy, and a prompt waits.
 */
export async function copiedJob(world: World, owner: Ask): Promise<CopiedJob> {
  const job = await scheduledJob(owner, 'Fix the roof');
  const { jobId } = job;
  const { data: moved } = await owner(ops.ScheduleVisitDocument, {
    input: { jobId, startsAt: inHours(48), endsAt: inHours(49) },
  });
  const { data: noted } = await owner(ops.AddNoteDocument, { input: { jobId, body: 'Gate' } });
  const noteId = noted.addNote.note.id;
  const { data: todo } = await owner(ops.AddTodoDocument, { input: { jobId, title: 'Tiles' } });
  const todoId = todo.addTodo.todo.id;
  const { data: photo } = await owner(ops.AddPhotoDocument, { input: { jobId, caption: 'Roof' } });
  const photoId = photo.addPhoto.photo.id;
  await owner(ops.SetPhotoSharingDocument, { photoId, shared: true });
  const { quoteId, invoiceId } = await sentOnPages(world, owner, job);
  const items = [
    ...['SCHEDULE', 'STATUS', `NOTE:${noteId}`, `TODO:${todoId}`, `PHOTO:${photoId}`],
    ...[`QUOTE:${quoteId}`, `INVOICE:${invoiceId}`],
  ];
  const { token } = await shared(world, owner, job, items);

  await owner(ops.CancelVisitDocument, { id: job.visitId });
  await owner(ops.UpdateTodoDocument, { input: { id: todoId, done: true } });
  await shared(world, owner, job, items);
  await owner(ops.UpdateJobDocument, { input: { id: jobId, title: 'Fix roof and gutters' } });
  await owner(ops.UpdateNoteDocument, { id: noteId, body: 'Mind the dog', internal: false });
  await owner(ops.UpdateTodoDocument, { input: { id: todoId, title: 'Slates', done: false } });
  await owner(ops.RescheduleVisitDocument, {
    id: moved.scheduleVisit.visit.id,
    startsAt: inHours(72),
    endsAt: inHours(75),
  });
  const line = { description: 'Labour and tiles', unitPriceCents: 150_000 };
  const priced = { ...line, unitCostCents: 90_000 };
  await owner(ops.UpdateQuoteDocument, { input: { id: quoteId, title: 'Roof', lines: [priced] } });
  // A quote that is sent is published at once; what only staff see of it stays different.
  await owner(ops.SendQuoteDocument, { id: quoteId });
  await owner(ops.UpdateInvoiceDocument, {
    input: { id: invoiceId, title: 'Roof', lines: [line] },
  });
  if (!(await promptOf(owner, jobId))) throw new Error('No prompt waits.');
  return { jobId, quoteId, invoiceId, noteId, items, token };
}

/** A quote and an invoice of a job that is not shared, each with several versions of its own page. */
async function sentOnPages(
  world: World,
  owner: Ask,
  { jobId, email }: { jobId: string; email: string },
): Promise<{ quoteId: string; invoiceId: string }> {
  const quoteId = await sentQuote(owner, { jobId });
  const mail = await until(async () =>
    (await world.mails(email)).find(({ subject }) => /: quote \d+/.test(subject)),
  );
  await world.withToken(tokenIn(mail))(ops.RequestQuoteChangesDocument, {
    quoteId,
    version: 1,
    message: 'Cheaper, please',
  });
  const { data } = await owner(ops.CreateInvoiceDocument, {
    input: { jobId, title: 'Call-out', lines: SOLD },
  });
  const invoiceId = data.createInvoice.invoice.id;
  await owner(ops.SendInvoiceDocument, { id: invoiceId, handedOver: false });
  const { data: paid } = await owner(ops.RecordPaymentDocument, { invoiceId, amountCents: 500 });
  await owner(ops.ReversePaymentDocument, {
    id: paid.recordPayment.payment.id,
    reason: 'It bounced',
  });
  await owner(ops.RecordPaymentDocument, { invoiceId, amountCents: 900 });
  return { quoteId, invoiceId };
}
