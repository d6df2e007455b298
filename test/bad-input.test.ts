import { inHours, promptOf, scheduledJob, shared } from './harness/jobs.js';
import { withSchemaAlong } from './harness/schema-along.js';
import { type Ask, openWorld, type World } from './harness/world.js';
import * as ops from './operations.gen.js';

let world: World;
let owner: Ask;
let jobId: string;
beforeAll(async () => {
  world = await openWorld();
  owner = await world.as('owner');
  ({ jobId } = await scheduledJob(owner));
});
afterAll(() => world.close());

const NOBODY = '01a20d32-0000-7000-8000-000000000000';

/** What was written so far, to see that a refusal wrote nothing. */
async function written() {
  const { rows } = await world.sql(`
    select (select count(*) from jobs)::int as jobs, (select count(*) from notes)::int as notes,
      (select count(*) from visits)::int as visits, (select count(*) from clients)::int as clients,
      (select count(*) from quotes)::int as quotes, (select sum(revision) from share_prompts)::int as revisions,
      (select count(*) from publications)::int as publications, (select sum(last) from number_series)::int as numbers`);
  return rows[0];
}

describe('a person who sends something that cannot be used is told the field and the reason', () => {
  const cases: [string, () => ReturnType<Ask>, string, RegExp][] = [
    [
      'an empty title',
      () => owner(ops.CreateJobDocument, { input: { title: '   ' } }),
      'input.title',
      /Write something of at most 200/,
    ],
    [
      'a title that is too long',
      () => owner(ops.CreateJobDocument, { input: { title: 'x'.repeat(201) } }),
      'input.title',
      /at most 200/,
    ],
    [
      'a note of a megabyte',
      () =>
        owner(ops.AddNoteDocument, {
          input: { jobId, body: 'x'.repeat(1024 * 1024), internal: false },
        }),
      'input.body',
      /at most 10,000/,
    ],
    [
      'a note with characters that cannot be stored',
      () => owner(ops.AddNoteDocument, { input: { jobId, body: 'a\u0000b', internal: false } }),
      'input.body',
      /cannot be stored/,
    ],
    [
      'an empty note text',
      () => owner(ops.UpdateNoteDocument, { id: NOBODY, body: ' ' }),
      'body',
      /Write something/,
    ],
    [
      'a visit that ends before it starts',
      () =>
        owner(ops.ScheduleVisitDocument, {
          input: { jobId, startsAt: inHours(4), endsAt: inHours(3) },
        }),
      'input.endsAt',
      /ends before it starts/,
    ],
    [
      'a time that is none',
      () =>
        owner(ops.ScheduleVisitDocument, {
          input: { jobId, startsAt: 'soon', endsAt: inHours(3) },
        }),
      'input.startsAt',
      /DateTime/,
    ],
    [
      'a client that does not exist',
      () => owner(ops.CreateJobDocument, { input: { title: 'x', clientId: NOBODY } }),
      'input.clientId',
      /no such client/,
    ],
    [
      'a client id that is no id',
      () => owner(ops.CreateJobDocument, { input: { title: 'x', clientId: 'kim' } }),
      'input.clientId',
      /no such client/,
    ],
    [
      'an assignee that does not exist',
      () => owner(ops.UpdateJobDocument, { input: { id: jobId, assigneeIds: [NOBODY] } }),
      'input.assigneeIds',
      /no such staff member/,
    ],
    [
      'an email address that is none',
      () => owner(ops.CreateClientDocument, { input: { name: 'Kim', email: 'kim' } }),
      'input.email',
      /no email address/,
    ],
    [
      'a phone number that is none',
      () => owner(ops.CreateClientDocument, { input: { name: 'Kim', phone: '12' } }),
      'input.phone',
      /no phone number/,
    ],
    [
      'a status that does not exist, as a variable',
      () => owner(ops.SetJobStatusDocument, { jobId, status: 'DOEN' as never }),
      'status',
      /does not exist in "JobStatus" enum\.$/,
    ],
    [
      'a status that does not exist, in the text',
      () => owner(`mutation { setJobStatus(jobId: "${jobId}", status: DOEN) { job { id } } }`),
      'status',
      /does not exist in "JobStatus" enum\.$/,
    ],
    [
      'a missing input field',
      () => owner('mutation { createJob(input: {}) { job { id } } }'),
      'input',
      /title/,
    ],
    ['a page of no size', () => owner('{ jobs(first: 0) { nodes { id } } }'), 'first', /1 to 100/],
    [
      'a page that is too large',
      () => owner('{ jobs(first: 101) { nodes { id } } }'),
      'first',
      /1 to 100/,
    ],
    [
      'a cursor that is none',
      () => owner('{ jobs(after: "x") { nodes { id } } }'),
      'after',
      /no cursor/,
    ],
    [
      'a quote with a negative quantity',
      () =>
        owner(
          'mutation { createQuote(input: { title: "x", newClient: { name: "Kim" }, lines: [{ description: "a", quantity: -1, unitPriceCents: 1 }] }) { quote { id } } }',
        ),
      'input.lines.0.quantity',
      /more than 0/,
    ],
    [
      'a quote for nobody',
      () => owner('mutation { createQuote(input: { title: "x" }) { quote { id } } }'),
      'input.clientId',
      /Choose a client/,
    ],
    [
      'a quote beyond all measure',
      () =>
        owner(
          'mutation { createQuote(input: { title: "x", newClient: { name: "Kim" }, lines: [{ description: "a", quantity: 1000000, unitPriceCents: 100000000 }] }) { quote { id } } }',
        ),
      'input.lines',
      /check quantities/,
    ],
  ];

  it.each(cases)('%s', async (_name, attempt, field, sentence) => {
    const before = await written();
    const { errors } = await attempt();
    expect(errors).toHaveLength(1);
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'VALIDATION_FAILED', field });
    expect(errors?.[0]?.message).toMatch(sentence);
    expect(errors?.[0]?.message).not.toMatch(/Did you mean|select |at .*\.js/);
    expect(await written()).toEqual(before);
  });

  it.each(cases)('%s, and no more with the schema asked for along', async (_name, attempt) => {
    const before = await written();
    const usual = owner;
    owner = (operation, variables) => usual(withSchemaAlong(operation), variables);
    const { data, errors } = await attempt().finally(() => {
      owner = usual;
    });
    expect(data).toBeUndefined();
    expect(errors?.map(({ extensions }) => extensions)).toEqual([
      { code: 'VALIDATION_FAILED', field: null },
    ]);
    expect(errors?.[0]?.message).toMatch(/Ask for __schema or __type in a document/);
    expect(await written()).toEqual(before);
  });
});

describe('an id that leads nowhere', () => {
  it.each(['no id', NOBODY])('(%s) is not found by any mutation', async (id) => {
    const answers = await Promise.all([
      owner(ops.UpdateJobDocument, { input: { id, title: 'x' } }),
      owner(ops.SetJobStatusDocument, { jobId: id, status: 'ON_HOLD' }),
      owner(ops.ScheduleVisitDocument, {
        input: { jobId: id, startsAt: inHours(1), endsAt: inHours(2) },
      }),
      owner(ops.CancelVisitDocument, { id }),
      owner(ops.AddNoteDocument, { input: { jobId: id, body: 'x', internal: false } }),
      owner(ops.RemoveNoteDocument, { id }),
      owner(ops.UpdateTodoDocument, { input: { id, done: true } }),
      owner(ops.SetPhotoSharingDocument, { photoId: id, shared: true }),
      owner(ops.ShareWithClientDocument, { input: { jobId: id, revision: 1, items: [] } }),
      owner(ops.ResendShareDocument, { jobId: id }),
      owner(ops.RevokePortalLinkDocument, { id }),
      owner(ops.UpdateClientDocument, { input: { id, name: 'x' } }),
    ]);
    for (const { errors } of answers) expect(errors?.[0]?.extensions.code).toBe('NOT_FOUND');
  });

  it("is what another business's id reads like", async () => {
    const sole = await world.as('soletrader');
    const theirs = await scheduledJob(sole);
    const before = await written();
    const answers = await Promise.all([
      owner(ops.JobForStaffDocument, { id: theirs.jobId }),
      owner(ops.UpdateJobDocument, { input: { id: theirs.jobId, title: 'Mine now' } }),
      owner(ops.CancelVisitDocument, { id: theirs.visitId }),
      owner(ops.SharePromptDocument, { jobId: theirs.jobId }),
      owner(ops.ShareWithClientDocument, {
        input: { jobId: theirs.jobId, revision: theirs.revision, items: [] },
      }),
    ]);
    for (const { errors } of answers) expect(errors?.[0]?.extensions.code).toBe('NOT_FOUND');
    const { errors } = await owner(ops.CreateJobDocument, {
      input: { title: 'x', clientId: theirs.clientId },
    });
    expect(errors?.[0]?.extensions).toMatchObject({
      code: 'VALIDATION_FAILED',
      field: 'input.clientId',
    });
    expect(await written()).toEqual(before);
    expect((await promptOf(sole, theirs.jobId))?.revision).toBe(theirs.revision);
  });
});

describe('a token that opens nothing', () => {
  it.each(['', 'nonsense', 'jgs_', 'jgs_nonsense', 'Bearer'])(
    '(%s) is a visitor, who must sign in',
    async (token) => {
      const { errors } = await world.withToken(token)(ops.SharePromptsDocument, {});
      expect(errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
      const { data } = await world.withToken(token)<{ me: { kind: string } }, object>(
        '{ me { kind } }',
      );
      expect(data.me.kind).toBe('VISITOR');
    },
  );

  it('works no more after signing out, from the next request on', async () => {
    const { data } = await world.asVisitor<
      { signIn: { token: string; staff: { role: string } } },
      object
    >(
      'mutation { signIn(email: "ADMIN@demo.jobglass.test", password: "demo-password") { token staff { role } } }',
    );
    expect(data.signIn.staff.role).toBe('ADMIN');
    const admin = world.withToken(data.signIn.token);
    expect((await admin('{ jobs { nodes { id } } }')).errors).toBeUndefined();
    await admin('mutation { signOut }');
    expect((await admin('{ jobs { nodes { id } } }')).errors?.[0]?.extensions.code).toBe(
      'UNAUTHENTICATED',
    );
  });

  it('tells nobody whether an address is known', async () => {
    const attempts = ['owner@demo.jobglass.test', 'nobody@demo.jobglass.test'].map((email) =>
      world.asVisitor(`mutation { signIn(email: "${email}", password: "wrong") { token } }`),
    );
    const [known, unknown] = await Promise.all(attempts);
    expect(known).toEqual(unknown);
    expect(known?.errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
  });

  it('lets a client learn nothing from a request that makes no sense', async () => {
    const { client } = await shared(world, owner, await scheduledJob(owner), ['STATUS']);
    const { errors } = await client('{ job(id: "x") { internalNote materialz { cost } } }');
    expect(new Set(errors?.map(({ message }) => message))).toEqual(
      new Set(['Something in the request cannot be used as it is.']),
    );
    const { errors: refused } = await client(ops.CreateJobDocument, {
      input: { title: 'Free work' },
    });
    expect(refused?.[0]?.extensions).toEqual({ code: 'NOT_FOUND' });
  });
});

it('a subscription that asks for a variable it does not have is told so, on the wrong door too', async () => {
  const { errors } = await owner(
    'subscription { sharePromptRaised @include(if: $so) { revision } }',
  );
  expect(errors?.every(({ extensions }) => extensions.code === 'VALIDATION_FAILED')).toBe(true);
});
