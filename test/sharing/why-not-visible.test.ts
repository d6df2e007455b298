import { promptOf, scheduledJob, shared } from '../harness/jobs.js';
import { sentQuote } from '../harness/quotes.js';
import { type Ask, openWorld, type World } from '../harness/world.js';
import { aDraft } from '../invoices/a-job-to-invoice.js';
import * as ops from '../operations.gen.js';
import { addNote, addPhoto, notOk, seenBy, sharedJob, switchPortal, whyOf } from './asking-why.js';

let world: World;
let owner: Ask;
beforeAll(async () => {
  world = await openWorld();
  owner = await world.as('owner');
});
afterAll(() => world.close());

describe('when everything is well', () => {
  it('every check passes once the client has opened its page', async () => {
    const { jobId, client } = await sharedJob(world, owner);
    await client(ops.SayTheJobWasViewedDocument);
    const answer = await whyOf(owner, jobId);
    expect(answer).toMatchObject({
      visible: true,
      problem: null,
      sharePromptStatus: 'NOTHING_TO_SHARE',
    });
    expect(notOk(answer)).toEqual([]);
    expect(answer.steps.map(({ step }) => step)).toEqual([
      'PORTAL_ON',
      'CLIENT_ATTACHED',
      'CLIENT_EMAIL',
      'FIRST_VISIT',
      'SHARED',
      'UP_TO_DATE',
      'LINK_WORKS',
      'MAIL_DELIVERED',
      'OPENED',
    ]);
    const item = await whyOf(owner, jobId, 'SCHEDULE');
    expect(item).toMatchObject({ visible: true, problem: null });
    expect(item.steps).toHaveLength(11);
  });

  it('a page that the client has not opened yet is reported, but no problem', async () => {
    const { jobId } = await sharedJob(world, owner);
    const answer = await whyOf(owner, jobId);
    expect(answer).toMatchObject({ visible: true, problem: null });
    expect(notOk(answer)).toEqual(['OPENED WAITING']);
    expect(answer.steps.at(-1)?.whatToDo).toContain('spam');
  });

  it('only those who may share can query the diagnosis', async () => {
    const { jobId, client } = await sharedJob(world, owner);
    const codes = await Promise.all(
      [await world.as('tradie'), await world.as('apprentice'), client, world.asVisitor].map(
        async (ask) =>
          (await ask(ops.WhyNotVisibleDocument, { jobId })).errors?.[0]?.extensions.code,
      ),
    );
    expect(codes).toEqual(['FORBIDDEN', 'FORBIDDEN', 'NOT_FOUND', 'UNAUTHENTICATED']);
    const supervisor = await world.as('supervisor');
    const { data } = await supervisor(ops.WhyNotVisibleDocument, { jobId });
    expect(data.clientVisibility.visible).toBe(true);
  });

  it('an unknown job is not found, and an unknown item is reported', async () => {
    for (const jobId of ['nonsense', '00000000-0000-7000-8000-000000000000']) {
      const { errors } = await owner(ops.WhyNotVisibleDocument, { jobId });
      expect(errors?.[0]?.extensions.code).toBe('NOT_FOUND');
    }
    const { jobId } = await sharedJob(world, owner);
    const elsewhere = await addNote(owner, (await scheduledJob(owner)).jobId, 'Of another job');
    for (const item of ['nonsense', 'NOTE:1', '', elsewhere.key]) {
      expect(await whyOf(owner, jobId, item)).toMatchObject({
        visible: false,
        problem: { step: 'MAY_BE_SHOWN', explanation: 'There is no such item on this job.' },
      });
    }
  });
});

describe('the share option is missing', () => {
  it('because the portal is off', async () => {
    const { jobId } = await scheduledJob(owner);
    await switchPortal(owner, false);
    const answer = await whyOf(owner, jobId);
    await switchPortal(owner, true);
    expect(answer).toMatchObject({
      visible: false,
      sharePromptStatus: 'PORTAL_DISABLED',
      problem: { step: 'PORTAL_ON', state: 'BROKEN' },
    });
    expect(answer.problem?.whatToDo).toContain('Business Settings → Site');
    expect(new Set(answer.steps.slice(1).map(({ state }) => state))).toEqual(
      new Set(['NOT_REACHED']),
    );
  });

  it('because the job has no client', async () => {
    const { jobId } = await scheduledJob(owner);
    await owner(ops.UpdateJobDocument, { input: { id: jobId, clientId: null } });
    expect(await whyOf(owner, jobId)).toMatchObject({
      visible: false,
      sharePromptStatus: 'NO_CLIENT_ATTACHED',
      problem: { step: 'CLIENT_ATTACHED', whatToDo: 'Choose a client.' },
    });
  });

  it('because the job has no visit on the calendar', async () => {
    const { clientId } = await scheduledJob(owner);
    const { data } = await owner(ops.CreateJobDocument, { input: { title: 'Later', clientId } });
    expect(await whyOf(owner, data.createJob.job.id)).toMatchObject({
      visible: false,
      sharePromptStatus: 'NOT_SCHEDULED',
      problem: { step: 'FIRST_VISIT', whatToDo: 'Schedule the first visit.' },
    });
  });

  it('because there is nothing to share: the client has everything', async () => {
    const { jobId } = await sharedJob(world, owner);
    await addNote(owner, jobId, 'For the team', true);
    expect(await whyOf(owner, jobId)).toMatchObject({
      visible: true,
      sharePromptStatus: 'NOTHING_TO_SHARE',
      problem: null,
    });
  });

  it('because somebody answered the prompt with "not now"', async () => {
    const { jobId, revision } = await scheduledJob(owner);
    expect((await whyOf(owner, jobId)).problem).toMatchObject({
      step: 'SHARED',
      whatToDo: 'Review the share prompt and send it.',
    });
    await owner(ops.DismissSharePromptDocument, { jobId, revision });
    const answer = await whyOf(owner, jobId);
    expect(answer).toMatchObject({
      visible: false,
      sharePromptStatus: 'NOTHING_TO_SHARE',
      problem: { step: 'SHARED' },
    });
    expect(answer.problem?.whatToDo).toContain('the next change');
  });

  it('is there, but cannot be sent because the client has no email address', async () => {
    const { jobId, clientId } = await scheduledJob(owner);
    await owner(ops.UpdateClientDocument, { input: { id: clientId, email: null } });
    const answer = await whyOf(owner, jobId);
    expect(answer).toMatchObject({ visible: false, problem: { step: 'CLIENT_EMAIL' } });
    expect(answer.problem?.whatToDo).toContain('email address');
  });
});

describe('the client cannot see a photo', () => {
  it('because its toggle is off', async () => {
    const { jobId, client } = await sharedJob(world, owner);
    const { id, key } = await addPhoto(owner, jobId, false);
    expect(await whyOf(owner, jobId, key)).toMatchObject({
      visible: false,
      problem: { step: 'MAY_BE_SHOWN', whatToDo: 'Switch it on first.' },
    });
    await owner(ops.SetPhotoSharingDocument, { photoId: id, shared: true });
    expect(await whyOf(owner, jobId, key)).toMatchObject({ visible: true, problem: null });
    expect((await seenBy(client))?.photos).toHaveLength(1);
  });

  it('because the job was not shared yet', async () => {
    const { jobId } = await scheduledJob(owner);
    const { key } = await addPhoto(owner, jobId, true);
    expect(await whyOf(owner, jobId, key)).toMatchObject({
      visible: false,
      sharePromptStatus: 'PENDING',
      problem: { step: 'SHARED', whatToDo: 'Review the share prompt and send it.' },
    });
  });

  it('because it was left unticked, which switches its toggle off', async () => {
    const job = await scheduledJob(owner);
    const { key } = await addPhoto(owner, job.jobId, true);
    const { client } = await shared(world, owner, job, ['STATUS']);
    expect(await whyOf(owner, job.jobId, key)).toMatchObject({
      visible: false,
      problem: { step: 'MAY_BE_SHOWN', whatToDo: 'Switch it on first.' },
    });
    expect((await seenBy(client))?.photos).toEqual([]);
  });
});

describe('the client cannot see a note', () => {
  it('because it is internal, and so is never visible', async () => {
    const { jobId } = await sharedJob(world, owner);
    const { key } = await addNote(owner, jobId, 'Slow payer', true);
    const { problem, visible } = await whyOf(owner, jobId, key);
    expect(visible).toBe(false);
    expect(problem).toMatchObject({
      step: 'MAY_BE_SHOWN',
      whatToDo: 'Internal notes are never shared.',
    });
  });

  it('because nobody has reviewed it yet', async () => {
    const { jobId } = await sharedJob(world, owner);
    const { key } = await addNote(owner, jobId, 'Found a leak');
    expect(await whyOf(owner, jobId, key)).toMatchObject({
      visible: false,
      sharePromptStatus: 'PENDING',
      problem: { step: 'SELECTED', whatToDo: 'Tick it in the share prompt and send it.' },
    });
  });

  it('because it was left unticked', async () => {
    const job = await scheduledJob(owner);
    const { key } = await addNote(owner, job.jobId, 'Found a leak');
    await shared(world, owner, job, ['STATUS']);
    const { problem } = await whyOf(owner, job.jobId, key);
    expect(problem).toMatchObject({
      step: 'SELECTED',
      explanation: 'It was left out of what the client sees.',
    });
    await owner(ops.UpdateSharingDocument, { jobId: job.jobId, items: ['STATUS', key] });
    expect(await whyOf(owner, job.jobId, key)).toMatchObject({ visible: true, problem: null });
  });

  it('in its current version, because the client has an older one', async () => {
    const job = await scheduledJob(owner);
    const { id, key } = await addNote(owner, job.jobId, 'Two taps');
    const { client } = await shared(world, owner, job, ['STATUS', key]);
    await owner(ops.UpdateNoteDocument, { id, body: 'Three taps' });
    expect((await whyOf(owner, job.jobId, key)).problem).toEqual({
      step: 'UP_TO_DATE',
      state: 'BROKEN',
      explanation:
        'The client sees an older version of it. It has “Two taps”; now it says “Three taps”.',
      whatToDo: 'Review the share prompt and send it.',
    });
    expect((await seenBy(client))?.notes).toMatchObject([{ body: 'Two taps' }]);
    const revision = (await promptOf(owner, job.jobId))?.revision as number;
    await owner(ops.DismissSharePromptDocument, { jobId: job.jobId, revision });
    const dismissed = await whyOf(owner, job.jobId, key);
    expect(dismissed.visible).toBe(true);
    expect(dismissed.problem?.whatToDo).toContain('the next change');
  });

  it('and the diagnosis of the job names what is older', async () => {
    const { jobId } = await sharedJob(world, owner);
    await owner(ops.UpdateJobDocument, { input: { id: jobId, siteAddress: '1 High Street' } });
    await owner(ops.SetJobStatusDocument, { jobId, status: 'IN_PROGRESS' });
    expect((await whyOf(owner, jobId)).problem?.explanation).toBe(
      'The client sees an older version of: Site address, Status.',
    );
    expect((await whyOf(owner, jobId, 'SCHEDULE')).problem).toBeNull();
  });
});

describe('the client sees something it should not', () => {
  it('until it is withdrawn, which works at once', async () => {
    const job = await scheduledJob(owner);
    const { key } = await addNote(owner, job.jobId, 'The key is under the mat');
    const { client } = await shared(world, owner, job, ['STATUS', key]);
    expect((await whyOf(owner, job.jobId, key)).visible).toBe(true);
    await owner(ops.UpdateSharingDocument, { jobId: job.jobId, items: ['STATUS'] });
    expect((await seenBy(client))?.notes).toEqual([]);
    expect(await whyOf(owner, job.jobId, key)).toMatchObject({
      visible: false,
      problem: { step: 'SELECTED', whatToDo: 'Change what the job shares, and tick it there.' },
    });
  });

  it('although it was removed from the job, until somebody reviews that', async () => {
    const job = await scheduledJob(owner);
    const { id, key } = await addNote(owner, job.jobId, 'The key is under the mat');
    const { client } = await shared(world, owner, job, ['STATUS', key]);
    await owner(ops.RemoveNoteDocument, { id });
    const answer = await whyOf(owner, job.jobId, key);
    expect(answer).toMatchObject({ visible: true, problem: { step: 'MAY_BE_SHOWN' } });
    expect(answer.problem?.explanation).toContain('The client still has it');
    expect((await seenBy(client))?.notes).toHaveLength(1);
  });
});

describe('a tradie cannot share', () => {
  it('and every change of a job says so', async () => {
    const tradie = await world.as('tradie');
    const { data: who } = await tradie<{ me: { staffId: string } }, object>('{ me { staffId } }');
    const { jobId } = await scheduledJob(owner);
    await owner(ops.UpdateJobDocument, { input: { id: jobId, assigneeIds: [who.me.staffId] } });
    const { data, errors } = await tradie(ops.SetJobStatusDocument, {
      jobId,
      status: 'IN_PROGRESS',
    });
    expect(errors).toBeUndefined();
    expect(data.setJobStatus).toMatchObject({
      sharePrompt: null,
      sharePromptStatus: 'ROLE_CANNOT_SHARE',
    });
    expect(await whyOf(owner, jobId)).toMatchObject({ sharePromptStatus: 'PENDING' });
  });
});

describe('a quote cannot be shared', () => {
  it('because it is a draft again since it was changed, while the client keeps the version it was sent', async () => {
    const job = await scheduledJob(owner);
    const quoteId = await sentQuote(owner, { jobId: job.jobId });
    const key = `QUOTE:${quoteId}`;
    const { client } = await shared(world, owner, job, ['STATUS', key]);
    expect((await whyOf(owner, job.jobId, key)).problem).toBeNull();
    await owner(ops.UpdateQuoteDocument, { input: { id: quoteId, title: 'Better taps' } });
    const answer = await whyOf(owner, job.jobId, key);
    expect(answer).toMatchObject({
      visible: true,
      problem: { step: 'MAY_BE_SHOWN', whatToDo: 'Send the quote first.' },
    });
    expect((await seenBy(client))?.quotes).toMatchObject([{ title: 'New taps' }]);
  });
});

describe('an invoice cannot be shared', () => {
  it('because it is a draft', async () => {
    const { jobId } = await sharedJob(world, owner);
    const { id } = await aDraft(owner, jobId);
    const key = `INVOICE:${id}`;
    expect(await whyOf(owner, jobId, key)).toMatchObject({
      visible: false,
      problem: { step: 'MAY_BE_SHOWN', whatToDo: 'Send the invoice first.' },
    });
    await owner(ops.SendInvoiceDocument, { id });
    expect(await whyOf(owner, jobId, key)).toMatchObject({ visible: true, problem: null });
  });

  it('because it was sent while the portal was off', async () => {
    const { jobId, client } = await sharedJob(world, owner);
    const { id } = await aDraft(owner, jobId);
    const key = `INVOICE:${id}`;
    await switchPortal(owner, false);
    await owner(ops.SendInvoiceDocument, { id });
    await switchPortal(owner, true);
    expect(await whyOf(owner, jobId, key)).toMatchObject({
      visible: false,
      problem: { step: 'MAY_BE_SHOWN', whatToDo: 'Switch the portal on and send it again.' },
    });
    expect((await seenBy(client))?.id).toBe(jobId);
    await owner(ops.SendInvoiceDocument, { id });
    expect(await whyOf(owner, jobId, key)).toMatchObject({ visible: true, problem: null });
  });
});
