import { demoPictures } from '../../db/demo/demo-pictures.js';
import type { Config } from '../../src/config/config.js';
import { inHours, promptOf, sharesTo } from '../harness/jobs.js';
import { sentQuote } from '../harness/quotes.js';
import { type Ask, tokenIn, until } from '../harness/world.js';
import * as ops from '../operations.gen.js';
import { type Album, openAlbum, uploaded } from '../photos/album.js';

export interface FullJob {
  album: Album;
  owner: Ask;
  jobId: string;
  quoteId: string;
  photoIds: string[];
  /** Token of its client's link. */
  token: string;
  /** Shares everything that can be shared now. */
  share(): Promise<void>;
}

const EMAIL = 'casey@client.test';
const LINES = [
  { description: 'Switchboard with 16 safety switches', unitPriceCents: 98_000 },
  { description: 'Licensed electrician', quantity: 6.5, unitPriceCents: 11_500 },
  { description: 'Certificate of compliance', unitPriceCents: 9_500 },
];

/** A job in progress, with something of everything visible to its client. */
export async function aFullJob(
  changes: Partial<Config> = {},
  client: { language?: 'AR' } = {},
): Promise<FullJob> {
  const album = await openAlbum(changes);
  const ownerToken = await album.tokenOf('owner');
  const owner = album.withToken(ownerToken);
  const jobId = await scheduled(owner, client);
  const photoIds = await photos(album, ownerToken, jobId);
  const quoteId = await sentQuote(owner, {
    jobId,
    title: 'New switchboard',
    lines: LINES,
    validUntil: inHours(24 * 14).slice(0, 10),
  });
  await details(owner, jobId);
  await shareAll(owner, jobId);
  const [mail] = await until(async () => {
    const mails = await sharesTo(album, EMAIL);
    return mails.length > 0 && mails;
  });
  const token = tokenIn(mail);
  await invoiceAndMessages(album, owner, jobId, token);
  await shareAll(owner, jobId);
  return { album, owner, jobId, quoteId, photoIds, token, share: () => shareAll(owner, jobId) };
}

async function scheduled(owner: Ask, client: { language?: 'AR' }): Promise<string> {
  const { data: made } = await owner(ops.CreateClientDocument, {
    input: { name: 'Casey Client', email: EMAIL, ...client },
  });
  const { data } = await owner(ops.CreateJobDocument, {
    input: {
      title: 'Switchboard upgrade',
      clientId: made.createClient.client.id,
      description: 'The old fuse box comes out and a new switchboard with safety switches goes in.',
      siteAddress: '12 Wattle Street, Newtown NSW 2042',
    },
  });
  const jobId = data.createJob.job.id;
  for (const day of [-2, 2, 4])
    await owner(ops.ScheduleVisitDocument, {
      input: { jobId, startsAt: atNine(day, 0), endsAt: atNine(day, 3) },
    });
  await owner(ops.SetJobStatusDocument, { jobId, status: 'IN_PROGRESS' });
  return jobId;
}

/** Nine in the morning in Sydney in summer plus some hours, in so many days. */
function atNine(day: number, hours: number): string {
  const midnight = new Date(inHours(day * 24).slice(0, 10)).getTime();
  return new Date(midnight + (hours - 2) * 3_600_000).toISOString();
}

async function photos(album: Album, token: string, jobId: string): Promise<string[]> {
  const { house, switchboard } = await demoPictures();
  const ids: string[] = [];
  for (const [caption, picture] of [
    ['The house', house],
    ['The old switchboard', switchboard],
  ] as const) {
    const uploadId = await uploaded(album, token, picture.original);
    const { data } = await album.withToken(token)(ops.AddPhotoWithBytesDocument, {
      input: { jobId, caption, uploadId },
    });
    ids.push(data.addPhoto.photo.id);
    await album.withToken(token)(ops.SetPhotoSharingDocument, {
      photoId: data.addPhoto.photo.id,
      shared: true,
    });
  }
  return ids;
}

async function details(owner: Ask, jobId: string): Promise<void> {
  for (const [title, done] of [
    ['Order the switchboard', true],
    ['Take the old fuse box out', true],
    ['Fit the new switchboard', false],
    ['Test and certify', false],
  ] as const) {
    const { data } = await owner(ops.AddTodoDocument, { input: { jobId, title } });
    if (done)
      await owner(ops.UpdateTodoDocument, { input: { id: data.addTodo.todo.id, done: true } });
  }
  const body =
    'Power is off from 9 to noon on both days.\nPlease empty the freezer, or ask us for a generator.';
  await owner(ops.AddNoteDocument, { input: { jobId, body, internal: false } });
}

async function shareAll(owner: Ask, jobId: string): Promise<void> {
  const prompt = await promptOf(owner, jobId);
  // Sent and paid documents are published automatically.
  if (!prompt) return;
  const items = prompt.items.filter(({ change }) => change !== 'GONE');
  const { errors } = await owner(ops.ShareWithClientDocument, {
    input: { jobId, revision: prompt.revision, items: items.map(({ key }) => key) },
  });
  if (errors) throw new Error(`Sharing failed: ${JSON.stringify(errors)}`);
}

async function invoiceAndMessages(album: Album, owner: Ask, jobId: string, token: string) {
  const { data } = await owner(ops.CreateInvoiceDocument, {
    input: {
      jobId,
      title: 'Deposit',
      dueOn: inHours(24 * 7).slice(0, 10),
      lines: [{ description: 'Deposit for the switchboard', unitPriceCents: 45_000 }],
    },
  });
  const invoiceId = data.createInvoice.invoice.id;
  await owner(ops.SendInvoiceDocument, { id: invoiceId });
  await owner(ops.RecordPaymentDocument, { invoiceId, amountCents: 20_000 });
  await owner(ops.SetClientMessagesDocument, { jobId, enabled: true });
  await album.withToken(token)(ops.SendMessageDocument, {
    jobId,
    body: 'Will the fridge be off for long?',
  });
  await owner(ops.SendMessageDocument, { jobId, body: 'About three hours, no longer.' });
}
