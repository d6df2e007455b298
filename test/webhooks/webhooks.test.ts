import { Webhook } from 'standardwebhooks';
import { insertColleague } from '../harness/staff.js';
import { type Ask, openWorld, until, type World } from '../harness/world.js';
import * as ops from '../operations.gen.js';
import { openDns } from './dns-loopback.js';
import { openReceiver, type Received, type Receiver } from './receiver.js';

const HOUR_MS = 3_600_000;
const CANARY = 'canary-7f3a';
const KEY = 'registered once';

let world: World;
let receiver: Receiver;
let owner: Ask;
let jobId: string;

beforeAll(async () => {
  [receiver, world] = await Promise.all([
    openReceiver(),
    openWorld({ webhooks: { allowPrivate: true, dnsServers: [] } }),
  ]);
  owner = await world.as('owner');
  jobId = await aJob();
});
afterEach(() => receiver.answerWith(() => 204));
afterAll(async () => {
  await receiver?.close();
  await world?.close();
});

it('an owner registers an address, and what happens to notes arrives there, signed and with nothing of the notes', async () => {
  const { id, secret } = await register('/notes', ['note.*'], KEY);
  expect(secret).toMatch(/^whsec_[\w+/]{43}=$/);
  const noteId = await note(`${CANARY} key under the mat`);
  await owner(ops.UpdateNoteDocument, { id: noteId, body: `${CANARY} key is gone` });
  await owner(ops.AddTodoDocument, { input: { jobId, title: 'Not a note' } });
  await owner(ops.RemoveNoteDocument, { id: noteId });
  const [created, updated, removed] = await arrived('/notes', 3);
  expect(receiver.typesOf('/notes')).toEqual(['note.created', 'note.updated', 'note.removed']);
  for (const each of [created, updated, removed]) {
    expect(new Webhook(secret).verify(each?.text ?? '', each?.headers as never)).toEqual(
      each?.body,
    );
    expect(each?.body).toEqual({
      type: each?.body.type,
      timestamp: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
      data: { id: noteId, kind: 'NOTE', updatedAt: expect.stringMatching(/Z$/) },
    });
    expect(JSON.stringify([each?.text, each?.headers])).not.toContain(CANARY);
  }
  const { endpoint } = await listed(id);
  expect(
    endpoint.deliveries.nodes.map(({ status, statusCode, attempts }) => ({
      status,
      statusCode,
      attempts,
    })),
  ).toEqual(Array(3).fill({ status: 'DELIVERED', statusCode: 204, attempts: 1 }));
  expect(JSON.stringify(endpoint)).not.toContain('whsec_');
  const { rows } = await world.sql(
    'select row_to_json(e)::text as stored from webhook_endpoints e',
  );
  expect(JSON.stringify(rows)).not.toContain(secret.slice('whsec_'.length));
  await remove(id);
});

it('an owner hears that a job is kept in sync, which only those who share see', async () => {
  const quiet = await aJob();
  const { id } = await register('/sync', ['job.*']);
  await owner('mutation ($id: ID!) { setKeepInSync(jobId: $id, enabled: true) { job { id } } }', {
    id: quiet,
  });
  const [event] = await arrived('/sync', 1);
  expect(event?.body).toMatchObject({ type: 'job.updated', data: { id: quiet } });
  await owner(ops.RemoveWebhookEndpointDocument, { id });
});

it('a refused event is sent again later, its record waits in order, and other records do not wait', async () => {
  const { id } = await register('/order', ['note.*']);
  const first = await note('The first');
  await arrived('/order', 1);
  receiver.answerWith(({ body }) => (body.data.id === first ? 500 : 204));
  await owner(ops.UpdateNoteDocument, { id: first, body: 'The first, changed' });
  await owner(ops.RemoveNoteDocument, { id: first });
  const second = await note('The second');
  await until(() => ofRecord('/order', second).length === 1);
  const waiting = await until(async () => {
    const { endpoint } = await listed(id);
    return (
      endpoint.failingSince === null &&
      endpoint.deliveries.nodes.filter(({ status }) => status === 'WAITING')
    );
  });
  expect(
    waiting.map(({ type, attempts, statusCode, error }) => ({ type, attempts, statusCode, error })),
  ).toEqual([
    { type: 'note.removed', attempts: 0, statusCode: null, error: null },
    {
      type: 'note.updated',
      attempts: 1,
      statusCode: 500,
      error: 'It answered 500; only a status from 200 to 299 says that the event arrived.',
    },
  ]);
  receiver.answerWith(() => 204);
  world.clock.advance(6_000);
  await until(() => ofRecord('/order', first).length === 4);
  const [, refused, again, last] = ofRecord('/order', first);
  expect([refused, again, last].map((each) => each?.body.type)).toEqual([
    'note.updated',
    'note.updated',
    'note.removed',
  ]);
  expect(again?.headers['webhook-id']).toBe(refused?.headers['webhook-id']);
  await remove(id);
});

it('an address that hangs holds up nobody else, and a redirect is not followed', async () => {
  receiver.answerWith(({ path }) => {
    if (path === '/elsewhere') return 204;
    return path === '/hangs' ? 'HANG' : { status: 302, headers: { location: '/elsewhere' } };
  });
  const hanging = await register('/hangs', ['*']);
  const moved = await register('/moved', ['todo.*']);
  for (let count = 0; count < 10; count += 1)
    await owner(ops.AddTodoDocument, { input: { jobId, title: `To-do ${count}` } });
  await arrived('/moved', 1);
  await arrived('/hangs', 4);
  const { endpoint } = await until(async () => {
    const found = await listed(moved.id);
    return found.endpoint.failingSince ? found : null;
  });
  expect(endpoint.deliveries.nodes.map(({ error }) => error)).toContain(
    'It answered 302; redirects are not followed, so register the address that it leads to.',
  );
  expect(receiver.typesOf('/elsewhere')).toEqual([]);
  // No more than four of an endpoint are under way at a time.
  expect(receiver.typesOf('/hangs')).toHaveLength(4);
  await remove(hanging.id);
  await remove(moved.id);
});

it('what SQL changes without the server arrives too, and nothing of a change that is rolled back or that nobody sees', async () => {
  const { id } = await register('/sql', ['job.*', 'client.*']);
  await world.sql("begin; update jobs set title = 'Rolled back'; rollback");
  await world.sql('update jobs set title = title where id = $1', [jobId]);
  await world.sql("update jobs set title = 'By hand' where id = $1", [jobId]);
  const [event] = await arrived('/sql', 1);
  const { data } = await owner<{ job: { updatedAt: string } }, object>(
    'query ($id: ID!) { job(id: $id) { updatedAt } }',
    { id: jobId },
  );
  expect(event?.body).toMatchObject({
    type: 'job.updated',
    data: { id: jobId, kind: 'JOB', updatedAt: data.job.updatedAt },
  });
  await remove(id);
  const { rows } = await world.sql('select count(*)::int as count from webhook_deliveries');
  expect(rows[0]).toEqual({ count: 0 });
});

it('a delivery is sent again on request, a test tries the address, and a new secret signs beside the old one', async () => {
  const { id, secret } = await register('/again', ['todo.*']);
  const { data } = await owner(ops.SendTestWebhookDocument, { id });
  const [test] = await arrived('/again', 1);
  expect(test?.body).toMatchObject({ type: 'test', data: { kind: 'TEST' } });
  const rotated = (await owner(ops.RotateWebhookSecretDocument, { input: { id } })).data
    .rotateWebhookSecret;
  expect(rotated.endpoint.previousSecretUntil).not.toBeNull();
  await until(async () => (await listed(id)).endpoint.deliveries.nodes[0]?.status === 'DELIVERED');
  await owner(ops.RedeliverWebhookDocument, { id: data.sendTestWebhook.delivery.id });
  const [, again] = await arrived('/again', 2);
  expect(again?.headers['webhook-id']).toBe(test?.headers['webhook-id']);
  // The clock of the server is ahead, so the time of the signature is not looked at.
  for (const each of [secret, rotated.secret])
    expect(signatures(again)).toContain(signatureBy(each, again));
  await owner(ops.RotateWebhookSecretDocument, { input: { id, overlapHours: 0 } });
  await owner(ops.SendTestWebhookDocument, { id });
  const [, , last] = await arrived('/again', 3);
  expect(signatures(last)).toHaveLength(1);
  expect(signatures(last)).not.toContain(signatureBy(rotated.secret, last));
  await owner(ops.UpdateWebhookEndpointDocument, { input: { id, enabled: false } });
  await owner(ops.AddTodoDocument, { input: { jobId, title: 'While it is off' } });
  const off = await owner(ops.SendTestWebhookDocument, { id });
  expect(off.errors?.[0]?.extensions.code).toBe('CONFLICT');
  expect((await listed(id)).endpoint).toMatchObject({
    status: 'DISABLED',
    disabledReason: 'BY_STAFF',
  });
  await remove(id);
});

it('nothing is sent for somebody who has lost access; the endpoint stops, says why, and the owner gets a mail', async () => {
  const { id } = await register('/left', ['todo.*']);
  const colleague = await insertColleague(world, {
    name: 'Ada Admin',
    email: 'ada@staff.test',
    role: 'ADMIN',
  });
  await world.sql('update webhook_endpoints set registered_by_id = $1 where id = $2', [
    colleague.id,
    id,
  ]);
  await owner(ops.UpdateStaffMemberDocument, { input: { id: colleague.id, role: 'SUPERVISOR' } });
  await owner(ops.AddTodoDocument, { input: { jobId, title: 'Not for Ada' } });
  await until(async () => (await listed(id)).endpoint.disabledReason === 'REGISTRAR_LOST_ACCESS');
  expect(receiver.typesOf('/left')).toEqual([]);
  const mail = await until(async () =>
    (await world.mails('owner@demo.jobglass.test')).find(({ subject }) =>
      /^Webhooks to/.test(subject),
    ),
  );
  expect(mail.text).toContain('may no longer manage webhooks');
  const { data } = await owner(ops.UpdateWebhookEndpointDocument, { input: { id, enabled: true } });
  expect(data.updateWebhookEndpoint.endpoint).toMatchObject({
    status: 'ENABLED',
    registeredBy: { name: 'Olivia Owner' },
  });
  await owner(ops.AddTodoDocument, { input: { jobId, title: 'For the owner' } });
  await arrived('/left', 1);
  await remove(id);
});

it('every record that tells when it changed raises events', async () => {
  const { rows } = await world.sql(`
    select c.table_name as name, exists (select from pg_trigger t
      where t.tgrelid = c.table_name::regclass and t.tgname = 'webhooks_of_updated') as raises
    from information_schema.columns c where c.column_name = 'updated_at' and c.table_schema = 'public' order by 1`);
  const silent = rows.filter(({ raises }) => !raises).map(({ name }) => name);
  // Nothing of theirs is on a list that programs follow.
  expect(silent).toEqual(['businesses', 'portal_links', 'staff_members']);
  expect(rows.length).toBeGreaterThan(10);
});

it('addresses that cannot be used are refused with the field and the reason', async () => {
  const dns = await openDns({ 'inside.test': ['9.9.9.9', '10.1.2.3'], 'turns.test': ['9.9.9.9'] });
  const { webhooks } = world.running.services.config;
  Object.assign(webhooks, { allowPrivate: false, dnsServers: [dns.address] });
  try {
    for (const [url, sentence] of [
      ['ftp://hooks.test/', /begins with https/],
      ['http://turns.test/', /begins with https/],
      ['https://me:secret@turns.test/', /user name and password/],
      ['https://127.1/', /private network/],
      ['https://0x7f000001/', /private network/],
      ['https://[::ffff:10.0.0.1]/', /private network/],
      ['https://localhost./', /private network/],
      ['https://inside.test/', /private network/],
      ['https://nowhere.test/', /has no address/],
    ] as const) {
      const { errors } = await create(url, ['*']);
      expect(errors?.[0]).toMatchObject({
        message: expect.stringMatching(sentence),
        extensions: { code: 'VALIDATION_FAILED', field: 'input.url' },
      });
    }
    // The name leads elsewhere once it is registered.
    const { data } = await create(`https://turns.test:${new URL(receiver.url).port}/turned`, ['*']);
    const { id } = data.createWebhookEndpoint.endpoint;
    dns.names['turns.test'] = ['127.0.0.1'];
    await owner(ops.SendTestWebhookDocument, { id });
    const { endpoint } = await until(async () => {
      const found = await listed(id);
      return found.endpoint.failingSince ? found : null;
    });
    expect(endpoint.deliveries.nodes[0]).toMatchObject({
      error: expect.stringContaining('private network'),
      statusCode: null,
    });
    expect(receiver.typesOf('/turned')).toEqual([]);
    await remove(id);
  } finally {
    Object.assign(webhooks, { allowPrivate: true, dnsServers: [] });
    await dns.close();
  }
  expect((await create(`${receiver.url}/x`, ['job.exploded'])).errors?.[0]?.extensions.field).toBe(
    'input.topics',
  );
});

it('a business has at most ten endpoints, and one that fails for days is switched off', async () => {
  for (let count = 0; count < 10; count += 1) await register(`/failing${count}`, ['todo.*']);
  expect((await create(`${receiver.url}/eleventh`, ['*'])).errors?.[0]?.extensions.code).toBe(
    'CONFLICT',
  );
  receiver.answerWith(() => 503);
  await owner(ops.AddTodoDocument, { input: { jobId, title: 'For nobody' } });
  await until(async () => (await all()).every(({ failingSince }) => failingSince));
  receiver.answerWith(({ path }) =>
    path === '/failing9' ? 204 : path === '/failing8' ? 410 : 503,
  );
  world.clock.advance(73 * HOUR_MS);
  const { rows } = await world.sql('select 1');
  expect(rows).toHaveLength(1);
  await until(async () => {
    const { rows: off } = await world.sql(
      "select from webhook_endpoints where status = 'DISABLED'",
    );
    return off.length === 9;
  });
  const { rows: reasons } = await world.sql(
    'select disabled_reason as reason, count(*)::int as count from webhook_endpoints group by 1 order by 1',
  );
  expect(reasons).toEqual([
    { reason: 'FAILING', count: 8 },
    { reason: 'GONE', count: 1 },
    { reason: null, count: 1 },
  ]);
});

async function aJob(): Promise<string> {
  const { data } = await owner(ops.CreateJobDocument, { input: { title: 'Fix the roof' } });
  return data.createJob.job.id;
}

async function note(body: string): Promise<string> {
  const { data } = await owner(ops.AddNoteDocument, { input: { jobId, body } });
  return data.addNote.note.id;
}

function create(url: string, topics: string[], key?: string) {
  return owner(ops.CreateWebhookEndpointDocument, { input: { url, topics }, key });
}

async function register(path: string, topics: string[], key?: string) {
  const { data, errors } = await create(`${receiver.url}${path}`, topics, key);
  if (errors) throw new Error(JSON.stringify(errors));
  const { endpoint, secret } = data.createWebhookEndpoint;
  return { id: endpoint.id, secret };
}

async function remove(id: string): Promise<void> {
  await owner(ops.RemoveWebhookEndpointDocument, { id });
}

async function all() {
  return (await owner(ops.WebhookEndpointsDocument)).data.webhookEndpoints;
}

async function listed(id: string) {
  const endpoint = (await all()).find((each) => each.id === id);
  if (!endpoint) throw new Error('The endpoint is not on the list.');
  return { endpoint };
}

function arrived(path: string, count: number): Promise<Received[]> {
  return until(() => {
    const requests = receiver.received.filter((each) => each.path === path);
    return requests.length >= count && requests;
  });
}

function ofRecord(path: string, id: string): Received[] {
  return receiver.received.filter((each) => each.path === path && each.body.data.id === id);
}

function signatures(request: Received | undefined): string[] {
  return String(request?.headers['webhook-signature']).split(' ');
}

function signatureBy(secret: string, request: Received | undefined): string {
  const { headers, text = '' } = request ?? {};
  const at = new Date(Number(headers?.['webhook-timestamp']) * 1000);
  return new Webhook(secret).sign(String(headers?.['webhook-id']), at, text);
}
