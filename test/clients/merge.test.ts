import { v7 } from 'uuid';
import { inHours, promptOf, scheduledJob, shared } from '../harness/jobs.js';
import { following } from '../harness/live.js';
import { type Ask, openWorld, type World } from '../harness/world.js';
import * as ops from '../operations.gen.js';

let world: World;
let owner: Ask;
beforeAll(async () => {
  world = await openWorld();
  owner = await world.as('owner');
});
afterAll(() => world.close());

const ITEMS = ['STATUS', 'SCHEDULE'];
const LINES = [{ description: 'Labour', unitPriceCents: 10_000 }];

async function made(input: ops.CreateClientInput) {
  const { data, errors } = await owner(ops.MakeClientDocument, { input });
  expect(errors).toBeUndefined();
  return data.createClient.client;
}

async function merge(keepId: string, mergeId: string, key?: string, ask = owner) {
  return ask(ops.MergeClientsDocument, { keepId, mergeId, key });
}

async function card(id: string) {
  const { data, errors } = await owner(ops.ClientCardDocument, { id });
  expect(errors).toBeUndefined();
  return data.client;
}

async function opens(client: Ask): Promise<boolean> {
  const { data, errors } = await client(ops.ClientPortalDocument);
  if (!data?.portal) expect(errors?.[0]?.extensions.code).toBe('NOT_FOUND');
  return Boolean(data?.portal);
}

/** A job that was shared with its client. */
async function sharedJob() {
  const job = await scheduledJob(owner);
  return { ...job, ...(await shared(world, owner, job, ITEMS)) };
}

it('moves jobs, quotes, invoices, messages and enquiries, and keeps the details of both', async () => {
  const keep = await made({ name: 'Kept', email: `kept-${v7()}@client.test`, notes: 'Has a dog.' });
  const merged = await sharedJob();
  const { jobId, clientId } = merged;
  await owner(ops.ChangeClientDocument, {
    input: { id: clientId, phone: '0419 000 111', notes: 'Pays late.', address: '1 Old Road' },
  });
  await owner(ops.SetClientMessagesDocument, { jobId, enabled: true });
  await owner(ops.SendMessageDocument, { jobId, body: 'We come on Friday.' });
  const { data: quote } = await owner(ops.CreateQuoteForClientDocument, {
    input: { title: 'Gutter', clientId },
  });
  const { data: invoice } = await owner(ops.CreateInvoiceDocument, {
    input: { jobId, title: 'Work', lines: LINES },
  });
  await owner(ops.SendInvoiceDocument, { id: invoice.createInvoice.invoice.id });
  await world.sql(
    `insert into enquiries (id, business_id, name, email, message, received_at, sender, client_id, status)
     select gen_random_uuid(), business_id, 'Asker', 'a@asker.test', 'Hello', now(), 'x', id, 'ACCEPTED'
     from clients where id = $1`,
    [clientId],
  );
  const { data, errors } = await merge(keep.id, clientId);
  expect(errors).toBeUndefined();
  expect(data.mergeClients.client).toMatchObject({
    name: 'Kept',
    email: keep.email,
    phone: '+61419000111',
    address: '1 Old Road',
    notes: 'Has a dog.\n\nPays late.',
  });
  const kept = await card(keep.id);
  expect(kept).toMatchObject({
    jobs: [{ id: jobId }],
    quotes: [{ id: quote.createQuote.quote.id }],
    invoices: [{ id: invoice.createInvoice.invoice.id }],
    messages: [{ body: 'We come on Friday.', job: { id: jobId } }],
    owedCents: 11_000,
  });
  expect(kept?.enquiries).toHaveLength(1);
  expect(await card(clientId)).toMatchObject({
    mergedInto: { id: keep.id },
    jobs: [],
    archivedAt: expect.any(String),
  });
});

it('keeps links sent to the address that stays, and cuts the pages of the others', async () => {
  const kept = await sharedJob();
  const same = await sharedJob();
  const other = await sharedJob();
  // Two clients with one address: somebody typed them twice.
  await world.sql('update clients set email = $2 where id = $1', [same.clientId, kept.email]);
  await world.sql('update portal_links set sent_to = $2 where client_id = $1', [
    same.clientId,
    kept.email,
  ]);
  const onSame = await following(world, same.token, ops.PortalChangedDocument);
  const onOther = await following(world, other.token, ops.PortalChangedDocument);

  const first = await merge(kept.clientId, same.clientId);
  expect(first.data.mergeClients.revokedPortalLinks).toBe(0);
  const second = await merge(kept.clientId, other.clientId);
  expect(second.data.mergeClients.revokedPortalLinks).toBe(1);

  expect(await Promise.all([kept, same, other].map(({ client }) => opens(client)))).toEqual([
    true,
    true,
    false,
  ]);
  await onOther.ended;
  expect(onSame.hasEnded()).toBe(false);
  await onSame.close();
  const { data } = await owner(ops.JobForStaffDocument, { id: other.jobId });
  expect(data.job?.portalLinks?.map(({ revokedAt }) => revokedAt)).toEqual([expect.any(String)]);
});

it('raises no prompt, keeps what the client sees, and lets the job be shared again', async () => {
  const keep = await made({ name: 'Stays', email: `stays-${v7()}@client.test` });
  const { jobId, clientId, publication } = await sharedJob();
  expect(await promptOf(owner, jobId)).toBeNull();
  await merge(keep.id, clientId);
  expect(await promptOf(owner, jobId)).toBeNull();
  const { data } = await owner(ops.JobForStaffDocument, { id: jobId });
  expect(data.job?.publication).toMatchObject({ version: publication.version });
  const { errors } = await owner(ops.ResendShareDocument, { jobId });
  expect(errors).toBeUndefined();
  const [mail] = await world.mailsTo(keep.email as string, 1);
  expect(await opens(world.withToken(mail?.links[0]?.split('#')[1] as string))).toBe(true);
});

it('lets a pending prompt stay as it is', async () => {
  const keep = await made({ name: 'Waits' });
  const { jobId, clientId, revision } = await scheduledJob(owner);
  await merge(keep.id, clientId);
  expect((await promptOf(owner, jobId))?.revision).toBe(revision);
});

it('takes the address over where the kept client has none, and keeps the links to it', async () => {
  const keep = await made({ name: 'No address' });
  const merged = await sharedJob();
  const { data } = await merge(keep.id, merged.clientId);
  expect(data.mergeClients).toMatchObject({
    client: { email: merged.email },
    revokedPortalLinks: 0,
  });
  expect(await opens(merged.client)).toBe(true);
});

it('is made once, however often it is asked for', async () => {
  const [keep, merged, third] = [
    await made({ name: 'K' }),
    await made({ name: 'M', notes: 'Once' }),
    await made({ name: 'T' }),
  ];
  const key = v7();
  const admin = await world.as('admin');
  const answers = await Promise.all([
    merge(keep.id, merged.id, key),
    merge(keep.id, merged.id, key, admin),
  ]);
  for (const { errors } of answers) expect(errors).toBeUndefined();
  expect((await merge(keep.id, merged.id)).data.mergeClients.client.notes).toBe('Once');
  const reused = await merge(third.id, keep.id, key);
  expect(reused.errors?.[0]?.extensions.code).toBe('CONFLICT');
  const { rows } = await world.sql('select 1 from client_merges where kept_client_id = $1', [
    keep.id,
  ]);
  expect(rows).toHaveLength(1);
});

it.each([
  ['with itself', async () => ['self', 'self'], 'VALIDATION_FAILED'],
  ['with one that was merged into another', async () => ['fresh', 'merged'], 'CONFLICT'],
  ['into one that was merged', async () => ['merged', 'fresh'], 'CONFLICT'],
])('is refused %s', async (_, which, code) => {
  const self = await made({ name: 'Self' });
  const fresh = await made({ name: 'Fresh' });
  const merged = await made({ name: 'Gone' });
  await merge((await made({ name: 'Elsewhere' })).id, merged.id);
  const ids: Record<string, string> = { self: self.id, fresh: fresh.id, merged: merged.id };
  const [keepId, mergeId] = (await which()).map((name) => ids[name] as string);
  const { errors } = await merge(keepId as string, mergeId as string);
  expect(errors?.[0]?.extensions.code).toBe(code);
});

it('a merged client can be chosen for nothing new', async () => {
  const keep = await made({ name: 'Chosen' });
  const merged = await made({ name: 'Not chosen', email: `m-${v7()}@client.test` });
  await merge(keep.id, merged.id);
  const job = await owner(ops.CreateJobDocument, { input: { title: 'X', clientId: merged.id } });
  expect(job.errors?.[0]?.extensions).toMatchObject({
    code: 'VALIDATION_FAILED',
    field: 'input.clientId',
  });
  const changed = await owner(ops.ChangeClientDocument, { input: { id: merged.id, name: 'Y' } });
  expect(changed.errors?.[0]?.extensions.code).toBe('CONFLICT');
  const restored = await owner(ops.RestoreClientDocument, { id: merged.id });
  expect(restored.errors?.[0]?.extensions.code).toBe('CONFLICT');
});

it('leaves no job behind, in any order of the merge and new jobs at once', async () => {
  const admin = await world.as('admin');
  for (let round = 0; round < 10; round += 1) {
    const keep = await made({ name: `Keep ${round}` });
    const merged = await made({ name: `Merge ${round}` });
    const [, created] = await Promise.all([
      merge(keep.id, merged.id),
      admin(ops.CreateJobDocument, { input: { title: 'At once', clientId: merged.id } }),
    ]);
    const { rows } = await world.sql('select 1 from jobs where client_id = $1', [merged.id]);
    expect(rows).toHaveLength(0);
    if (!created.errors) expect((await card(keep.id))?.jobs).toHaveLength(1);
  }
});

it('moves a client with many jobs', async () => {
  const keep = await made({ name: 'Collector' });
  const merged = await made({ name: 'Many' });
  for (let at = 0; at < 12; at += 1) {
    const { data } = await owner(ops.CreateJobDocument, {
      input: { title: `Job ${at}`, clientId: merged.id },
    });
    const visit = {
      jobId: data.createJob.job.id,
      startsAt: inHours(at + 1),
      endsAt: inHours(at + 2),
    };
    await owner(ops.ScheduleVisitDocument, { input: visit });
  }
  expect((await merge(keep.id, merged.id)).errors).toBeUndefined();
  expect((await card(keep.id))?.jobs).toHaveLength(12);
});
