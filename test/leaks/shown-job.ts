import { cameraPicture, plainPicture } from '../fixtures/camera.js';
import { inHours, scheduledJob, shared } from '../harness/jobs.js';
import { sessionOf } from '../harness/live.js';
import { LINES, sentQuote } from '../harness/quotes.js';
import { type Ask, tokenIn, until, type World } from '../harness/world.js';
import * as ops from '../operations.gen.js';

/** A job with something of every kind that its client sees, and something of every kind that it does not. */
export interface ShownJob {
  jobId: string;
  clientId: string;
  email: string;
  token: string;
  photoId: string;
  hiddenPhotoId: string;
  /** Sent and visible: for accepting, declining, requesting changes, and leaving unanswered. */
  quoteIds: string[];
  /** A quote and an invoice on pages of their own; nothing of their jobs is visible. */
  ownPages: { quote: OwnPage; invoice: OwnPage };
}

interface OwnPage {
  id: string;
  jobId: string;
  clientId: string;
  token: string;
}

/** Creates it through the API, as staff and client. */
export async function shownJob(world: World): Promise<ShownJob> {
  const owner = await world.as('owner');
  const job = await scheduledJob(owner, 'Rewire the kitchen');
  const { jobId, clientId, email } = job;
  await must(owner, ops.UpdateJobDocument, {
    input: {
      id: jobId,
      description: 'New cables and eight sockets',
      siteAddress: '1 Client Street',
      assigneeIds: [await staffIdOf(world, 'tradie')],
      internalNotes: 'Pays late',
    },
  });
  await must(owner, ops.SetClientLanguageDocument, { id: clientId, language: 'EN' });
  await must(owner, ops.UpdateBusinessDocument, {
    input: { paymentInstructions: [{ label: 'Cash', details: 'To the tradie' }] },
  });
  const note = await must(owner, ops.AddNoteDocument, {
    input: { jobId, body: 'Gate is open', internal: false },
  });
  const done = await must(owner, ops.AddTodoDocument, { input: { jobId, title: 'Order cable' } });
  const open = await must(owner, ops.AddTodoDocument, { input: { jobId, title: 'Fit sockets' } });
  await must(owner, ops.UpdateTodoDocument, { input: { id: done.addTodo.todo.id, done: true } });
  const photoId = await addPhoto(world, owner, jobId, await cameraPicture(), 'The old board');
  await must(owner, ops.SetPhotoSharingDocument, { photoId, shared: true });
  const quoteIds: string[] = [];
  const deposits = { Yes: { depositPercent: 25 }, 'Leave it': { depositCents: 5_000 } };
  for (const title of ['Yes', 'No', 'Change it', 'Leave it'])
    quoteIds.push(
      await sentQuote(owner, {
        jobId,
        title,
        ...deposits[title as keyof typeof deposits],
        validUntil: inHours(24 * 60).slice(0, 10),
        terms: 'Payable in two parts',
        lines: [...LINES, { ...LINES[0], groupName: 'Extras', optional: true }],
        internalNotes: 'Thin margin',
      }),
    );
  const opened = await shared(world, owner, job, [
    'STATUS',
    'SCHEDULE',
    `NOTE:${note.addNote.note.id}`,
    `TODO:${done.addTodo.todo.id}`,
    `TODO:${open.addTodo.todo.id}`,
    `PHOTO:${photoId}`,
    ...quoteIds.map((id) => `QUOTE:${id}`),
  ]);
  await changeOfPlan(owner, job);
  await invoice(owner, jobId);
  await talk(owner, opened.client, jobId);
  const ownPages = { quote: await ownQuote(world, owner), invoice: await ownInvoice(world, owner) };
  await settled(world);
  const hiddenPhotoId = await hidden(world, owner, jobId);
  const { token } = opened;
  return { jobId, clientId, email, token, photoId, hiddenPhotoId, quoteIds, ownPages };
}

/** A quote of a job that is not shared, with something of it that could be. */
async function ownQuote(world: World, owner: Ask): Promise<OwnPage> {
  const { jobId, clientId, email } = await scheduledJob(owner, 'Not to be seen');
  await must(owner, ops.AddNoteDocument, { input: { jobId, body: 'Hidden too', internal: false } });
  const id = await sentQuote(owner, { jobId, title: 'On its own', internalNotes: 'Thin margin' });
  return { id, jobId, clientId, token: await mailedToken(world, email) };
}

async function ownInvoice(world: World, owner: Ask): Promise<OwnPage> {
  const { jobId, clientId, email } = await scheduledJob(owner, 'Not to be seen either');
  const id = await invoice(owner, jobId);
  return { id, jobId, clientId, token: await mailedToken(world, email) };
}

async function mailedToken(world: World, email: string): Promise<string> {
  // The newest comes first; a credit note may follow the invoice.
  return tokenIn((await world.mailsTo(email, 1)).at(-1));
}

async function invoice(owner: Ask, jobId: string): Promise<string> {
  const lines = [{ description: 'Labour', unitPriceCents: 50_000 }];
  const { createInvoice } = await must(owner, ops.MakeInvoiceDocument, {
    input: { jobId, title: 'First part', lines },
  });
  await must(owner, ops.SendInvoiceDocument, { id: createInvoice.invoice.id });
  await must(owner, ops.RecordPaymentDocument, {
    invoiceId: createInvoice.invoice.id,
    amountCents: 10_000,
  });
  const { recordPayment } = await must(owner, ops.RecordPaymentDocument, {
    invoiceId: createInvoice.invoice.id,
    amountCents: 20_000,
    reference: 'Cheque 12',
  });
  await must(owner, ops.ReversePaymentDocument, {
    id: recordPayment.payment.id,
    reason: 'The cheque bounced',
  });
  await must(owner, ops.CreditInvoiceDocument, {
    id: createInvoice.invoice.id,
    lines: [{ lineId: createInvoice.invoice.lines[0]?.id as string, quantity: 0.5 }],
    reason: 'Half a day less',
  });
  return createInvoice.invoice.id;
}

/** A visit that is moved and one that is cancelled, both while the job is kept in sync. */
async function changeOfPlan(owner: Ask, { jobId, visitId }: { jobId: string; visitId: string }) {
  await must(owner, ops.SetKeepInSyncDocument, { jobId, enabled: true });
  const times = { startsAt: inHours(48), endsAt: inHours(50) };
  await must(owner, ops.RescheduleVisitDocument, { id: visitId, ...times });
  const { scheduleVisit } = await must(owner, ops.ScheduleVisitDocument, {
    // Nobody goes, so that no mail to them waits.
    input: { jobId, startsAt: inHours(72), endsAt: inHours(73), assigneeIds: [] },
  });
  await must(owner, ops.CancelVisitDocument, { id: scheduleVisit.visit.id });
  await must(owner, ops.SetKeepInSyncDocument, { jobId, enabled: false });
}

async function talk(owner: Ask, client: Ask, jobId: string): Promise<void> {
  await must(owner, ops.SetClientMessagesDocument, { jobId, enabled: true });
  await must(owner, ops.SendMessageDocument, { jobId, body: 'We come on Monday' });
  await must(client, ops.SendMessageDocument, { jobId, body: 'That suits me' });
}

/** Items created after the share, and items that are never visible to a client. */
export async function hidden(world: World, owner: Ask, jobId: string): Promise<string> {
  await must(owner, ops.AddNoteDocument, {
    input: { jobId, body: 'Hidden remark', internal: true },
  });
  await must(owner, ops.AddNoteDocument, {
    input: { jobId, body: 'Not sent yet', internal: false },
  });
  await must(owner, ops.AddTodoDocument, { input: { jobId, title: 'Not sent either' } });
  await must(owner, ops.AddMaterialDocument, {
    input: { jobId, name: 'Cable', unitCostCents: 345 },
  });
  const lines = [{ description: 'Draft', unitPriceCents: 999, unitCostCents: 500 }];
  await must(owner, ops.CreateQuoteDocument, { input: { jobId, title: 'Draft', lines } });
  await must(owner, ops.CreateInvoiceDocument, {
    input: { jobId, title: 'Draft', lines: [{ description: 'Draft', unitPriceCents: 999 }] },
  });
  await scheduledJob(owner, 'Of somebody else');
  return addPhoto(world, owner, jobId, await plainPicture(), 'Not for you');
}

async function addPhoto(world: World, owner: Ask, jobId: string, bytes: Buffer, caption: string) {
  const body = new FormData();
  body.append('file', new Blob([new Uint8Array(bytes)]), 'photo.jpg');
  const authorization = `Bearer ${await sessionOf(world, 'owner')}`;
  const response = await fetch(`${world.url}/photos`, {
    method: 'POST',
    body,
    headers: { authorization },
  });
  const { uploadId } = (await response.json()) as { uploadId: string };
  const made = await must(owner, ops.AddPhotoWithBytesDocument, {
    input: { jobId, uploadId, caption, stage: 'AFTER' },
  });
  return made.addPhoto.photo.id;
}

async function staffIdOf(world: World, person: 'tradie'): Promise<string> {
  const { data } = await (await world.as(person))<{ me: { staffId: string } }, object>(
    '{ me { staffId } }',
  );
  return data.me.staffId;
}

/** Waits until every email is sent, so that messages are collected into the same emails in every world. */
export async function settled(world: World): Promise<void> {
  await until(async () => {
    const { rows } = await world.sql(
      "select count(*)::int as count from outgoing_emails where status = 'QUEUED'",
    );
    return Number(rows[0]?.count) === 0;
  });
}

/** Sends an operation; throws if it is refused. */
export async function must<T, V>(
  ask: Ask,
  operation: Parameters<typeof ask<T, V>>[0],
  variables: V,
): Promise<T> {
  const { data, errors } = await ask<T, V>(operation, variables);
  if (errors) throw new Error(`It was refused: ${JSON.stringify(errors)}`);
  return data;
}
