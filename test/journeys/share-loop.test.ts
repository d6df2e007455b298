import { withPlainIds } from '../harness/copies.js';
import { type Ask, openWorld, tokenIn, type World } from '../harness/world.js';
import * as ops from '../operations.gen.js';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const tomorrow = (hour: number) =>
  new Date(Date.now() + 86_400_000 + hour * 3_600_000).toISOString();
const keys = (prompt: { items: { key: string }[] } | null | undefined) =>
  prompt?.items.map(({ key }) => key) ?? [];

describe('a job is shared with its client', () => {
  let owner: Ask;
  let jobId: string;
  let noteKey: string;
  let revision: number;
  let client: Ask;
  let publicationBefore: number;

  beforeAll(async () => {
    owner = await world.as('owner');
  });

  it('is not shareable when the owner has just created it for a client', async () => {
    const { data: made } = await owner(ops.CreateClientDocument, {
      input: { name: 'Kim Client', email: 'kim@client.test' },
    });
    const clientId = made.createClient.client.id;
    const { data } = await owner(ops.CreateJobDocument, {
      input: {
        title: 'Fix the roof',
        clientId,
        description: 'Tiles at the back',
      },
    });
    jobId = data.createJob.job.id;
    expect(data.createJob.sharePromptStatus).toBe('NOT_SCHEDULED');
    expect(data.createJob.sharePrompt).toBeNull();
  });

  it('has its prompt in the payload of scheduling the first visit', async () => {
    const { data } = await owner(ops.ScheduleVisitDocument, {
      input: { jobId, startsAt: tomorrow(0), endsAt: tomorrow(2) },
    });
    const { sharePrompt, sharePromptStatus, job } = data.scheduleVisit;
    expect(sharePromptStatus).toBe('PENDING');
    expect(job.status).toBe('SCHEDULED');
    expect(keys(sharePrompt)).toEqual(['STATUS', 'SCHEDULE']);
    expect(
      sharePrompt?.items.every(({ change, preselected }) => change === 'NEW' && preselected),
    ).toBe(true);
    revision = sharePrompt?.revision as number;
  });

  it('collects a note and a to-do in one prompt, and nothing internal', async () => {
    const { data: noted } = await owner(ops.AddNoteDocument, {
      input: { jobId, body: 'Gate stays open', internal: false },
    });
    noteKey = `NOTE:${noted.addNote.note.id}`;
    expect(noted.addNote.sharePrompt?.revision).toBe(revision + 1);
    const { data: todo } = await owner(ops.AddTodoDocument, {
      input: { jobId, title: 'Order tiles' },
    });
    expect(todo.addTodo.sharePrompt?.revision).toBe(revision + 2);
    const { data: internal } = await owner(ops.AddNoteDocument, {
      input: { jobId, body: 'Slow payer', internal: true },
    });
    expect(internal.addNote.sharePrompt?.revision).toBe(revision + 2);
    const { data: material } = await owner(ops.AddMaterialDocument, {
      input: { jobId, name: 'Tiles', unitCostCents: 300 },
    });
    expect(material.addMaterial.sharePrompt?.revision).toBe(revision + 2);
    const items = material.addMaterial.sharePrompt?.items ?? [];
    expect(items.map(({ kind }) => kind)).toEqual(['STATUS', 'SCHEDULE', 'NOTE', 'TODO']);
    expect(
      items
        .filter(({ kind }) => kind === 'NOTE' || kind === 'TODO')
        .some(({ preselected }) => preselected),
    ).toBe(false);
    revision += 2;
  });

  it('has a preview equal to the object that the client receives', async () => {
    const items = ['SCHEDULE', 'STATUS', noteKey];
    const { data: preview } = await owner(ops.PreviewDocument, {
      jobId,
      items,
    });
    const { data: shared, errors } = await owner(ops.ShareWithClientDocument, {
      input: { jobId, revision, items, message: 'See you soon' },
    });
    expect(errors).toBeUndefined();
    expect(shared.shareWithClient.publication?.version).toBe(1);
    expect(shared.shareWithClient.sharePromptStatus).toBe('NOTHING_TO_SHARE');
    expect(shared.shareWithClient.deliveries?.map(({ to }) => to)).toEqual(['kim@client.test']);
    const [mail] = await world.mailsTo('kim@client.test', 1);
    expect(mail?.text).toContain('See you soon');
    expect(mail?.text).toContain('Gate stays open');
    client = world.withToken(tokenIn(mail));
    const { data } = await client(ops.ClientPortalDocument);
    expect(data.portal?.job).toEqual(withPlainIds(preview.sharePrompt?.preview));
  });

  it('shows its client what was sent and nothing else', async () => {
    const { data, errors } = await client(ops.ClientPortalDocument);
    expect(errors).toBeUndefined();
    const job = data.portal?.job;
    expect(job).toMatchObject({
      id: jobId,
      title: 'Fix the roof',
      status: 'SCHEDULED',
      todos: [],
      photos: [],
      quotes: [],
    });
    expect(job?.visits).toHaveLength(1);
    expect(job?.notes.map(({ body }) => body)).toEqual(['Gate stays open']);
    expect(job?.notes[0]).toMatchObject({ internal: null, author: null });
    for (const field of [
      'internalNotes',
      'assignees',
      'materials',
      'staffCostCents',
      'materialsCostCents',
      'marginCents',
      'publication',
      'publications',
      'portalLinks',
      'sharePrompt',
      'client',
    ] as const) {
      expect(job?.[field]).toBeNull();
    }
    expect(data.portal?.client).toEqual({
      id: expect.any(String),
      name: 'Kim Client',
      email: null,
      phone: null,
    });
    expect(data.portal?.business).toMatchObject({
      name: 'Bright Spark Electrical',
      id: null,
      slug: null,
      taxRateBasisPoints: null,
    });
  });

  it('hides a later note from the client until it is shared', async () => {
    const { data } = await owner(ops.AddNoteDocument, {
      input: { jobId, body: 'Found a leak', internal: false },
    });
    revision = data.addNote.sharePrompt?.revision as number;
    const later = `NOTE:${data.addNote.note.id}`;
    expect((await notesOfClient()).length).toBe(1);
    const { errors } = await owner(ops.ShareWithClientDocument, {
      input: { jobId, revision, items: ['SCHEDULE', 'STATUS', noteKey, later] },
    });
    expect(errors).toBeUndefined();
    expect(await notesOfClient()).toEqual(['Gate stays open', 'Found a leak']);
  });

  it('withdraws an item at once and without an email', async () => {
    const mails = (await world.mailsTo('kim@client.test', 2)).length;
    const { data, errors } = await owner(ops.UpdateSharingDocument, {
      jobId,
      items: ['SCHEDULE', 'STATUS', noteKey],
    });
    expect(errors).toBeUndefined();
    publicationBefore = data.updateSharing.publication?.version as number;
    expect(publicationBefore).toBe(3);
    expect(await notesOfClient()).toEqual(['Gate stays open']);
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(await world.mails('kim@client.test')).toHaveLength(mails);
  });

  it('is not found from the next request once the portal is off, and found when it is on again', async () => {
    await owner(ops.SwitchPortalDocument, { on: false });
    const { data, errors } = await client(ops.ClientJobByIdDocument, {
      id: jobId,
    });
    expect(data.job).toBeNull();
    expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['NOT_FOUND']);
    await owner(ops.SwitchPortalDocument, { on: true });
    expect(await notesOfClient()).toEqual(['Gate stays open']);
  });

  it('can be opened by the first link and by one sent later, until one is revoked', async () => {
    const mails = (await world.mails('kim@client.test')).length;
    const { data } = await owner(ops.ResendShareDocument, { jobId });
    const [newest] = await world.mailsTo('kim@client.test', mails + 1);
    const again = world.withToken(tokenIn(newest));
    expect((await again(ops.ClientPortalDocument)).data.portal?.job?.id).toBe(jobId);
    expect(await notesOfClient()).toHaveLength(1);
    await owner(ops.RevokePortalLinkDocument, {
      id: data.resendShare.portalLink?.id as string,
    });
    const { data: cut, errors } = await again(ops.ClientPortalDocument);
    expect(cut?.portal ?? null).toBeNull();
    expect(errors?.[0]?.extensions.code).toBe('NOT_FOUND');
    expect(await notesOfClient()).toHaveLength(1);
  });

  async function notesOfClient() {
    const { data } = await client(ops.ClientPortalDocument);
    return data.portal?.job?.notes.map(({ body }) => body) ?? [];
  }
});
