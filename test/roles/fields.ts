import { inHours, shared } from '../harness/jobs.js';
import type { Ask } from '../harness/world.js';
import * as ops from '../operations.gen.js';
import type { Place } from './places.js';

/** Selects all fields of a job that some may not see. */
export const FIELD_QUERY = `query ($id: ID!) {
  job(id: $id) {
    title status internalNotes staffCostCents materialsCostCents marginCents
    client { name email }
    assignees { name hourlyCostCents }
    materials { name quantity unitCostCents }
    notes { body internal author { name } }
    todos { title }
    photos { caption shared addedBy { name } }
    visits { startsAt assignees { name } }
    quotes { totalCents internalNotes marginCents terms lines { unitPriceCents unitCostCents groupName chosen } }
    invoices { totalCents internalNotes payments { recordedBy { name } } }
    messages { body }
    publication { version } publications { version } portalLinks { id } sharePrompt { revision }
    clientScheduleOutdatedSince itemsWithClient { recordId }
  }
}`;

/** Adds something of every kind to a job, shares everything; returns its client's token. */
export async function wholeJob({ world, boss, jobId, clientId }: Place): Promise<string> {
  await boss(ops.AddMaterialDocument, { input: { jobId, name: 'Tiles', unitCostCents: 300 } });
  const { data: noted } = await boss(ops.AddNoteDocument, {
    input: { jobId, body: 'Gate is open' },
  });
  const { data: todo } = await boss(ops.AddTodoDocument, {
    input: { jobId, title: 'Order tiles' },
  });
  const { data: photo } = await boss(ops.AddPhotoDocument, { input: { jobId, caption: 'Before' } });
  const photoId = photo.addPhoto.photo.id;
  await boss(ops.SetPhotoSharingDocument, { photoId, shared: true });
  const lines = [{ description: 'Labour', unitPriceCents: 120_000 }];
  const { data: quoted } = await boss(ops.CreateQuoteDocument, {
    input: {
      jobId,
      title: 'New roof',
      terms: 'Weather permitting',
      internalNotes: 'Could go lower',
      lines: [
        {
          description: 'Labour',
          unitPriceCents: 120_000,
          unitCostCents: 70_000,
          groupName: 'Labour',
        },
      ],
    },
  });
  const quoteId = quoted.createQuote.quote.id;
  await boss(ops.SendQuoteDocument, { id: quoteId });
  const { data: invoiced } = await boss(ops.CreateInvoiceDocument, {
    input: { jobId, title: 'Deposit', internalNotes: 'Slow payer', lines },
  });
  const invoiceId = invoiced.createInvoice.invoice.id;
  await boss(ops.SendInvoiceDocument, { id: invoiceId });
  await boss(ops.RecordPaymentDocument, { invoiceId, amountCents: 100 });
  await boss(ops.SendMessageDocument, { jobId, body: 'Good morning' });
  const { data: client } = await boss(ops.ClientWithHistoryDocument, { id: clientId });
  const { token } = await shared(world, boss, { jobId, email: client.client?.email as string }, [
    'SCHEDULE',
    'STATUS',
    `NOTE:${noted.addNote.note.id}`,
    `TODO:${todo.addTodo.todo.id}`,
    `PHOTO:${photoId}`,
    `QUOTE:${quoteId}`,
    `INVOICE:${invoiceId}`,
  ]);
  await boss(ops.AddTodoDocument, { input: { jobId, title: 'One more thing' } });
  await moveVisit(boss, jobId);
  return token;
}

/** Moves a visit of the job, so that its client has the old time. */
async function moveVisit(boss: Ask, jobId: string): Promise<void> {
  const { data } = await boss<{ job: { visits: { id: string }[] } }, object>(
    'query ($id: ID!) { job(id: $id) { visits { id } } }',
    { id: jobId },
  );
  const id = data.job.visits[0]?.id as string;
  const times = { startsAt: inHours(200), endsAt: inHours(201) };
  const { errors } = await boss(ops.RescheduleVisitDocument, { id, ...times });
  if (errors) throw new Error('The visit was not moved.');
}

/** Returns whether there is a value at the end of a path; in a list, in any of its entries. */
export function seenIn(data: unknown, path: string): boolean {
  const found = path
    .split('.')
    .reduce<unknown[]>(
      (values, name) => values.flatMap((value) => (value as Record<string, unknown[]>)[name] ?? []),
      [data],
    );
  return found.length > 0;
}
