import { inHours, promptOf, scheduledJob, shared } from '../harness/jobs.js';
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

async function opens(client: Ask): Promise<boolean> {
  const { data, errors } = await client(ops.ClientPortalDocument);
  if (data?.portal) return true;
  expect(errors?.[0]?.extensions.code).toBe('NOT_FOUND');
  return false;
}

/** A job shared by two valid links. */
async function sharedTwice() {
  const job = await scheduledJob(owner);
  const first = await shared(world, owner, job, ITEMS);
  await owner(ops.AddTodoDocument, { input: { jobId: job.jobId, title: 'More' } });
  const second = await shared(world, owner, job, ITEMS);
  return { ...job, clients: [first.client, second.client] };
}

async function moveTo(jobId: string, clientId: string | null) {
  const { data, errors } = await owner(ops.UpdateJobDocument, { input: { id: jobId, clientId } });
  expect(errors).toBeUndefined();
  return data.updateJob;
}

function change(id: string, what: object) {
  return owner(ops.ChangeClientDocument, { input: { id, ...what } });
}

describe("a client's new address", () => {
  it('revokes every link of all their jobs, and reports how many', async () => {
    const { clientId, email, clients } = await sharedTwice();
    const { data: other } = await owner(ops.CreateJobDocument, {
      input: { title: 'Another', clientId },
    });
    const jobId = other.createJob.job.id;
    await owner(ops.ScheduleVisitDocument, {
      input: { jobId, startsAt: inHours(30), endsAt: inHours(31) },
    });
    const third = await shared(world, owner, { jobId, email }, ITEMS);
    const { data } = await change(clientId, { email: `new-${email}` });
    expect(data.updateClient.revokedPortalLinks).toBe(3);
    for (const client of [...clients, third.client]) expect(await opens(client)).toBe(false);
  });

  it('does not affect the links of other clients', async () => {
    const theirs = await sharedTwice();
    const { clientId, email } = await sharedTwice();
    await change(clientId, { email: `other-${email}` });
    expect(await Promise.all(theirs.clients.map(opens))).toEqual([true, true]);
  });

  it('lets the same view be sent to the new address', async () => {
    const { jobId, clientId, email, clients } = await sharedTwice();
    await change(clientId, { email: `moved-${email}` });
    await owner(ops.ResendShareDocument, { jobId });
    const [mail] = await world.mailsTo(`moved-${email}`, 1);
    const token = mail?.links[0]?.split('#')[1] as string;
    expect(await opens(world.withToken(token))).toBe(true);
    expect(await opens(clients[0] as Ask)).toBe(false);
  });

  it.each([
    ['the same address', (email: string) => ({ email })],
    [
      'the same in capitals and with spaces',
      (email: string) => ({ email: ` ${email.toUpperCase()} ` }),
    ],
    ['no word of an address', () => ({ name: 'Another Name', phone: '0412 345 678' })],
  ])('revokes nothing when an update has %s', async (_, update) => {
    const { clientId, email, clients } = await sharedTwice();
    const { data } = await change(clientId, update(email));
    expect(data.updateClient.revokedPortalLinks).toBe(0);
    expect(await Promise.all(clients.map(opens))).toEqual([true, true]);
  });

  it.each([null, ''])('revokes the links when it is %p: there is none any more', async (email) => {
    const { jobId, clientId, clients } = await sharedTwice();
    const { data } = await change(clientId, { email });
    expect(data.updateClient).toMatchObject({ client: { email: null }, revokedPortalLinks: 2 });
    expect(await Promise.all(clients.map(opens))).toEqual([false, false]);
    const { errors } = await owner(ops.ResendShareDocument, { jobId });
    expect(errors?.[0]?.extensions.code).toBe('CLIENT_EMAIL_MISSING');
  });

  it('revokes nothing when the change is refused', async () => {
    const { clientId, clients } = await sharedTwice();
    const { errors } = await change(clientId, { email: 'fine@address.test', phone: '12' });
    expect(errors?.[0]?.extensions.field).toBe('input.phone');
    expect(await Promise.all(clients.map(opens))).toEqual([true, true]);
  });

  it('never leaves a valid link to the old address, in any order of the two changes', async () => {
    for (let round = 0; round < 15; round += 1) {
      const job = await scheduledJob(owner);
      const { email, clientId, jobId, revision } = job;
      const admin = await world.as('admin');
      const [sent] = await Promise.all([
        admin(ops.ShareWithClientDocument, { input: { jobId, revision, items: ITEMS } }),
        change(clientId, { email: `race-${email}` }),
      ]);
      expect(sent.errors).toBeUndefined();
      const { rows } = await world.sql(
        'select 1 from portal_links where job_id = $1 and sent_to = $2 and revoked_at is null',
        [jobId, email],
      );
      expect(rows).toHaveLength(0);
    }
  });
});

describe("a job's new client", () => {
  it('sees nothing that the former client was shown, until it is shared with them', async () => {
    const { jobId, clients } = await sharedTwice();
    const next = await scheduledJob(owner);
    const moved = await moveTo(jobId, next.clientId);
    expect(moved.revokedPortalLinks).toBe(2);
    expect(await Promise.all(clients.map(opens))).toEqual([false, false]);
    const { errors } = await owner(ops.ResendShareDocument, { jobId });
    expect(errors?.[0]?.extensions.code).toBe('CONFLICT');
    const { data } = await owner(ops.JobForStaffDocument, { id: jobId });
    expect(data.job?.publication).toBeNull();
  });

  it("is offered everything as new, with the first prompt's preselection", async () => {
    const { jobId } = await sharedTwice();
    await owner(ops.AddNoteDocument, { input: { jobId, body: 'Shown before', internal: false } });
    const next = await scheduledJob(owner);
    const moved = await moveTo(jobId, next.clientId);
    expect(moved.sharePromptStatus).toBe('PENDING');
    const items = moved.sharePrompt?.items ?? [];
    expect(items.length).toBeGreaterThan(3);
    for (const { kind, change: what, sharedNow, preselected } of items) {
      expect([what, sharedNow]).toEqual(['NEW', false]);
      expect(preselected).toBe(kind === 'STATUS' || kind === 'SCHEDULE');
    }
  });

  it('sees only what was shared with them, and the earlier links stay revoked', async () => {
    const { jobId, clients } = await sharedTwice();
    await owner(ops.AddNoteDocument, { input: { jobId, body: 'For the first', internal: false } });
    const next = await scheduledJob(owner);
    await moveTo(jobId, next.clientId);
    const { client } = await shared(world, owner, { jobId, email: next.email }, ['STATUS']);
    const { data } = await client(ops.ClientPortalDocument);
    expect(data.portal?.job).toMatchObject({ id: jobId, notes: [], todos: [], visits: [] });
    expect(await Promise.all(clients.map(opens))).toEqual([false, false]);
  });

  it('also revokes the links when the job is left without a client and assigned again', async () => {
    const { jobId, clientId, clients } = await sharedTwice();
    const left = await moveTo(jobId, null);
    expect(left).toMatchObject({ revokedPortalLinks: 2, sharePromptStatus: 'NO_CLIENT_ATTACHED' });
    expect(await Promise.all(clients.map(opens))).toEqual([false, false]);
    const back = await moveTo(jobId, clientId);
    expect(back.revokedPortalLinks).toBe(0);
    expect(await Promise.all(clients.map(opens))).toEqual([false, false]);
    expect(await promptOf(owner, jobId)).not.toBeNull();
  });

  it('is no change when it is the same client', async () => {
    const { jobId, clientId, clients } = await sharedTwice();
    expect((await moveTo(jobId, clientId)).revokedPortalLinks).toBe(0);
    expect(await Promise.all(clients.map(opens))).toEqual([true, true]);
  });

  it('does not affect the links of their other jobs', async () => {
    const kept = await sharedTwice();
    const { data } = await owner(ops.CreateJobDocument, {
      input: { title: 'Goes away', clientId: kept.clientId },
    });
    const next = await scheduledJob(owner);
    await moveTo(data.createJob.job.id, next.clientId);
    expect(await Promise.all(kept.clients.map(opens))).toEqual([true, true]);
  });
});

it('cancels a queued email to the old address', async () => {
  const job = await scheduledJob(owner);
  await owner(ops.SwitchPortalDocument, { on: true });
  const { client } = await shared(world, owner, job, ITEMS);
  expect(await opens(client)).toBe(true);
  const { data } = await owner(ops.JobForStaffDocument, { id: job.jobId });
  expect(data.job?.portalLinks?.map(({ sentTo }) => sentTo)).toEqual([job.email]);
  await change(job.clientId, { email: `late-${job.email}` });
  const { data: after } = await owner(ops.JobForStaffDocument, { id: job.jobId });
  expect(after.job?.portalLinks?.every(({ revokedAt }) => revokedAt !== null)).toBe(true);
});
