import { holdRows } from '../harness/held-rows.js';
import { promptOf, scheduledJob, shared } from '../harness/jobs.js';
import { type Answer, type Ask, openWorld, type World } from '../harness/world.js';
import * as ops from '../operations.gen.js';

let world: World;
let owner: Ask;
beforeAll(async () => {
  world = await openWorld();
  owner = await world.as('owner');
});
afterAll(() => world.close());

const codeOf = ({ errors }: Answer<unknown>) => errors?.[0]?.extensions.code;

interface Me {
  me: { staffId: string; permissions: string[]; manageableRoles: string[] };
}

async function me(ask: Ask) {
  return (await ask<Me, object>('{ me { staffId permissions manageableRoles } }')).data.me;
}

async function assign(jobId: string, ...people: ('tradie' | 'apprentice')[]) {
  const asks = await Promise.all(people.map((person) => world.as(person)));
  const assigneeIds = await Promise.all(asks.map(async (ask) => (await me(ask)).staffId));
  await owner(ops.UpdateJobDocument, { input: { id: jobId, assigneeIds } });
}

describe('finance', () => {
  it('raises a prompt that waits for somebody who may share, and never sees it', async () => {
    const finance = await world.as('finance');
    const supervisor = await world.as('supervisor');
    const job = await scheduledJob(owner);
    await shared(world, owner, job, ['SCHEDULE', 'STATUS']);
    const { data: quoted } = await finance(ops.CreateQuoteDocument, {
      input: {
        clientId: job.clientId,
        title: 'New switchboard',
        lines: [{ description: 'Board', unitPriceCents: 90_000 }],
      },
    });
    const quoteId = quoted.createQuote.quote.id;
    const sent = await finance<
      { sendQuote: { portalLink: null; deliveries: { to: string }[] } },
      object
    >('mutation ($id: ID!) { sendQuote(id: $id) { portalLink { id } deliveries { to } } }', {
      id: quoteId,
    });
    expect(sent.data.sendQuote).toEqual({ portalLink: null, deliveries: [{ to: job.email }] });
    const { data: attached } = await finance(ops.AttachQuoteDocument, {
      jobId: job.jobId,
      quoteId,
    });
    expect(attached.attachQuote.sharePromptStatus).toBe('ROLE_CANNOT_SHARE');
    expect((await promptOf(supervisor, job.jobId))?.items).toContainEqual(
      expect.objectContaining({ key: `QUOTE:${quoteId}`, change: 'NEW' }),
    );
    expect(codeOf(await finance(ops.SharePromptDocument, { jobId: job.jobId }))).toBe('FORBIDDEN');
  });

  it('is told the same by its permissions', async () => {
    const { permissions, manageableRoles } = await me(await world.as('finance'));
    expect(permissions).toEqual([
      'MANAGE_PAYMENT_TERMS',
      'WRITE_SALES',
      'WRITE_INVOICES',
      'READ_INVOICES',
      'MESSAGE_CLIENTS',
      'SEE_ALL_JOBS',
      'SEE_QUOTES',
      'SEE_COSTS',
    ]);
    expect(manageableRoles).toEqual([]);
  });
});

it('an admin may manage every role but owners, and an owner every role', async () => {
  const admins = (await me(await world.as('admin'))).manageableRoles;
  const owners = (await me(owner)).manageableRoles;
  expect(owners).toHaveLength(7);
  expect(admins).toEqual(
    owners.filter((role) => !['BUSINESS_OWNER', 'SOLE_TRADER'].includes(role)),
  );
});

it('somebody who becomes an admin stays on a job that is saved again, and is put on no other', async () => {
  const { data: made } = await owner(ops.AddStaffMemberDocument, {
    input: {
      name: 'Una Up',
      email: 'una@staff.test',
      role: 'TRADIE',
    },
  });
  const { id } = made.addStaffMember.staffMember;
  const { data } = await owner(ops.CreateJobDocument, {
    input: { title: 'Paint the fence', assigneeIds: [id] },
  });
  await owner(ops.UpdateStaffMemberDocument, { input: { id, role: 'ADMIN' } });
  const again = await owner(ops.UpdateJobDocument, {
    input: { id: data.createJob.job.id, title: 'Paint both fences', assigneeIds: [id] },
  });
  expect(again.errors).toBeUndefined();
  const { errors } = await owner(ops.CreateJobDocument, {
    input: { title: 'Another', assigneeIds: [id] },
  });
  expect(errors?.[0]).toMatchObject({
    message: 'Una Up cannot be put on a job or a visit in their role; choose somebody else.',
    extensions: { code: 'VALIDATION_FAILED', field: 'input.assigneeIds' },
  });
});

describe('photos that tradies may share', () => {
  const allow = (on: boolean) => owner(ops.LetTradiesTogglePhotosDocument, { on });
  const photosOf = async (client: Ask) => {
    const { data } = await client<{ portal: { job: { photos: { caption: string }[] } } }, object>(
      '{ portal { job { photos { caption } } } }',
    );
    return data.portal.job.photos.map(({ caption }) => caption);
  };

  async function sharedPhoto() {
    const job = await scheduledJob(owner);
    const { client } = await shared(world, owner, job, ['SCHEDULE', 'STATUS']);
    await assign(job.jobId, 'tradie', 'apprentice');
    const tradie = await world.as('tradie');
    const { data } = await tradie(ops.AddPhotoDocument, {
      input: { jobId: job.jobId, caption: 'The new board' },
    });
    return { ...job, client, tradie, photoId: data.addPhoto.photo.id };
  }

  it('are on the page at once while the business allows it, and sharing stays closed', async () => {
    const { jobId, photoId, tradie, client } = await sharedPhoto();
    const toggle = (ask: Ask) => ask(ops.SetPhotoSharingDocument, { photoId, shared: true });
    expect((await me(tradie)).permissions).not.toContain('TOGGLE_PHOTOS');
    expect(codeOf(await toggle(tradie))).toBe('FORBIDDEN');
    expect(await photosOf(client)).toEqual([]);
    await allow(true);
    expect((await me(tradie)).permissions).toContain('TOGGLE_PHOTOS');
    expect(codeOf(await toggle(await world.as('apprentice')))).toBe('FORBIDDEN');
    const { data, errors } = await toggle(tradie);
    expect(errors).toBeUndefined();
    expect(data.setPhotoSharing).toMatchObject({ sharePrompt: null });
    expect(await photosOf(client)).toEqual(['The new board']);
    expect(codeOf(await tradie(ops.UpdateSharingDocument, { jobId, items: [] }))).toBe('FORBIDDEN');
    expect(codeOf(await tradie(ops.ResendShareDocument, { jobId }))).toBe('FORBIDDEN');
    await allow(false);
    expect(codeOf(await tradie(ops.SetPhotoSharingDocument, { photoId, shared: false }))).toBe(
      'FORBIDDEN',
    );
  });

  it('are not shared by a change that waited while the permission was taken away', async () => {
    const { photoId, tradie, client } = await sharedPhoto();
    await allow(true);
    const taking = await holdRows(
      world.databaseUrl,
      'update businesses set tradies_may_toggle_photos = false where slug = $1',
      ['bright-spark'],
    );
    const toggled = tradie(ops.SetPhotoSharingDocument, { photoId, shared: true });
    await taking.waiting(1);
    await taking.keep();
    expect(codeOf(await toggled)).toBe('FORBIDDEN');
    expect(await photosOf(client)).toEqual([]);
  });
});
