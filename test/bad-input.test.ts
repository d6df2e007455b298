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

/** Snapshot of the tables, to check that a refusal wrote nothing. */
async function written() {
  const { rows } = await world.sql(`
    select (select count(*) from jobs)::int as jobs, (select count(*) from notes)::int as notes,
      (select count(*) from visits)::int as visits, (select count(*) from clients)::int as clients,
      (select count(*) from quotes)::int as quotes, (select sum(revision) from share_prompts)::int as revisions,
      (select count(*) from publications)::int as publications, (select sum(last) from number_series)::int as numbers`);
  return rows[0];
}

/** Code of the fault of a case; VALIDATION_FAILED unless graphql-js refuses it before our own rules. */
const CODES: Record<string, string> = {
  'an invalid time': 'BAD_USER_INPUT',
  'a status that does not exist, as a variable': 'BAD_USER_INPUT',
  'a status that does not exist, in the text': 'GRAPHQL_VALIDATION_FAILED',
  'a missing input field': 'GRAPHQL_VALIDATION_FAILED',
};

describe('a person who sends invalid input gets the field and the reason', () => {
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
      'an invalid time',
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
      'a client id that is not an id',
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
      'an invalid email address',
      () => owner(ops.CreateClientDocument, { input: { name: 'Kim', email: 'kim' } }),
      'input.email',
      /no email address/,
    ],
    [
      'an invalid phone number',
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
      'input.title',
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
      'an invalid cursor',
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
      'a quote without a client',
      () => owner('mutation { createQuote(input: { title: "x" }) { quote { id } } }'),
      'input.clientId',
      /Choose a client/,
    ],
    [
      'an absurdly large quote',
      () =>
        owner(
          'mutation { createQuote(input: { title: "x", newClient: { name: "Kim" }, lines: [{ description: "a", quantity: 1000000, unitPriceCents: 100000000 }] }) { quote { id } } }',
        ),
      'input.lines',
      /check quantities/,
    ],
  ];

  it.each(cases)('%s', async (name, attempt, field, sentence) => {
    const before = await written();
    const { errors } = await attempt();
    expect(errors).toHaveLength(1);
    expect(errors?.[0]?.extensions).toMatchObject({
      code: CODES[name] ?? 'VALIDATION_FAILED',
      field,
      faults: [{ field, reason: expect.any(String) }],
    });
    expect(errors?.[0]?.message).toMatch(sentence);
    expect(errors?.[0]?.message).not.toMatch(/Did you mean|select |at .*\.js/);
    expect(await written()).toEqual(before);
  });

  it.each(cases)('%s, and nothing more when introspection is added', async (_name, attempt) => {
    const before = await written();
    const usual = owner;
    owner = (operation, variables) => usual(withSchemaAlong(operation), variables);
    const { data, errors } = await attempt().finally(() => {
      owner = usual;
    });
    expect(data).toBeUndefined();
    expect(errors?.map(({ extensions }) => extensions)).toEqual([
      { code: 'GRAPHQL_VALIDATION_FAILED' },
    ]);
    expect(errors?.[0]?.message).toMatch(/Ask for __schema or __type in a document/);
    expect(await written()).toEqual(before);
  });
});

describe('an unknown id', () => {
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

  it('gets the same answer as an id of another business', async () => {
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

describe('an invalid token', () => {
  const ME = '{ me { kind } }';

  it.each(['nonsense', 'jgs_', 'jgs_nonsense', 'Bearer'])(
    '(%s) is told to everybody who sends it, whatever they ask',
    async (token) => {
      for (const asked of [ME, '{ __schema { queryType { name } } }', '{ nonsense }', '{']) {
        const { data, errors } = await world.withToken(token)(asked);
        expect(data).toBeUndefined();
        expect(errors?.map(({ message, extensions: { code } }) => [code, message])).toEqual([
          ['UNAUTHENTICATED', 'Your session has ended; sign in again.'],
        ]);
      }
    },
  );

  it('does not keep a program that sends it with every request from signing in', async () => {
    const { data } = await world.withToken('jgs_ended')<{ signIn: { token: string } }, object>(
      'mutation { signIn(email: "owner@demo.jobglass.test", password: "demo-password") { token } }',
    );
    expect(data.signIn.token).toMatch(/^jgs_/);
    const mixed = await world.withToken('jgs_ended')(
      'mutation { requestPasswordReset(email: "nobody@x.test") signOut }',
    );
    expect(mixed.errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
  });

  it('has the HTTP status 401 for clients that read every status', async () => {
    const statusFor = async (accept: string) => {
      const headers = { accept, 'content-type': 'application/json', authorization: 'Bearer jgs_x' };
      const body = JSON.stringify({ query: ME });
      const response = await fetch(`${world.url}/graphql`, { method: 'POST', headers, body });
      return [response.status, response.headers.get('www-authenticate')];
    };
    expect(await statusFor('application/graphql-response+json, application/json;q=0.9')).toEqual([
      401,
      'Bearer',
    ]);
    expect(await statusFor('application/json')).toEqual([200, 'Bearer']);
    expect(await statusFor('*/*')).toEqual([200, 'Bearer']);
  });

  it('that is empty is that of a visitor', async () => {
    const { errors } = await world.withToken('')(ops.SharePromptsDocument, {});
    expect(errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
    const { data } = await world.withToken('')<{ me: { kind: string } }, object>(ME);
    expect(data.me.kind).toBe('VISITOR');
  });

  it('of a client reads like every other link that does not open', async () => {
    const ask = world.withToken('jgp_x');
    const answers = [await ask(ME), await ask('{ errorCodes { code } }')];
    for (const { errors } of answers) expect(errors?.[0]?.extensions.code).toBe('NOT_FOUND');
  });

  it('no longer works after signing out, from the next request', async () => {
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

  it('a sign-in does not reveal whether an email address is known', async () => {
    const attempts = ['owner@demo.jobglass.test', 'nobody@demo.jobglass.test'].map((email) =>
      world.asVisitor(`mutation { signIn(email: "${email}", password: "wrong") { token } }`),
    );
    const [known, unknown] = await Promise.all(attempts);
    expect(known).toEqual(unknown);
    expect(known?.errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
  });

  it('an invalid request of a client is explained by the schema that it can introspect', async () => {
    const { client } = await shared(world, owner, await scheduledJob(owner), ['STATUS']);
    const { errors } = await client(
      '{ job(id: "x") { internalNotes titel materials { cost } assignees { nam } } }',
    );
    // A hidden field reads like one that does not exist, and its type is not named.
    expect(errors?.map(({ message }) => message)).toEqual(
      ['internalNotes', 'titel', 'materials'].map(
        (name) => `Cannot query field "${name}" on type "Job".`,
      ),
    );
    const wrong = await client('query ($id: ID!) { job(id: $id) { title } }', { id: [1] });
    expect(wrong.errors?.[0]?.extensions).toMatchObject({
      code: 'BAD_USER_INPUT',
      faults: [{ field: 'id' }],
    });
    const hidden = await client(
      'mutation ($input: CreateJobInput!) { createJob(input: $input) { job { id } } }',
      { input: { titel: 1 } },
    );
    expect(hidden.errors?.map(({ message, extensions }) => [message, extensions])).toEqual([
      ['A variable has a value that does not fit its type.', { code: 'BAD_USER_INPUT' }],
    ]);
    const { errors: refused } = await client(ops.CreateJobDocument, {
      input: { title: 'Free work' },
    });
    expect(refused?.[0]?.extensions).toEqual({ code: 'NOT_FOUND' });
  });
});

it('a subscription with an undefined variable gets an error, also over HTTP', async () => {
  const { errors } = await owner(
    'subscription { sharePromptRaised @include(if: $so) { revision } }',
  );
  expect(errors?.map(({ extensions }) => extensions.code)).toContain('GRAPHQL_VALIDATION_FAILED');
});

describe('a form with several wrong fields', () => {
  const faultsOf = ({ errors }: Awaited<ReturnType<Ask>>) => {
    expect(errors).toHaveLength(1);
    type Told = { code: string; field?: string; faults?: { field: string; reason: string }[] };
    const { code, field, faults = [] } = (errors?.[0]?.extensions ?? {}) as Told;
    for (const { reason } of faults) expect(reason.length).toBeGreaterThan(10);
    expect(field).toBe(faults[0]?.field);
    return [code, ...faults.map((fault) => fault.field)];
  };

  it('gets all bounds in one error, each with its path', async () => {
    const line = { description: 'a', quantity: 1, unitPriceCents: 1 };
    const lines = [line, { ...line, quantity: -1 }, { ...line, description: ' ' }];
    const newClient = { name: '', email: 'kim' };
    const answer = await owner(ops.CreateQuoteDocument, { input: { title: '', newClient, lines } });
    expect(faultsOf(answer)).toEqual([
      'VALIDATION_FAILED',
      'input.title',
      'input.newClient.name',
      'input.newClient.email',
      'input.lines.1.quantity',
      'input.lines.2.description',
    ]);
  });

  it('gets values of a wrong type and bounds together, by the path from the argument', async () => {
    const answer = await owner(
      'mutation ($data: CreateQuoteInput!) { createQuote(input: $data) { quote { id } } }',
      {
        data: {
          title: ' ',
          newClient: { name: 'Kim', phone: 7 },
          depositPercent: 10,
          depositCents: 5,
          lines: [{ description: 'a', quantity: 'x', unitPriceCents: 1.5 }],
        },
      } as never,
    );
    expect(faultsOf(answer)).toEqual([
      'BAD_USER_INPUT',
      'input.newClient.phone',
      'input.lines.0.quantity',
      'input.lines.0.unitPriceCents',
      'input.title',
      'input.depositCents',
    ]);
  });

  it('gets rules about several fields, and what the data says, in one error', async () => {
    const answer = await owner(ops.CreateJobDocument, {
      input: { title: 'x', clientId: NOBODY, assigneeIds: [NOBODY] },
    });
    expect(faultsOf(answer)).toEqual(['VALIDATION_FAILED', 'input.clientId', 'input.assigneeIds']);
    const visit = { jobId, startsAt: inHours(4), endsAt: inHours(3), assigneeIds: ['x'.repeat(9)] };
    expect(faultsOf(await owner(ops.ScheduleVisitDocument, { input: visit }))).toEqual([
      'VALIDATION_FAILED',
      'input.endsAt',
    ]);
    const invoice = { quoteId: NOBODY, clientId: NOBODY, percent: 5, again: true, lines: [] };
    expect(faultsOf(await owner(ops.CreateInvoiceDocument, { input: invoice }))).toEqual([
      'VALIDATION_FAILED',
      'input.again',
      'input.clientId',
    ]);
  });

  it('gets missing and unknown fields by their own paths', async () => {
    const answer = await owner(ops.ScheduleVisitDocument, {
      input: { startsAt: 'soon', note: 'x' },
    } as never);
    expect(faultsOf(answer)).toEqual([
      'BAD_USER_INPUT',
      'input.jobId',
      'input.startsAt',
      'input.endsAt',
      'input.note',
    ]);
    const { errors } = await owner(
      'mutation { createQuote(input: { title: 1, lines: [{ description: "a", quantity: true, unitPriceCents: 1 }] }) { quote { id } } }',
    );
    expect(errors?.map(({ extensions }) => extensions.field)).toEqual([
      'input.title',
      'input.lines.0.quantity',
    ]);
  });

  it('learns at most twenty of them', async () => {
    const lines = Array.from({ length: 50 }, () => ({ description: 7, unitPriceCents: 'x' }));
    const answer = await owner(ops.CreateQuoteDocument, {
      input: { title: 'x', lines },
    } as never);
    expect(faultsOf(answer)).toHaveLength(21);
  });
});

it('every caller can ask for the error codes that it can receive', async () => {
  const { client } = await shared(world, owner, await scheduledJob(owner), ['STATUS']);
  const codesOf = async (ask: Ask) => {
    type Codes = { errorCodes: { code: string; meaning: string; httpStatus: number }[] };
    const { data } = await ask<Codes, object>('{ errorCodes { code meaning httpStatus } }');
    return data.errorCodes.map(({ code }) => code);
  };
  const all = await codesOf(owner);
  expect(all).toEqual(expect.arrayContaining(['PROMPT_STALE', 'FORBIDDEN', 'BAD_USER_INPUT']));
  const clients = await codesOf(client);
  expect(clients).toEqual(expect.arrayContaining(['NOT_FOUND', 'QUOTE_NOT_ACCEPTABLE']));
  expect(clients.join()).not.toMatch(
    /PROMPT|ROLE|FORBIDDEN|FACTOR|UNAUTHENTICATED|SHAREABLE|EMAIL/,
  );
  expect(await codesOf(world.asVisitor)).toContain('UNAUTHENTICATED');
  const { data } = await client<{ __type: { enumValues: { name: string }[] } }, object>(
    '{ __type(name: "ErrorCode") { enumValues { name } } }',
  );
  expect(data.__type.enumValues.map(({ name }) => name).sort()).toEqual(clients.sort());
});
