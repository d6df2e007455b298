import { holdRows } from '../harness/held-rows.js';
import { follow, following } from '../harness/live.js';
import { codeOf } from '../harness/quotes.js';
import { hire } from '../harness/staff.js';
import { type Ask, ask, openWorld, type World } from '../harness/world.js';
import * as ops from '../operations.gen.js';
import { CREATE, END, makeKey, passes, rulesOfOperations } from './api-keys.js';

let world: World;
let owner: Ask;
let clientId: string;
let jobId: string;
beforeAll(async () => {
  world = await openWorld();
  owner = await world.as('owner');
  const made = await owner(ops.CreateClientDocument, {
    input: { name: 'Ann', email: 'ann@client.test' },
  });
  clientId = made.data.createClient.client.id;
  jobId = await aJob(owner);
});
afterAll(() => world.close());

const DAY_MS = 24 * 3_600_000;
const JOBS = '{ jobs(first: 5) { nodes { id marginCents } } }';
const ME = '{ me { kind role name apiKey { id name } permissions } }';
const FOLLOW = 'subscription ($id: ID!) { jobChanged(jobId: $id) { title } }';
let hired = 0;

async function aJob(by: Ask): Promise<string> {
  const { data, errors } = await by(ops.CreateJobDocument, { input: { title: 'Roof', clientId } });
  if (errors) throw new Error(JSON.stringify(errors));
  return data.createJob.job.id;
}

function admin() {
  hired += 1;
  const input = { name: 'Ada', email: `maker${hired}@staff.test`, role: 'ADMIN' as const };
  return hire(world, owner, input);
}

async function codeFor(by: Ask, operation = JOBS, variables: object = {}) {
  return codeOf(await by<unknown, object>(operation, variables));
}

it('changes a job before and after a person does, each by their own check', async () => {
  // The statement that locks a job is put together once for each kind of caller.
  const key = await makeKey(world, owner, ['WRITE_JOBS']);
  for (const by of [owner, key.ask, owner, key.ask]) {
    const { errors } = await by(ops.UpdateJobDocument, { input: { id: jobId, title: 'Roof' } });
    expect(errors).toBeUndefined();
  }
});

it('acts in the name of its maker, says that it is a key, and is shown once', async () => {
  const key = await makeKey(world, owner, ['SEE_ALL_JOBS']);
  expect(key.token).toMatch(/^jgk_[\w-]{43}$/);
  expect(key.prefix).toBe(key.token.slice(0, 8));
  const { data } = await key.ask<{ me: Record<string, unknown> }, object>(ME);
  expect(data.me).toEqual({
    kind: 'STAFF',
    role: 'BUSINESS_OWNER',
    name: expect.any(String),
    apiKey: { id: key.id, name: 'Job sync' },
    permissions: ['SEE_ALL_JOBS'],
  });
  const { rows } = await world.sql('select * from api_keys where id = $1', [key.id]);
  expect(JSON.stringify(rows)).not.toContain(key.token.slice(8));
});

it('opens exactly the operations of its capabilities', async () => {
  const rules = rulesOfOperations();
  expect(rules.size).toBeGreaterThan(130);
  const listed =
    '{ __schema { queryType { fields { name } } mutationType { fields { name } } subscriptionType { fields { name } } } }';
  for (const set of [
    ['SEE_ALL_JOBS'],
    ['WRITE_INVOICES'],
    ['SHARE', 'SEE_COSTS'],
    ['WRITE_SALES'],
  ]) {
    const key = await makeKey(world, owner, set);
    const { data } = await key.ask<
      { __schema: Record<string, { fields: { name: string }[] }> },
      object
    >(listed);
    const names = Object.entries(data.__schema).flatMap(([kind, { fields }]) =>
      fields.map(({ name }) => `${kind[0]?.toUpperCase()}${kind.slice(1, -4)}.${name}`),
    );
    const expected = [...rules].filter(([, rule]) => passes(rule, key.capabilities));
    expect(names.sort()).toEqual(expected.map(([name]) => name).sort());
    const isOpen = (name: string) => (names.includes(name) ? undefined : 'FORBIDDEN');
    expect(await codeFor(key.ask, '{ clients(first: 1) { nodes { id } } }')).toBe(
      isOpen('Query.clients'),
    );
    expect(await codeFor(key.ask, '{ invoices(first: 1) { nodes { id } } }')).toBe(
      isOpen('Query.invoices'),
    );
  }
});

it('sees costs, jobs and own-account operations only as its capabilities say', async () => {
  const blind = await makeKey(world, owner, ['WORK_ON_JOBS']);
  const { data: none } = await blind.ask<{ jobs: { nodes: object[] } }, object>(JOBS);
  expect(none.jobs.nodes).toEqual([]);
  const note = { jobId, body: 'Hello' };
  expect(await codeFor(blind.ask, ops.AddNoteDocument.toString(), { input: note })).toBe(
    'NOT_FOUND',
  );

  const jobs = await makeKey(world, owner, ['SEE_ALL_JOBS']);
  const costs = await makeKey(world, owner, ['SEE_ALL_JOBS', 'SEE_COSTS']);
  const margin = async (by: Ask) =>
    (await by<{ jobs: { nodes: { marginCents: number | null }[] } }, object>(JOBS)).data.jobs
      .nodes[0]?.marginCents;
  expect(await margin(jobs.ask)).toBeNull();
  expect(await margin(costs.ask)).toEqual(expect.any(Number));

  for (const own of ['signOut', 'endOtherSessions'])
    expect(await codeFor(costs.ask, `mutation { ${own} }`)).toBe('FORBIDDEN');
  expect(await codeFor(costs.ask, '{ sessions(first: 1) { nodes { id } } }')).toBe('FORBIDDEN');
  expect(await codeFor(costs.ask, '{ apiKeys(first: 1) { nodes { id } } }')).toBe('FORBIDDEN');
  const cookie = await fetch(`${world.url}/session`, {
    method: 'POST',
    headers: { authorization: `Bearer ${costs.token}` },
  });
  expect([cookie.status, cookie.headers.get('set-cookie')]).toEqual([403, null]);
});

it('registers no webhooks, which would send it what its maker sees, also after it was ended', async () => {
  const key = await makeKey(world, owner, ['SWITCH_PORTAL']);
  for (const operation of [
    'mutation { createWebhookEndpoint(input: { url: "https://one.test", topics: ["*"] }) { secret } }',
    `mutation { rotateWebhookSecret(input: { id: "${jobId}" }) { secret } }`,
    '{ webhookEndpoints { id } }',
    // It names clients, quotes and invoices.
    '{ portalSwitchOffImpact { viewsInLast15Minutes { label } } }',
  ])
    expect(await codeFor(key.ask, operation)).toBe('FORBIDDEN');
});

it('reads records by their ID, as far as it sees them', async () => {
  const typeFor = async (capabilities: string[], id: string) => {
    const key = await makeKey(world, owner, capabilities);
    const { data, errors } = await key.ask<{ node: { __typename: string } | null }, object>(
      'query ($id: ID!) { node(id: $id) { __typename id } }',
      { id },
    );
    return data.node?.__typename ?? errors?.[0]?.extensions.code;
  };
  expect(await typeFor(['SEE_ALL_JOBS'], jobId)).toBe('Job');
  expect(await typeFor(['WORK_ON_JOBS'], jobId)).toBe('NOT_FOUND');
  expect(await typeFor(['SEE_ALL_JOBS'], clientId)).toBe('NOT_FOUND');
  expect(await typeFor(['WRITE_SALES'], clientId)).toBe('Client');
  const line = { description: 'Tiles', quantity: 1, unitPriceCents: 100 };
  const { data } = await owner<{ createInvoice: { invoice: { lines: { id: string }[] } } }, object>(
    'mutation ($input: CreateInvoiceInput!) { createInvoice(input: $input) { invoice { lines { id } } } }',
    { input: { jobId, title: 'Roof', lines: [line] } },
  );
  const lineId = data.createInvoice.invoice.lines[0]?.id as string;
  expect(await typeFor(['READ_INVOICES', 'SEE_ALL_JOBS'], lineId)).toBe('InvoiceLine');
  expect(await typeFor(['READ_INVOICES'], lineId)).toBe('NOT_FOUND');
});

it('sees a record change when a cost does, only if it sees costs', async () => {
  const [blind, seeing] = [
    await makeKey(world, owner, ['SEE_ALL_JOBS']),
    await makeKey(world, owner, ['SEE_ALL_JOBS', 'SEE_COSTS']),
  ];
  const input = { jobId, name: 'Tiles', quantity: 1, unitCostCents: 5 };
  const { data } = await owner<{ addMaterial: { material: { id: string } } }, object>(
    'mutation ($input: AddMaterialInput!) { addMaterial(input: $input) { material { id } } }',
    { input },
  );
  const { id } = data.addMaterial.material;
  const stamps = () =>
    Promise.all(
      [blind, seeing].map(async (key) => {
        const read = 'query ($id: ID!) { node(id: $id) { ... on Material { updatedAt } } }';
        const { data } = await key.ask<{ node: { updatedAt: string } }, object>(read, { id });
        return data.node.updatedAt;
      }),
    );
  const before = await stamps();
  await owner<unknown, object>(
    'mutation ($input: UpdateMaterialInput!) { updateMaterial(input: $input) { material { id } } }',
    { input: { id, unitCostCents: 9 } },
  );
  const after = await stamps();
  expect(after[0]).toBe(before[0]);
  expect(Date.parse(after[1] as string)).toBeGreaterThan(Date.parse(before[1] as string));
});

it('is refused with capabilities that it cannot have, or that its maker lacks', async () => {
  const { ask: ada } = await admin();
  const refused = async (by: Ask, changes: object) => {
    const input = { name: 'Sync', capabilities: ['WRITE_JOBS'], ...changes };
    const { errors } = await by<unknown, object>(CREATE, { input });
    return ((errors?.[0]?.extensions.faults ?? []) as { field: string }[]).map(
      ({ field }) => field,
    );
  };
  expect(await refused(owner, { capabilities: ['MANAGE_STAFF'], expiresOn: '2020-01-01' })).toEqual(
    ['input.capabilities', 'input.expiresOn'],
  );
  expect(await refused(owner, { capabilities: [] })).toEqual(['input.capabilities']);
  expect(await refused(ada, { capabilities: ['MANAGE_PAYMENT_TERMS'] })).toEqual([
    'input.capabilities',
  ]);
  const key = await makeKey(world, owner, ['WRITE_JOBS']);
  expect(
    await codeFor(key.ask, CREATE, { input: { name: 'x', capabilities: ['WRITE_JOBS'] } }),
  ).toBe('FORBIDDEN');
});

it('loses what its maker loses, and stops when its maker is removed', async () => {
  const ada = await admin();
  const key = await makeKey(world, ada.ask, ['WRITE_JOBS', 'SEE_COSTS', 'SET_JOB_STATUS']);
  await aJob(key.ask);
  for (let time = 0; time < 3; time += 1) expect(await codeFor(key.ask)).toBeUndefined();
  await owner(ops.UpdateStaffMemberDocument, { input: { id: ada.id, role: 'TRADIE' } });
  const { data } = await key.ask<{ me: { role: string; permissions: string[] } }, object>(ME);
  expect(data.me).toMatchObject({ role: 'TRADIE', permissions: ['SET_JOB_STATUS'] });
  const { data: seen } = await key.ask<{ jobs: { nodes: object[] } }, object>(JOBS);
  expect(seen.jobs.nodes).toEqual([]);
  expect(
    await codeFor(key.ask, ops.CreateJobDocument.toString(), { input: { title: 'x', clientId } }),
  ).toBe('FORBIDDEN');
  await owner(ops.RemoveStaffMemberDocument, { id: ada.id });
  expect(await codeFor(key.ask)).toBe('UNAUTHENTICATED');
});

it('ends at once: reads, writes, and subscriptions within a second', async () => {
  const key = await makeKey(world, owner, ['WRITE_JOBS']);
  for (let time = 0; time < 3; time += 1) expect(await codeFor(key.ask)).toBeUndefined();
  const open = await following<{ jobChanged: { title: string } }, { id: string }>(
    world,
    key.token,
    FOLLOW,
    {
      id: jobId,
    },
  );
  await key.ask(ops.UpdateJobDocument, { input: { id: jobId, title: 'Gutter' } });
  expect((await open.next()).data.jobChanged.title).toBe('Gutter');
  const endedAt = Date.now();
  const { data } = await owner<{ endApiKey: { apiKey: { endedAt: string } } }, object>(END, {
    id: key.id,
  });
  expect(data.endApiKey.apiKey.endedAt).toEqual(expect.any(String));
  await open.ended;
  expect(Date.now() - endedAt).toBeLessThan(1_000);
  expect(await codeFor(key.ask)).toBe('UNAUTHENTICATED');
  expect(
    await codeFor(key.ask, ops.UpdateJobDocument.toString(), { input: { id: jobId, title: 'x' } }),
  ).toBe('UNAUTHENTICATED');
  expect(await follow(world, key.token, FOLLOW, { id: jobId }).ended).toMatchObject({ code: 4401 });
  await open.close();
});

it('a write that waits for a lock is refused when its key was ended meanwhile', async () => {
  const key = await makeKey(world, owner, ['WRITE_JOBS']);
  await codeFor(key.ask);
  const held = await holdRows(world.databaseUrl, 'select from jobs where id = $1 for update', [
    jobId,
  ]);
  const waiting = codeFor(key.ask, ops.UpdateJobDocument.toString(), {
    input: { id: jobId, title: 'Late' },
  });
  await held.waiting(1);
  await owner<unknown, object>(END, { id: key.id });
  await held.letGo();
  expect(await waiting).toBe('UNAUTHENTICATED');
});

it('is listed with its last use; a wrong key is refused', async () => {
  const key = await makeKey(world, owner, ['SEE_ALL_JOBS']);
  await codeFor(key.ask);
  await world.running.services.sessionUse.write();
  const { data } = await owner<{ apiKeys: { nodes: Record<string, unknown>[] } }, object>(
    '{ apiKeys(first: 1) { nodes { id name prefix capabilities createdBy { name } lastUsedAt lastUsedFrom endedAt } } }',
  );
  expect(data.apiKeys.nodes[0]).toMatchObject({
    id: key.id,
    prefix: key.prefix,
    createdBy: { name: expect.any(String) },
    lastUsedAt: expect.any(String),
    lastUsedFrom: expect.any(String),
    endedAt: null,
  });
  expect(await codeFor(ask(world.url, `jgk_${'x'.repeat(43)}`))).toBe('UNAUTHENTICATED');
});

it('expires after its last day, and knows no other business', async () => {
  const tomorrow = new Date(world.clock.now().getTime() + DAY_MS).toISOString().slice(0, 10);
  const sol = await world.as('soletrader');
  const foreign = await makeKey(world, sol, ['SEE_ALL_JOBS'], { expiresOn: tomorrow });
  const { data } = await foreign.ask<{ job: object | null }, object>(
    'query ($id: ID!) { job(id: $id) { id } }',
    {
      id: jobId,
    },
  );
  expect(data.job).toBeNull();
  expect(await codeFor(owner, END, { id: foreign.id })).toBe('NOT_FOUND');
  expect(await codeFor(foreign.ask)).toBeUndefined();
  world.clock.advance(3 * DAY_MS);
  expect(await codeFor(foreign.ask)).toBe('UNAUTHENTICATED');
});
