import { holdRows } from '../harness/held-rows.js';
import { scheduledJob, shared } from '../harness/jobs.js';
import { codeOf } from '../harness/quotes.js';
import { hire } from '../harness/staff.js';
import { type Ask, openWorld, type World } from '../harness/world.js';
import * as ops from '../operations.gen.js';

let world: World;
let owner: Ask;
let job: Awaited<ReturnType<typeof scheduledJob>>;
beforeAll(async () => {
  world = await openWorld();
  owner = await world.as('owner');
  job = await scheduledJob(owner);
});
afterAll(() => world.close());

let admins = 0;

/** Creates an admin. */
async function newAdmin() {
  admins += 1;
  const email = `admin${admins}@staff.test`;
  return hire(world, owner, { name: `Admin ${admins}`, email, role: 'ADMIN' });
}

/** Returns the response of a write that waits for its job while `meanwhile` changes its author's access. */
async function meanwhile(write: () => ReturnType<Ask>, happens: () => Promise<unknown>) {
  const held = await holdRows(world.databaseUrl, 'select from jobs where id = $1 for update', [
    job.jobId,
  ]);
  const answer = write();
  await held.waiting(1);
  await happens();
  await held.letGo();
  return codeOf(await answer);
}

async function countOf(body: string): Promise<number> {
  const { rows } = await world.sql('select from notes where body = $1', [body]);
  return rows.length;
}

const addNote = (ask: Ask, body: string) => () =>
  ask(ops.AddNoteDocument, { input: { jobId: job.jobId, body, internal: true } });

it('the write of an admin who is removed while it waits is refused', async () => {
  const { id, ask } = await newAdmin();
  const code = await meanwhile(addNote(ask, 'Removed'), async () => {
    const { errors } = await owner(ops.RemoveStaffMemberDocument, { id });
    expect(errors).toBeUndefined();
  });
  expect(code).toBe('UNAUTHENTICATED');
  expect(await countOf('Removed')).toBe(0);
});

it('the write of an admin whose role changes is refused', async () => {
  const { id, ask } = await newAdmin();
  const code = await meanwhile(addNote(ask, 'Another role'), () =>
    owner(ops.UpdateStaffMemberDocument, { input: { id, role: 'SUPERVISOR' } }),
  );
  expect(code).toBe('FORBIDDEN');
  expect(await countOf('Another role')).toBe(0);
});

it('the write of an admin who signs out is refused', async () => {
  const { ask } = await newAdmin();
  const code = await meanwhile(addNote(ask, 'Signed out'), async () => {
    expect((await ask(ops.SignOutDocument)).errors).toBeUndefined();
  });
  expect(code).toBe('UNAUTHENTICATED');
  expect(await countOf('Signed out')).toBe(0);
});

it('the write of an admin who stays succeeds', async () => {
  const { ask } = await newAdmin();
  expect(await meanwhile(addNote(ask, 'Stays'), async () => undefined)).toBeUndefined();
  expect(await countOf('Stays')).toBe(1);
});

it('if two owners remove each other at the same time, one of them stays', async () => {
  const first = await newAdmin();
  const second = await newAdmin();
  const answers = await Promise.all([
    first.ask(ops.RemoveStaffMemberDocument, { id: second.id }),
    second.ask(ops.RemoveStaffMemberDocument, { id: first.id }),
  ]);
  expect(answers.map(codeOf).sort()).toEqual(['UNAUTHENTICATED', undefined]);
});

it('a client whose link is revoked while its view is being recorded gets NOT_FOUND', async () => {
  const opened = await shared(world, owner, await scheduledJob(owner), ['STATUS']);
  const { rows } = await world.sql('select id from portal_links order by id desc limit 1');
  const { id } = rows[0] as unknown as { id: string };
  const held = await holdRows(
    world.databaseUrl,
    'update portal_links set revoked_at = now() where id = $1',
    [id],
  );
  const view = opened.client('mutation { recordPortalView }');
  await held.waiting(1);
  await held.keep();
  expect(codeOf(await view)).toBe('NOT_FOUND');
  const { rows: seen } = await world.sql(
    'select last_viewed_at as at from portal_links where id = $1',
    [id],
  );
  expect((seen[0] as unknown as { at: unknown }).at).toBeNull();
});
