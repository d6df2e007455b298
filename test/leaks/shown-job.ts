import { inHours, scheduledJob, shared } from '../harness/jobs.js';
import { sessionOf } from '../harness/live.js';
import { sentQuote } from '../harness/quotes.js';
import { type Ask, until, type World } from '../harness/world.js';
import * as ops from '../operations.gen.js';
import { cameraPicture, plainPicture } from '../photos/camera.js';

/** A job of which a client sees something of every kind, and of every kind does not see something. */
export interface ShownJob {
  jobId: string;
  clientId: string;
  email: string;
  token: string;
  photoId: string;
  hiddenPhotoId: string;
  /** Sent and shown: to accept, to decline, to ask changes of, and to leave. */
  quoteIds: string[];
}

/** Makes it as staff and client would, through the door. */
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
  const note = await must(owner, ops.AddNoteDocument, {
    input: { jobId, body: 'Gate is open', internal: false },
  });
  const done = await must(owner, ops.AddTodoDocument, { input: { jobId, title: 'Order cable' } });
  const open = await must(owner, ops.AddTodoDocument, { input: { jobId, title: 'Fit sockets' } });
  await must(owner, ops.UpdateTodoDocument, { input: { id: done.addTodo.todo.id, done: true } });
  const photoId = await addPhoto(world, owner, jobId, await cameraPicture(), 'The old board');
  await must(owner, ops.SetPhotoSharingDocument, { photoId, shared: true });
  const quoteIds: string[] = [];
  for (const title of ['Yes', 'No', 'Change it', 'Leave it'])
    quoteIds.push(
      await sentQuote(owner, {
        jobId,
        title,
        validUntil: inHours(24 * 60).slice(0, 10),
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
  await settled(world);
  const hiddenPhotoId = await hidden(world, owner, jobId);
  return { jobId, clientId, email, token: opened.token, photoId, hiddenPhotoId, quoteIds };
}

async function invoice(owner: Ask, jobId: string): Promise<void> {
  const lines = [{ description: 'Labour', unitPriceCents: 50_000 }];
  const { createInvoice } = await must(owner, ops.CreateInvoiceDocument, {
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
}

/** A visit that is moved and one that is cancelled, both while the client follows the schedule. */
async function changeOfPlan(owner: Ask, { jobId, visitId }: { jobId: string; visitId: string }) {
  await must(owner, ops.SetKeepInSyncDocument, { jobId, enabled: true });
  const times = { startsAt: inHours(48), endsAt: inHours(50) };
  await must(owner, ops.RescheduleVisitDocument, { id: visitId, ...times });
  const { scheduleVisit } = await must(owner, ops.ScheduleVisitDocument, {
    input: { jobId, startsAt: inHours(72), endsAt: inHours(73) },
  });
  await must(owner, ops.CancelVisitDocument, { id: scheduleVisit.visit.id });
  await must(owner, ops.SetKeepInSyncDocument, { jobId, enabled: false });
}

async function talk(owner: Ask, client: Ask, jobId: string): Promise<void> {
  await must(owner, ops.SetClientMessagesDocument, { jobId, enabled: true });
  await must(owner, ops.SendMessageDocument, { jobId, body: 'We come on Monday' });
  await must(client, ops.SendMessageDocument, { jobId, body: 'That suits me' });
}

/** What was made after the share, and what never is for a client. */
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
    input: { jobId, uploadId, caption },
  });
  return made.addPhoto.photo.id;
}

async function staffIdOf(world: World, person: 'tradie'): Promise<string> {
  const { data } = await (await world.as(person))<{ me: { staffId: string } }, object>(
    '{ me { staffId } }',
  );
  return data.me.staffId;
}

/** Waits until every mail is out, so that messages gather into the same mails in every world. */
export async function settled(world: World): Promise<void> {
  await until(async () => {
    const { rows } = await world.sql(
      "select count(*)::int as count from outgoing_emails where status = 'QUEUED'",
    );
    return Number(rows[0]?.count) === 0;
  });
}

/** Asks and takes no no for an answer. */
export async function must<T, V>(
  ask: Ask,
  operation: Parameters<typeof ask<T, V>>[0],
  variables: V,
): Promise<T> {
  const { data, errors } = await ask<T, V>(operation, variables);
  if (errors) throw new Error(`It was refused: ${JSON.stringify(errors)}`);
  return data;
}
