import { inHours, promptOf, scheduledJob, shared } from '../harness/jobs.js';
import { following, sessionOf } from '../harness/live.js';
import { sentQuote } from '../harness/quotes.js';
import { type Ask, openWorld, type World } from '../harness/world.js';
import * as ops from '../operations.gen.js';

let world: World;
let owner: Ask;
beforeAll(async () => {
  world = await openWorld();
  owner = await world.as('owner');
});
afterAll(() => world.close());

async function addTodo(jobId: string, title: string) {
  const { data } = await owner(ops.AddTodoDocument, { input: { jobId, title } });
  return data.addTodo.todo.id;
}

async function addNote(jobId: string, body: string) {
  const { data } = await owner(ops.AddNoteDocument, { input: { jobId, body, internal: false } });
  return { id: data.addNote.note.id, key: `NOTE:${data.addNote.note.id}` };
}

async function setStatus(jobId: string, status: 'IN_PROGRESS' | 'ON_HOLD' | 'SCHEDULED') {
  const { data } = await owner(ops.SetJobStatusDocument, { jobId, status });
  return data.setJobStatus;
}

async function keepInSync(jobId: string, enabled = true) {
  const { data, errors } = await owner(ops.SetKeepInSyncDocument, { jobId, enabled });
  expect(errors).toBeUndefined();
  return data.setKeepInSync;
}

/** A job whose client sees its schedule, its status, one to-do and one note. */
async function sharedJob(isSynced = true) {
  const job = await scheduledJob(owner);
  const todoId = await addTodo(job.jobId, 'Order the tap');
  const note = await addNote(job.jobId, 'Gate stays open');
  const todoKey = `TODO:${todoId}`;
  const { client } = await shared(world, owner, job, ['SCHEDULE', 'STATUS', todoKey, note.key]);
  if (isSynced) await keepInSync(job.jobId);
  return { ...job, todoId, todoKey, note, client };
}

async function seenBy(client: Ask) {
  const { data, errors } = await client(ops.ClientPortalDocument);
  expect(errors).toBeUndefined();
  if (!data.portal?.job) throw new Error('The client sees no job.');
  return data.portal.job;
}

async function jobNow(jobId: string) {
  const { data } = await owner(ops.KeepInSyncOfJobDocument, { id: jobId });
  if (!data.job) throw new Error('There is no such job.');
  return data.job;
}

describe('a job that is not kept in sync', () => {
  it('is so by default, and a changed status waits for review', async () => {
    const { jobId, client } = await sharedJob(false);
    const { sharePromptStatus } = await setStatus(jobId, 'IN_PROGRESS');
    expect(sharePromptStatus).toBe('PENDING');
    expect((await seenBy(client)).status).toBe('SCHEDULED');
    expect((await jobNow(jobId)).keepInSync).toBe(false);
  });

  it('can be switched by those who may share, and by nobody else', async () => {
    const { jobId, client } = await sharedJob(false);
    const refusals = await Promise.all(
      [await world.as('tradie'), await world.as('apprentice'), client, world.asVisitor].map((ask) =>
        ask(ops.SetKeepInSyncDocument, { jobId, enabled: true }),
      ),
    );
    expect(refusals.map(({ errors }) => errors?.[0]?.extensions.code)).toEqual([
      'FORBIDDEN',
      'FORBIDDEN',
      'NOT_FOUND',
      'UNAUTHENTICATED',
    ]);
    const supervisor = await world.as('supervisor');
    const { data } = await supervisor(ops.SetKeepInSyncDocument, { jobId, enabled: true });
    expect(data.setKeepInSync).toMatchObject({
      job: { keepInSync: true },
      sharePrompt: null,
      sharePromptStatus: 'NOTHING_TO_SHARE',
    });
  });

  it('is not found in another business', async () => {
    for (const jobId of ['nonsense', '00000000-0000-7000-8000-000000000000']) {
      const { errors } = await owner(ops.SetKeepInSyncDocument, { jobId, enabled: true });
      expect(errors?.[0]?.extensions.code).toBe('NOT_FOUND');
    }
  });
});

describe('a job kept in sync', () => {
  it('shows its client a new status at once, with no prompt and no email', async () => {
    const { jobId, email, client } = await sharedJob();
    const { sharePrompt, sharePromptStatus } = await setStatus(jobId, 'IN_PROGRESS');
    expect({ sharePrompt, sharePromptStatus }).toEqual({
      sharePrompt: null,
      sharePromptStatus: 'NOTHING_TO_SHARE',
    });
    expect((await seenBy(client)).status).toBe('IN_PROGRESS');
    expect((await jobNow(jobId)).publication).toMatchObject({ version: 2, reason: 'KEPT_IN_SYNC' });
    const { rows } = await world.sql('select kind from outgoing_emails where recipient = $1', [
      email,
    ]);
    expect(rows).toEqual([{ kind: 'SHARE' }]);
  });

  it('shows its client a to-do that a tradie ticked, because somebody with permission allowed that', async () => {
    const { jobId, todoId, client, email } = await sharedJob();
    const tradie = await world.as('tradie');
    const { data: who } = await tradie<{ me: { staffId: string; name: string } }, object>(
      '{ me { staffId name } }',
    );
    await owner(ops.UpdateJobDocument, { input: { id: jobId, assigneeIds: [who.me.staffId] } });
    const { data } = await tradie(ops.UpdateTodoDocument, { input: { id: todoId, done: true } });
    expect(data.updateTodo).toMatchObject({
      sharePrompt: null,
      sharePromptStatus: 'ROLE_CANNOT_SHARE',
    });
    const seen = await seenBy(client);
    expect(seen.todos).toEqual([{ id: todoId, title: 'Order the tap', done: true }]);
    expect(seen.progress).toEqual({ done: 1, total: 1 });
    const { publication, sharePrompt } = await jobNow(jobId);
    expect(publication).toMatchObject({
      reason: 'KEPT_IN_SYNC',
      publishedBy: { name: who.me.name },
    });
    expect(sharePrompt).toBeNull();
    const { rows } = await world.sql('select id from outgoing_emails where recipient = $1', [
      email,
    ]);
    expect(rows).toHaveLength(1);
  });

  it('updates the schedule with every visit: moved, added, cancelled', async () => {
    const { jobId, visitId, client } = await sharedJob();
    const [startsAt, endsAt] = [inHours(48), inHours(50)];
    await owner(ops.RescheduleVisitDocument, { id: visitId, startsAt, endsAt });
    expect((await seenBy(client)).visits.map((visit) => visit.startsAt)).toEqual([startsAt]);
    await owner(ops.ScheduleVisitDocument, {
      input: { jobId, startsAt: inHours(72), endsAt: inHours(73) },
    });
    expect((await seenBy(client)).visits).toHaveLength(2);
    await owner(ops.CancelVisitDocument, { id: visitId });
    expect((await seenBy(client)).visits).toHaveLength(1);
    expect((await jobNow(jobId)).sharePrompt).toBeNull();
  });

  it("removes a deleted to-do from its client's page at once", async () => {
    const { jobId, todoId, todoKey, client } = await sharedJob();
    const { data } = await owner(ops.RemoveTodoDocument, { id: todoId });
    expect(data.removeTodo.sharePromptStatus).toBe('NOTHING_TO_SHARE');
    const seen = await seenBy(client);
    expect(seen).toMatchObject({ todos: [], progress: { done: 0, total: 0 } });
    expect((await jobNow(jobId)).publication?.itemKeys).not.toContain(todoKey);
  });

  it('has a new to-do, and changes of it, wait for a review', async () => {
    const { jobId, client } = await sharedJob();
    const later = await addTodo(jobId, 'Clean up');
    const { data } = await owner(ops.UpdateTodoDocument, { input: { id: later, done: true } });
    expect(data.updateTodo.sharePromptStatus).toBe('PENDING');
    expect((await seenBy(client)).todos).toHaveLength(1);
    expect((await jobNow(jobId)).publication?.version).toBe(1);
  });

  it('does not show withdrawn items again', async () => {
    const { jobId, note, client } = await sharedJob();
    await owner(ops.UpdateSharingDocument, { jobId, items: ['SCHEDULE', note.key] });
    await setStatus(jobId, 'ON_HOLD');
    expect(await seenBy(client)).toMatchObject({ status: null, todos: [] });
  });

  it('never publishes a note or the title together with synchronized items', async () => {
    const { jobId, note, todoId, client } = await sharedJob();
    await owner(ops.UpdateNoteDocument, { id: note.id, body: 'The gate code is 1234' });
    await owner(ops.UpdateJobDocument, {
      input: { id: jobId, title: 'Slow payer', description: 'x' },
    });
    const { sharePromptStatus } = await setStatus(jobId, 'IN_PROGRESS');
    await owner(ops.UpdateTodoDocument, { input: { id: todoId, title: 'Fit the tap' } });
    expect(await seenBy(client)).toMatchObject({
      title: 'Fix the tap',
      description: null,
      status: 'IN_PROGRESS',
      notes: [{ body: 'Gate stays open' }],
      todos: [{ title: 'Fit the tap' }],
    });
    expect(sharePromptStatus).toBe('PENDING');
    const waiting = await promptOf(owner, jobId);
    const unreviewed = waiting?.items.filter(({ change }) => change !== 'UNCHANGED');
    expect(unreviewed?.map(({ key }) => key)).toEqual([note.key]);
    expect(waiting?.details.map(({ field }) => field)).toEqual(['title', 'description']);
  });

  it('closes its prompt when the note that waited is removed', async () => {
    const { jobId, client } = await sharedJob();
    const slip = await addNote(jobId, 'A slip');
    await setStatus(jobId, 'IN_PROGRESS');
    const { data } = await owner(ops.RemoveNoteDocument, { id: slip.id });
    expect(data.removeNote.sharePromptStatus).toBe('NOTHING_TO_SHARE');
    expect((await seenBy(client)).status).toBe('IN_PROGRESS');
  });

  it('has a quote that was sent while the portal was off wait for review', async () => {
    const { jobId, client } = await sharedJob();
    await owner(ops.SwitchPortalDocument, { on: false });
    await sentQuote(owner, { jobId });
    await owner(ops.SwitchPortalDocument, { on: true });
    await setStatus(jobId, 'IN_PROGRESS');
    expect((await seenBy(client)).quotes).toEqual([]);
    expect((await jobNow(jobId)).sharePrompt?.items.map(({ change }) => change)).toContain('NEW');
  });

  it('publishes changes while the portal is off, for when it is on again', async () => {
    const { jobId, todoId, client } = await sharedJob();
    await owner(ops.SwitchPortalDocument, { on: false });
    const { data, errors } = await owner(ops.UpdateTodoDocument, {
      input: { id: todoId, done: true },
    });
    expect(errors).toBeUndefined();
    expect(data.updateTodo).toMatchObject({
      sharePrompt: null,
      sharePromptStatus: 'PORTAL_DISABLED',
    });
    const { errors: cut } = await client(ops.ClientPortalDocument);
    expect(cut?.[0]?.extensions.code).toBe('NOT_FOUND');
    await owner(ops.SwitchPortalDocument, { on: true });
    expect((await seenBy(client)).todos).toMatchObject([{ done: true }]);
    expect((await jobNow(jobId)).sharePrompt).toBeNull();
  });

  it('publishes nothing if it was never shared', async () => {
    const { jobId } = await scheduledJob(owner);
    await keepInSync(jobId);
    const { sharePromptStatus } = await setStatus(jobId, 'IN_PROGRESS');
    expect(sharePromptStatus).toBe('PENDING');
    expect((await jobNow(jobId)).publication).toBeNull();
  });

  it('publishes nothing to another client before something was shared with that one', async () => {
    const { jobId } = await sharedJob();
    const { data } = await owner(ops.CreateClientDocument, {
      input: { name: 'Somebody else', email: 'else@client.test' },
    });
    await owner(ops.UpdateJobDocument, {
      input: { id: jobId, clientId: data.createClient.client.id },
    });
    await setStatus(jobId, 'ON_HOLD');
    expect(await jobNow(jobId)).toMatchObject({ keepInSync: true, publication: null });
  });
});

describe('switching the sync on', () => {
  it('publishes nothing by itself; the next change of an item publishes it as it is then', async () => {
    const { jobId, todoId, client } = await sharedJob(false);
    await setStatus(jobId, 'IN_PROGRESS');
    await owner(ops.UpdateTodoDocument, { input: { id: todoId, done: true } });
    const { sharePromptStatus } = await keepInSync(jobId);
    expect(sharePromptStatus).toBe('PENDING');
    expect(await seenBy(client)).toMatchObject({ status: 'SCHEDULED', todos: [{ done: false }] });
    await owner(ops.UpdateTodoDocument, { input: { id: todoId, title: 'Fit the tap' } });
    expect(await seenBy(client)).toMatchObject({
      status: 'SCHEDULED',
      todos: [{ title: 'Fit the tap', done: true }],
    });
    await setStatus(jobId, 'ON_HOLD');
    expect((await seenBy(client)).status).toBe('ON_HOLD');
    expect((await jobNow(jobId)).sharePrompt).toBeNull();
  });

  it('makes no version of a change that only removes what the client never had', async () => {
    const { jobId, client } = await sharedJob(false);
    const { sharePrompt } = await setStatus(jobId, 'IN_PROGRESS');
    const revision = sharePrompt?.revision as number;
    await owner(ops.DismissSharePromptDocument, { jobId, revision });
    await keepInSync(jobId);
    const { sharePromptStatus } = await setStatus(jobId, 'SCHEDULED');
    expect(sharePromptStatus).toBe('NOTHING_TO_SHARE');
    expect((await seenBy(client)).status).toBe('SCHEDULED');
    expect((await jobNow(jobId)).publication?.version).toBe(1);
  });

  it('ends when it is switched off: changes wait for a review again', async () => {
    const { jobId, client } = await sharedJob();
    await setStatus(jobId, 'IN_PROGRESS');
    await keepInSync(jobId, false);
    const { sharePromptStatus } = await setStatus(jobId, 'ON_HOLD');
    expect(sharePromptStatus).toBe('PENDING');
    expect((await seenBy(client)).status).toBe('IN_PROGRESS');
  });

  it('is visible to nobody who may not share, and those who work on the job hear nothing of the switch', async () => {
    const { jobId } = await scheduledJob(owner);
    const token = await sessionOf(world, 'tradie');
    const tradie = world.withToken(token);
    const { data: who } = await tradie<{ me: { staffId: string } }, object>('{ me { staffId } }');
    await owner(ops.UpdateJobDocument, {
      input: { id: jobId, assigneeIds: [who.me.staffId] },
    });
    const window = await following(world, token, ops.JobChangedDocument, { jobId });
    await keepInSync(jobId);
    await owner(ops.UpdateJobDocument, { input: { id: jobId, title: 'Fix both taps' } });
    expect((await window.next()).data.jobChanged.title).toBe('Fix both taps');
    expect(window.answers).toHaveLength(1);
    await window.close();
    for (const person of [tradie, await world.as('finance')]) {
      const { data } = await person<{ job: object; business: object }, { id: string }>(
        'query ($id: ID!) { job(id: $id) { title keepInSync } business { keepInSyncByDefault } }',
        { id: jobId },
      );
      expect(data).toEqual({
        job: { title: 'Fix both taps', keepInSync: null },
        business: { keepInSyncByDefault: null },
      });
    }
  });

  it('is not visible to a client', async () => {
    const { jobId, client } = await sharedJob();
    const { data, errors } = await client(ops.KeepInSyncOfJobDocument, { id: jobId });
    expect(errors).toBeUndefined();
    expect(data.job).toMatchObject({ title: 'Fix the tap', keepInSync: null, publication: null });
  });
});
