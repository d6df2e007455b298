import { changeInOneUnit } from '../../src/database/unit-of-work/unit-of-work.js';
import { Job } from '../../src/domain/jobs/job.entity.js';
import { scheduledJob, shared } from '../harness/jobs.js';
import { follow, following, refusal, sessionOf } from '../harness/live.js';
import { type Ask, openWorld, type World } from '../harness/world.js';
import * as ops from '../operations.gen.js';

let world: World;
let owner: Ask;
let ownersToken: string;
let tradie: Ask;
let tradiesToken: string;
beforeAll(async () => {
  world = await openWorld();
  ownersToken = await sessionOf(world, 'owner');
  owner = world.withToken(ownersToken);
  tradiesToken = await sessionOf(world, 'tradie');
  tradie = world.withToken(tradiesToken);
});
afterAll(() => world.close());

async function assign(jobId: string, to: Ask): Promise<void> {
  const { data } = await to<{ me: { staffId: string } }, object>('{ me { staffId } }');
  await owner(ops.UpdateJobDocument, { input: { id: jobId, assigneeIds: [data.me.staffId] } });
}

const rename = (jobId: string, title: string) =>
  owner(ops.UpdateJobDocument, { input: { id: jobId, title } });

describe('somebody who subscribes to a job', () => {
  it('gets the job as they may see it when it changes', async () => {
    const { jobId } = await scheduledJob(owner);
    const live = await following(world, ownersToken, ops.JobChangedDocument, { jobId });
    await rename(jobId, 'Fix both taps');
    const { data, errors } = await live.next();
    expect(errors).toBeUndefined();
    expect(data.jobChanged).toMatchObject({ id: jobId, title: 'Fix both taps' });
    expect(data.jobChanged.sharePrompt?.revision).toBeGreaterThan(0);
    await live.close();
  });

  it('gets no events of another job', async () => {
    const { jobId } = await scheduledJob(owner);
    const other = await scheduledJob(owner);
    const live = await following(world, ownersToken, ops.JobChangedDocument, { jobId });
    await rename(other.jobId, 'Elsewhere');
    await rename(jobId, 'Here');
    expect((await live.next()).data.jobChanged.title).toBe('Here');
    await live.close();
  });

  it('gets no event of a change that was rolled back', async () => {
    const { jobId } = await scheduledJob(owner);
    const live = await following(world, ownersToken, ops.JobChangedDocument, { jobId });
    const { orm, clock } = world.running.services;
    const broken = changeInOneUnit(orm.em, null, clock, async ({ em }) => {
      const job = await em.findOneOrFail(Job, jobId);
      job.title = 'Never true';
      await em.flush();
      throw new Error('the change fails');
    });
    await expect(broken).rejects.toThrow('the change fails');
    await rename(jobId, 'True');
    expect((await live.next()).data.jobChanged.title).toBe('True');
    expect(live.answers).toHaveLength(1);
    await live.close();
  });

  it('gets the last state of a burst, and not a backlog', async () => {
    const { jobId } = await scheduledJob(owner);
    const live = await following(world, ownersToken, ops.JobChangedDocument, { jobId });
    await Promise.all(Array.from({ length: 99 }, (_, at) => rename(jobId, `Title ${at}`)));
    await rename(jobId, 'The last');
    for (;;) if ((await live.next()).data.jobChanged.title === 'The last') break;
    expect(live.answers.length).toBeLessThanOrEqual(100);
    await live.close();
  });

  it('as a tradie, sees no prompt in it and gets no events that only sharers may see', async () => {
    const { jobId, revision } = await scheduledJob(owner);
    await assign(jobId, tradie);
    const live = await following(world, tradiesToken, ops.JobChangedDocument, { jobId });
    await owner(ops.DismissSharePromptDocument, { jobId, revision });
    await owner(ops.AddNoteDocument, { input: { jobId, body: 'Mind the dog', internal: true } });
    const { data, errors } = await live.next();
    expect(errors).toBeUndefined();
    expect(data.jobChanged.notes.map(({ body }) => body)).toEqual(['Mind the dog']);
    expect(data.jobChanged.sharePrompt).toBeNull();
    expect(live.answers).toHaveLength(1);
    await live.close();
  });
});

describe('somebody who may share', () => {
  it('gets an event when a prompt is raised and at each revision', async () => {
    const live = await following(world, ownersToken, ops.SharePromptRaisedDocument);
    const { jobId, revision } = await scheduledJob(owner);
    const first = await live.next();
    expect(first.errors).toBeUndefined();
    expect(first.data.sharePromptRaised).toMatchObject({ revision, job: { id: jobId } });
    await owner(ops.AddNoteDocument, { input: { jobId, body: 'Only us', internal: true } });
    await owner(ops.AddNoteDocument, { input: { jobId, body: 'For you', internal: false } });
    const { data } = await live.next();
    expect(data.sharePromptRaised.revision).toBe(revision + 1);
    expect(data.sharePromptRaised.items).toHaveLength(3);
    await live.close();
  });

  it('gets the prompts that waited while the portal was off, once it is on', async () => {
    await owner(ops.SwitchPortalDocument, { on: false });
    const live = await following(world, ownersToken, ops.SharePromptRaisedDocument);
    const { jobId } = await scheduledJob(owner);
    expect(live.answers).toEqual([]);
    await owner(ops.SwitchPortalDocument, { on: true });
    for (;;) if ((await live.next()).data.sharePromptRaised.job.id === jobId) break;
    await live.close();
  });

  it('gets another event when a dismissed job changes again', async () => {
    const { jobId, revision } = await scheduledJob(owner);
    const live = await following(world, ownersToken, ops.SharePromptRaisedDocument);
    await owner(ops.DismissSharePromptDocument, { jobId, revision });
    await owner(ops.AddTodoDocument, { input: { jobId, title: 'Buy a washer' } });
    expect((await live.next()).data.sharePromptRaised.revision).toBe(revision + 1);
    await live.close();
  });
});

describe('a client with its page open', () => {
  it('gets each new publication, with visible fields only', async () => {
    const job = await scheduledJob(owner);
    const { token } = await shared(world, owner, job, ['SCHEDULE', 'STATUS']);
    const live = await following(world, token, ops.PortalChangedDocument);
    await owner(ops.AddNoteDocument, {
      input: { jobId: job.jobId, body: 'Not for you', internal: true },
    });
    const { data: noted } = await owner(ops.AddNoteDocument, {
      input: { jobId: job.jobId, body: 'All done', internal: false },
    });
    const key = `NOTE:${noted.addNote.note.id}`;
    await shared(world, owner, job, ['STATUS', key]);
    const { data, errors } = await live.next();
    expect(errors).toBeUndefined();
    expect(data.portalChanged.job?.notes).toEqual([{ body: 'All done' }]);
    expect(data.portalChanged.job?.internalNotes).toBeNull();
    expect(data.portalChanged.business.slug).toBeNull();
    expect(live.answers).toHaveLength(1);
    await live.close();
  });

  it('gets an event when messages are switched on or off, and for no other change of the job', async () => {
    const job = await scheduledJob(owner);
    const { jobId } = job;
    const { token } = await shared(world, owner, job, ['STATUS']);
    const live = await following(world, token, ops.PortalChangedDocument);
    await owner(ops.UpdateJobDocument, { input: { id: jobId, internalNotes: 'Slow payer' } });
    await owner(ops.SetClientMessagesDocument, { jobId, enabled: true });
    expect((await live.next()).data.portalChanged.messagesEnabled).toBe(true);
    await owner(ops.SetClientMessagesDocument, { jobId, enabled: true });
    await owner(ops.UpdateJobDocument, { input: { id: jobId, internalNotes: 'Pays by now' } });
    await owner(ops.SetClientMessagesDocument, { jobId, enabled: false });
    expect((await live.next()).data.portalChanged.messagesEnabled).toBe(false);
    expect(live.answers).toHaveLength(2);
    await live.close();
  });

  it('gets a photo when its toggle is switched on, and loses it when it is switched off', async () => {
    const job = await scheduledJob(owner);
    const { orm, clock } = world.running.services;
    const { token } = await shared(world, owner, job, ['STATUS']);
    const photoId = await photoOn(job.jobId, { orm, clock });
    const live = await following(world, token, ops.PortalChangedDocument);
    await owner(ops.SetPhotoSharingDocument, { photoId, shared: true });
    expect((await live.next()).data.portalChanged.job?.photos).toEqual([{ id: photoId }]);
    await owner(ops.SetPhotoSharingDocument, { photoId, shared: false });
    expect((await live.next()).data.portalChanged.job?.photos).toEqual([]);
    await live.close();
  });
});

async function photoOn(
  jobId: string,
  { orm, clock }: Pick<World['running']['services'], 'orm' | 'clock'>,
) {
  const { Photo } = await import('../../src/domain/photos/photo.entity.js');
  const { result } = await changeInOneUnit(orm.em, null, clock, async ({ em, now }) => {
    const job = await em.findOneOrFail(Job, jobId);
    return em.create(
      Photo,
      { businessId: job.businessId, job, createdAt: now, caption: 'The tap' },
      { partial: true },
    );
  });
  return result.id;
}

describe('a subscription without permission is refused with the error of the audience', () => {
  let jobId: string;
  let clientsToken: string;
  beforeAll(async () => {
    const job = await scheduledJob(owner);
    jobId = job.jobId;
    clientsToken = (await shared(world, owner, job, ['STATUS'])).token;
  });

  it('a tradie may not subscribe to prompts', async () => {
    const live = follow(world, tradiesToken, ops.SharePromptRaisedDocument);
    expect(await refusal(live)).toBe('FORBIDDEN');
  });

  it('a tradie does not find a job that they are not assigned to', async () => {
    const live = follow(world, tradiesToken, ops.JobChangedDocument, { jobId });
    expect(await refusal(live)).toBe('NOT_FOUND');
  });

  it('another business finds neither a job of this one nor one that does not exist', async () => {
    const token = await sessionOf(world, 'soletrader');
    for (const id of [jobId, '00000000-0000-7000-8000-000000000000', 'no id']) {
      const live = follow(world, token, ops.JobChangedDocument, { jobId: id });
      expect(await refusal(live)).toBe('NOT_FOUND');
    }
  });

  it('a client finds no subscription of staff', async () => {
    for (const operation of [ops.JobChangedDocument, ops.SharePromptRaisedDocument]) {
      const live = follow(world, clientsToken, String(operation), { jobId });
      expect(await refusal(live)).toBe('NOT_FOUND');
    }
  });

  it('an unknown link finds nothing', async () => {
    const live = follow(world, 'jgp_nothing', ops.PortalChangedDocument);
    expect(await refusal(live)).toBe('NOT_FOUND');
  });

  it('staff have no portal page to subscribe to', async () => {
    expect(await refusal(follow(world, ownersToken, ops.PortalChangedDocument))).toBe('FORBIDDEN');
  });

  it('nobody can subscribe without a session', async () => {
    const nobody = follow(world, null, ops.JobChangedDocument, { jobId });
    expect(await refusal(nobody)).toBe('UNAUTHENTICATED');
    for (const token of ['jgs_nothing', 'nonsense']) {
      const live = follow(world, token, ops.JobChangedDocument, { jobId });
      expect(await live.ended).toMatchObject({
        code: 4401,
        reason: 'Your session has ended; sign in again.',
      });
    }
  });
});
