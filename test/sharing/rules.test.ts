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

async function addNote(jobId: string, body: string) {
  const { data } = await owner(ops.AddNoteDocument, { input: { jobId, body, internal: false } });
  return { id: data.addNote.note.id, key: `NOTE:${data.addNote.note.id}`, ...data.addNote };
}

async function clientJob(client: Ask) {
  const { data } = await client(ops.ClientPortalDocument);
  return data.portal?.job;
}

describe('a prompt', () => {
  it('is closed by "not now" and is raised again by the next change', async () => {
    const { jobId, revision } = await scheduledJob(owner);
    const { data } = await owner(ops.DismissSharePromptDocument, { jobId, revision });
    expect(data.dismissSharePrompt).toMatchObject({
      sharePrompt: null,
      sharePromptStatus: 'NOTHING_TO_SHARE',
    });
    const { sharePrompt } = await addNote(jobId, 'Something new');
    expect(sharePrompt?.items.map(({ kind, change }) => [kind, change])).toEqual([
      ['STATUS', 'UNCHANGED'],
      ['SCHEDULE', 'UNCHANGED'],
      ['NOTE', 'NEW'],
    ]);
  });

  it('cannot be dismissed by somebody who saw an older revision', async () => {
    const { jobId, revision } = await scheduledJob(owner);
    await addNote(jobId, 'Meanwhile');
    const { errors } = await owner(ops.DismissSharePromptDocument, { jobId, revision });
    expect(errors?.[0]?.extensions.code).toBe('PROMPT_STALE');
  });

  it('has nothing left to share when the change is undone', async () => {
    const job = await scheduledJob(owner);
    await shared(world, owner, job, ['STATUS', 'SCHEDULE']);
    const note = await addNote(job.jobId, 'A slip');
    expect(note.sharePromptStatus).toBe('PENDING');
    const { data } = await owner(ops.RemoveNoteDocument, { id: note.id });
    expect(data.removeNote.sharePromptStatus).toBe('NOTHING_TO_SHARE');
    const { data: on } = await owner(ops.SetJobStatusDocument, {
      jobId: job.jobId,
      status: 'ON_HOLD',
    });
    expect(on.setJobStatus.sharePromptStatus).toBe('PENDING');
    const { data: off } = await owner(ops.SetJobStatusDocument, {
      jobId: job.jobId,
      status: 'SCHEDULED',
    });
    expect(off.setJobStatus.sharePromptStatus).toBe('NOTHING_TO_SHARE');
  });

  it('is not raised again by an item that was left unticked', async () => {
    const job = await scheduledJob(owner);
    const note = await addNote(job.jobId, 'For later');
    await shared(world, owner, job, ['STATUS']);
    expect(await promptOf(owner, job.jobId)).toBeNull();
    const { data } = await owner(ops.AddTodoDocument, {
      input: { jobId: job.jobId, title: 'New' },
    });
    const item = data.addTodo.sharePrompt?.items.find(({ key }) => key === note.key);
    expect(item).toMatchObject({ change: 'UNCHANGED', sharedNow: false, preselected: false });
  });

  it('shows before and after in words, and what would be removed', async () => {
    const job = await scheduledJob(owner);
    const note = await addNote(job.jobId, 'Bring a ladder');
    await shared(world, owner, job, ['STATUS', 'SCHEDULE', note.key]);
    await owner(ops.SetJobStatusDocument, { jobId: job.jobId, status: 'IN_PROGRESS' });
    const { data } = await owner(ops.RemoveNoteDocument, { id: note.id });
    const items = data.removeNote.sharePrompt?.items ?? [];
    expect(items.find(({ key }) => key === 'STATUS')).toMatchObject({
      change: 'CHANGED',
      preselected: true,
      before: 'Scheduled',
      after: 'In progress',
    });
    expect(items.find(({ key }) => key === note.key)).toMatchObject({
      change: 'GONE',
      sharedNow: true,
      preselected: false,
      before: 'Bring a ladder',
      after: null,
      label: 'Note: Bring a ladder',
    });
  });

  it('shows a changed title as a detail that is part of every share', async () => {
    const job = await scheduledJob(owner);
    await shared(world, owner, job, ['STATUS']);
    const { data } = await owner(ops.UpdateJobDocument, {
      input: { id: job.jobId, title: 'Fix both taps' },
    });
    expect(data.updateJob.sharePrompt?.details).toEqual([
      { field: 'title', before: 'Fix the tap', after: 'Fix both taps' },
    ]);
  });

  it('is not raised by internal notes or by assignments', async () => {
    const job = await scheduledJob(owner);
    await shared(world, owner, job, ['STATUS']);
    const { data } = await owner(ops.UpdateJobDocument, {
      input: { id: job.jobId, internalNotes: 'Slow payer', assigneeIds: [] },
    });
    expect(data.updateJob.sharePromptStatus).toBe('NOTHING_TO_SHARE');
  });

  it('has a reason when it is missing: no client, or the portal off', async () => {
    const { data } = await owner(ops.CreateJobDocument, { input: { title: 'No client yet' } });
    expect(data.createJob.sharePromptStatus).toBe('NO_CLIENT_ATTACHED');
    await owner(ops.SwitchPortalDocument, { on: false });
    const { jobId } = await scheduledJob(owner);
    const { data: noted } = await owner(ops.AddNoteDocument, {
      input: { jobId, body: 'Portal is off', internal: false },
    });
    expect(noted.addNote).toMatchObject({
      sharePrompt: null,
      sharePromptStatus: 'PORTAL_DISABLED',
    });
    await owner(ops.SwitchPortalDocument, { on: true });
    expect((await promptOf(owner, jobId))?.items.map(({ kind }) => kind)).toEqual([
      'STATUS',
      'SCHEDULE',
      'NOTE',
    ]);
  });

  it('is raised by a cancelled visit, which the client then no longer sees', async () => {
    const job = await scheduledJob(owner);
    const { client } = await shared(world, owner, job, ['SCHEDULE']);
    expect((await clientJob(client))?.visits).toHaveLength(1);
    const { data } = await owner(ops.CancelVisitDocument, { id: job.visitId });
    expect(data.cancelVisit.sharePrompt?.items.find(({ key }) => key === 'SCHEDULE')).toMatchObject(
      { change: 'CHANGED', after: expect.stringMatching(/^\w{3} \d+ \w+, .* was cancelled$/) },
    );
    await shared(world, owner, job, ['SCHEDULE']);
    expect((await clientJob(client))?.visits).toEqual([]);
  });
});

describe('a client', () => {
  it('never gets an unreviewed change together with a withdrawal', async () => {
    const job = await scheduledJob(owner);
    const kept = await addNote(job.jobId, 'As reviewed');
    const withdrawn = await addNote(job.jobId, 'To be taken back');
    const { client } = await shared(world, owner, job, [kept.key, withdrawn.key]);
    await owner(ops.UpdateNoteDocument, { id: kept.id, body: 'Not reviewed by anyone' });
    await owner(ops.UpdateJobDocument, {
      input: { id: job.jobId, description: 'Not reviewed either' },
    });
    await owner(ops.UpdateSharingDocument, { jobId: job.jobId, items: [kept.key] });
    const seen = await clientJob(client);
    expect(seen?.notes.map(({ body }) => body)).toEqual(['As reviewed']);
    expect(seen?.description).toBeNull();
    expect(
      (await promptOf(owner, job.jobId))?.items.find(({ key }) => key === kept.key)?.change,
    ).toBe('CHANGED');
  });

  it('sees a photo from the moment its toggle is on until it is off', async () => {
    const job = await scheduledJob(owner);
    const { data } = await owner(ops.AddPhotoDocument, {
      input: { jobId: job.jobId, caption: 'Before' },
    });
    const photoId = data.addPhoto.photo.id;
    expect(data.addPhoto.sharePrompt?.items.some(({ kind }) => kind === 'PHOTO')).toBe(false);
    const { client } = await shared(world, owner, job, ['STATUS']);
    expect((await clientJob(client))?.photos).toEqual([]);
    const { data: on } = await owner(ops.SetPhotoSharingDocument, { photoId, shared: true });
    expect(on.setPhotoSharing.sharePromptStatus).toBe('NOTHING_TO_SHARE');
    expect((await clientJob(client))?.photos).toEqual([
      { id: photoId, caption: 'Before', shared: null },
    ]);
    await owner(ops.SetPhotoSharingDocument, { photoId, shared: false });
    expect((await clientJob(client))?.photos).toEqual([]);
    await owner(ops.SetPhotoSharingDocument, { photoId, shared: true });
    await owner(ops.RemovePhotoDocument, { id: photoId });
    expect((await clientJob(client))?.photos).toEqual([]);
  });

  it('does not get a photo that was left unticked, and its toggle is off', async () => {
    const job = await scheduledJob(owner);
    const { data } = await owner(ops.AddPhotoDocument, {
      input: { jobId: job.jobId, caption: 'Mess' },
    });
    await owner(ops.SetPhotoSharingDocument, { photoId: data.addPhoto.photo.id, shared: true });
    expect(
      (await promptOf(owner, job.jobId))?.items.find(({ kind }) => kind === 'PHOTO')?.preselected,
    ).toBe(true);
    const { client } = await shared(world, owner, job, ['STATUS']);
    expect((await clientJob(client))?.photos).toEqual([]);
    const { data: seen } = await owner(ops.JobForStaffDocument, { id: job.jobId });
    expect(seen.job?.photos.map(({ shared: on }) => on)).toEqual([false]);
    expect(await promptOf(owner, job.jobId)).toBeNull();
  });

  it('of another job or business gets the same NOT_FOUND as for an unknown id', async () => {
    const mine = await shared(world, owner, await scheduledJob(owner), ['STATUS']);
    const theirs = await scheduledJob(owner);
    const ids = [theirs.jobId, '01a20d32-0000-7000-8000-000000000000', 'no id at all'];
    const answers = await Promise.all(
      ids.map((id) => mine.client(ops.ClientJobByIdDocument, { id })),
    );
    const dead = await world.withToken('jgp_unknown')(ops.ClientJobByIdDocument, {
      id: theirs.jobId,
    });
    for (const answer of answers) expect(answer).toEqual(dead);
    expect(dead.errors?.[0]?.extensions.code).toBe('NOT_FOUND');
  });

  it('cannot use an expired link, nor one of a job that has another client now', async () => {
    const job = await scheduledJob(owner);
    const { client } = await shared(world, owner, job, ['STATUS']);
    const { data: made } = await owner(ops.CreateClientDocument, {
      input: { name: 'Next', email: 'next@client.test' },
    });
    const { data } = await owner(ops.UpdateJobDocument, {
      input: { id: job.jobId, clientId: made.createClient.client.id },
    });
    expect(data.updateJob.revokedPortalLinks).toBe(1);
    expect(
      data.updateJob.sharePrompt?.items.every(
        ({ sharedNow, change }) => !sharedNow && change === 'NEW',
      ),
    ).toBe(true);
    expect((await client(ops.ClientPortalDocument)).errors?.[0]?.extensions.code).toBe('NOT_FOUND');
    const { errors } = await owner(ops.ResendShareDocument, { jobId: job.jobId });
    expect(errors?.[0]?.extensions.code).toBe('CONFLICT');
  });

  it('loses its links when its address changes, and gets new ones at the new address', async () => {
    const job = await scheduledJob(owner);
    const { client } = await shared(world, owner, job, ['STATUS']);
    const { data } = await owner(ops.UpdateClientDocument, {
      input: { id: job.clientId, email: `new-${job.email}` },
    });
    expect(data.updateClient.revokedPortalLinks).toBe(1);
    expect((await client(ops.ClientPortalDocument)).errors?.[0]?.extensions.code).toBe('NOT_FOUND');
    const { data: resent } = await owner(ops.ResendShareDocument, { jobId: job.jobId });
    expect(resent.resendShare.deliveries?.map(({ to }) => to)).toEqual([`new-${job.email}`]);
  });
});

describe('a share', () => {
  it('fails as a whole when one item may not be shared, with the reason', async () => {
    const { jobId, revision, email } = await scheduledJob(owner);
    const { data: internal } = await owner(ops.AddNoteDocument, {
      input: { jobId, body: 'Team only', internal: true },
    });
    const key = `NOTE:${internal.addNote.note.id}`;
    for (const item of [key, 'NOTE:01a20d32-0000-7000-8000-000000000000', 'NONSENSE', 'QUOTE:x']) {
      const { errors } = await owner(ops.ShareWithClientDocument, {
        input: { jobId, revision, items: ['STATUS', item] },
      });
      expect(errors?.[0]?.extensions).toMatchObject({
        code: 'ITEM_NOT_SHAREABLE',
        items: [{ key: item, reason: expect.any(String) }],
      });
    }
    expect(await world.mails(email)).toEqual([]);
    expect((await promptOf(owner, jobId))?.revision).toBe(revision);
  });

  it('needs an email address', async () => {
    const { jobId, clientId } = await scheduledJob(owner);
    await owner(ops.UpdateClientDocument, { input: { id: clientId, email: null } });
    const revision = (await promptOf(owner, jobId))?.revision as number;
    const { errors } = await owner(ops.ShareWithClientDocument, {
      input: { jobId, revision, items: ['STATUS'] },
    });
    expect(errors?.[0]?.extensions.code).toBe('CLIENT_EMAIL_MISSING');
    const { rows } = await world.sql('select 1 from publications where job_id = $1', [jobId]);
    expect(rows).toEqual([]);
  });

  it('is refused while the portal is off', async () => {
    const { jobId, revision } = await scheduledJob(owner);
    await owner(ops.SwitchPortalDocument, { on: false });
    const { errors } = await owner(ops.ShareWithClientDocument, {
      input: { jobId, revision, items: ['STATUS'] },
    });
    expect(errors?.[0]?.extensions.code).toBe('PORTAL_DISABLED');
    await owner(ops.SwitchPortalDocument, { on: true });
  });

  it('keeps every version unchanged, with its digest', async () => {
    const job = await scheduledJob(owner);
    const note = await addNote(job.jobId, 'First words');
    const first = await shared(world, owner, job, [note.key]);
    await owner(ops.UpdateNoteDocument, { id: note.id, body: 'Second words' });
    await shared(world, owner, job, [note.key, 'SCHEDULE']);
    const { data } = await owner(ops.JobForStaffDocument, { id: job.jobId });
    expect(
      data.job?.publications?.map(({ version, job: seen }) => [version, seen?.notes[0]?.body]),
    ).toEqual([
      [1, 'First words'],
      [2, 'Second words'],
    ]);
    expect(data.job?.publications?.every(({ job: seen }) => seen?.materials === null)).toBe(true);
    expect(data.job?.publication?.version).toBe(2);
    expect(first.publication?.digest).toMatch(/^[0-9a-f]{64}$/);
  });

  it('says that the schedule changed when a visit was moved', async () => {
    const job = await scheduledJob(owner);
    await shared(world, owner, job, ['SCHEDULE']);
    const { data: moved } = await owner(ops.RescheduleVisitDocument, {
      id: job.visitId,
      startsAt: inHours(48),
      endsAt: inHours(50),
    });
    expect(
      moved.rescheduleVisit.sharePrompt?.items.find(({ key }) => key === 'SCHEDULE')?.change,
    ).toBe('CHANGED');
  });
});
