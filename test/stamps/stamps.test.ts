import pg from 'pg';
import { alsoMovedBy } from '../../db/migrations/updated-at-triggers.js';
import { SETTLED_BEFORE, stampedEntities } from '../../src/domain/common/updated-at.js';
import { sharedContract } from '../../src/server/boot/contract.js';
import { type Ask, openWorld, until, type World } from '../harness/world.js';
import { textOf } from '../roles/operation-text.js';
import { type Place, placeOf } from '../roles/places.js';
import { variablesFor } from '../roles/variables.js';

const { schema, policy } = sharedContract();

let world: World;
let owner: Ask;
let place: Place;
beforeAll(async () => {
  world = await openWorld();
  owner = await world.as('owner');
  const { staffMembers } = await done<{ staffMembers: { id: string; email: string }[] }>(
    owner,
    '{ staffMembers { id email } }',
  );
  const tradie = staffMembers.find(({ email }) => email.startsWith('tradie@'));
  place = await placeOf(world, owner, 'bright-spark', [tradie?.id ?? '']);
});
afterAll(() => world.close());

async function done<T>(ask: Ask, text: string, variables: object = {}): Promise<T> {
  const { data, errors } = await ask<T, object>(text, variables);
  if (errors) throw new Error(JSON.stringify(errors));
  return data;
}

/** Columns that no field comes from. */
const SEEN_BY_NOBODY = [
  'businesses.card_account_ready',
  'businesses.reminders_changed_at',
  'enquiries.sender',
  'invoices.answer_id',
  'payments.checkout_id',
  'payments.key',
  'payments.shown_when_reversed',
  'photos.original_type',
  'portal_links.client_id',
  'portal_links.code_hash',
  'portal_links.token_hash',
  'staff_members.password_hash',
];

/** A role that sees the quotes of a job sees which job it is. */
const SEEN_IN_ANOTHER_WAY = ['quotes.job_id'];

it('moves a time for every column, and for those people only who see the column', async () => {
  const { rows } = await world.sql(`
    select c.table_name as "table", c.column_name as "column", (
      select string_agg(substr(t.tgname, 1, length(t.tgname) - length('updated_at')), ',') from pg_trigger t
      where t.tgrelid = c.table_name::regclass and t.tgname like '%updated_at'
        and pg_get_triggerdef(t.oid) ~ ('old\\.' || c.column_name || '\\M')) as "group"
    from information_schema.columns c
    where c.table_schema = 'public' and c.column_name !~ '^(id|business_id|(.*_)?(updated_at|changed_in))$'
      and exists (select from information_schema.columns u where u.table_name = c.table_name and u.column_name = 'changed_in')
      and not (c.column_name = 'created_at' and c.column_default like 'next_stamp%')`);
  const columns = rows as unknown as { table: string; column: string; group: string | null }[];
  const faults = columns.flatMap(({ table, column, group }) => {
    const place = `${table}.${column}`;
    if (SEEN_BY_NOBODY.includes(place)) return group === null ? [] : [`${place} moves a time`];
    if (group === null) return [`${place} moves no time`];
    const type = [...stampedEntities()].find(([{ name }]) => tableOf(name) === table);
    if (!type) return [`${table} has no stamps in the schema`];
    const [{ name }, { audiences, narrower = {} }] = type;
    const readers = group === '' ? audiences : (narrower[`${group}updated_at`] ?? []);
    const field = camelCase(column.replace(/_id$/, ''));
    const seers = policy.audiencesOf(`${name}.${field}`);
    const hidden = readers.filter((each) => !seers.includes(each));
    const isField = seers.length > 0 && !SEEN_IN_ANOTHER_WAY.includes(place);
    return isField && hidden.length > 0 ? [`${place} moves the time of ${hidden}`] : [];
  });
  expect(faults).toEqual([]);
  expect(new Set(columns.map(({ table }) => table)).size).toBe(stampedEntities().size);
});

function tableOf(name: string): string {
  const snake = name.replace(/(?<=[a-z])[A-Z]/g, '_$&').toLowerCase();
  return snake.endsWith('y')
    ? `${snake.slice(0, -1)}ies`
    : `${snake}${snake.endsWith('s') ? 'es' : 's'}`;
}

function camelCase(column: string): string {
  return column.replace(/_(\w)/g, (_all, letter: string) => letter.toUpperCase());
}

/** What is changed, the record that is read, and whether its time moves for the owner and for the other person. */
const CHANGES: {
  what: string;
  read: string;
  other: 'tradie' | 'supervisor' | 'finance';
  make(): Promise<{ id: string; change(): Promise<unknown> }>;
  moves: [owner: boolean, other: boolean];
}[] = [
  {
    what: 'the cost of material',
    read: jobWith('materials'),
    other: 'tradie',
    make: () => changed('Mutation.updateMaterial', { name: undefined, unitCostCents: 1234 }),
    moves: [true, false],
  },
  {
    what: 'the quantity of material',
    read: jobWith('materials'),
    other: 'tradie',
    make: () => changed('Mutation.updateMaterial', { quantity: 77 }),
    moves: [true, true],
  },
  {
    what: 'the cost of an hour of a colleague',
    read: '{ staffMembers { id updatedAt } }',
    other: 'supervisor',
    make: () => changed('Mutation.updateStaffMember', { name: undefined, hourlyCostCents: 99 }),
    moves: [true, false],
  },
  {
    what: 'a note, to the same text',
    read: jobWith('notes'),
    other: 'tradie',
    make: () => changed('Mutation.updateNote', { body: 'Gate is shut' }, 2),
    moves: [false, false],
  },
  {
    what: 'who is on a visit',
    read: jobWith('visits'),
    other: 'tradie',
    make: () => changed('Mutation.assignVisit', {}),
    moves: [true, true],
  },
  {
    what: 'the lines of a draft quote',
    read: jobWith('quotes'),
    other: 'tradie',
    make: () => changed('Mutation.updateQuote', { title: undefined, lines: LINES }),
    moves: [true, true],
  },
  {
    what: 'the client of a quote, by any statement',
    read: jobWith('quotes'),
    other: 'tradie',
    make: async () => {
      const { id } = await changed('Mutation.updateQuote', {});
      return {
        id,
        change: () => world.sql('update quotes set client_id = null where id = $1', [id]),
      };
    },
    moves: [true, false],
  },
  {
    what: 'the job, when a note is added',
    read: 'query ($jobId: ID!) { job(id: $jobId) { id updatedAt } }',
    other: 'tradie',
    make: async () => ({
      id: place.jobId,
      change: () => variablesFor('Mutation.updateNote')(place),
    }),
    moves: [false, false],
  },
  {
    what: 'the job, when its status changes',
    read: 'query ($jobId: ID!) { job(id: $jobId) { id updatedAt } }',
    other: 'tradie',
    make: async () => ({
      id: place.jobId,
      change: () => call('Mutation.setJobStatus', { jobId: place.jobId, status: 'ON_HOLD' }),
    }),
    moves: [true, true],
  },
  {
    what: 'the job, when it is kept in sync',
    read: 'query ($jobId: ID!) { job(id: $jobId) { id updatedAt } }',
    other: 'tradie',
    make: async () => ({
      id: place.jobId,
      change: () => call('Mutation.setKeepInSync', { jobId: place.jobId, enabled: true }),
    }),
    moves: [true, false],
  },
  {
    what: 'the business, when new jobs are kept in sync',
    read: '{ business { id updatedAt } }',
    other: 'finance',
    make: async () => ({
      id: (await done<{ business: { id: string } }>(owner, '{ business { id } }', {})).business.id,
      change: () => call('Mutation.updateBusiness', { input: { keepInSyncByDefault: true } }),
    }),
    moves: [true, false],
  },
];

const LINES = [{ description: 'Labour', unitPriceCents: 100 }];

function jobWith(list: string): string {
  return `query ($jobId: ID!) { job(id: $jobId) { ${list} { id updatedAt } } }`;
}

function call(operation: string, variables: object) {
  return done<object>(owner, textOf(operation, variables as Record<string, unknown>), variables);
}

type Given = { id?: string; input?: { id?: string } };

/** Something that exists, with a change of it in other words than those of the table of roles. */
async function changed(operation: string, changes: object, times = 1) {
  const made = (await variablesFor(operation)(place)) as Given;
  const id = made.input?.id ?? made.id ?? '';
  const variables = made.input ? { input: { ...made.input, ...changes } } : { ...made, ...changes };
  for (let time = 1; time < times; time += 1) await call(operation, variables);
  return { id, change: () => call(operation, variables) };
}

it.each(CHANGES)('changes $what: the time moves $moves', async ({ read, other, make, moves }) => {
  const { id, change } = await make();
  const people = [owner, await world.as(other)];
  const times = () =>
    Promise.all(
      people.map(async (ask) => timeOf(await done(ask, read, { jobId: place.jobId }), id)),
    );
  const before = await times();
  expect(before.map((time) => typeof time)).toEqual(['string', 'string']);
  await change();
  const after = await times();
  expect(after.map((time, at) => (time as string) > (before[at] as string))).toEqual(moves);
});

/** The time of the record with this ID, wherever in the answer it is. */
function timeOf(answer: unknown, id: string): string | undefined {
  if (typeof answer !== 'object' || answer === null) return undefined;
  const record = answer as Record<string, unknown>;
  if (record.id === id && typeof record.updatedAt === 'string') return record.updatedAt;
  return Object.values(record)
    .map((each) => timeOf(each, id))
    .find((time) => time !== undefined);
}

/**
 * Changes that a person makes of what they have read. Sharing has revisions of its own, set-up makes a business, and an
 * endpoint of webhooks has no time of change.
 */
const UPDATES = Object.values(schema.getMutationType()?.getFields() ?? {}).filter(
  ({ name }) =>
    /^(update|reschedule|set|assign)[A-Z]/.test(name) &&
    !['updateSharing', 'setUpBusiness', 'updateWebhookEndpoint'].includes(name),
);

it.each(UPDATES)('refuses $name of what was changed since it was read', async (field) => {
  const given = (await variablesFor(`Mutation.${field.name}`)(place)) as Given;
  const ifUnchangedSince = '2020-01-01T00:00:00.000Z';
  const variables = given.input
    ? { input: { ...given.input, ifUnchangedSince } }
    : { ...given, ifUnchangedSince };
  const { data, errors } = await owner(textOf(`Mutation.${field.name}`, variables), variables);
  expect({ data, errors }).toMatchObject({
    data: null,
    errors: [
      {
        message: expect.stringContaining('Somebody has changed this since you read it'),
        extensions: {
          code: 'CONFLICT',
          current: { id: expect.any(String), updatedAt: expect.any(String) },
        },
      },
    ],
  });
});

const UPDATE_NOTE = `mutation ($id: ID!, $body: String!, $ifUnchangedSince: DateTime) {
  updateNote(id: $id, body: $body, ifUnchangedSince: $ifUnchangedSince) { note { id body updatedAt } }
}`;

it('lets one of two people save who edit one note, and tells the other what is there', async () => {
  const { id } = await changed('Mutation.updateNote', {});
  const admin = await world.as('admin');
  const read = timeOf(await done(owner, jobWith('notes'), { jobId: place.jobId }), id);
  const save = (ask: Ask, body: string, ifUnchangedSince = read) =>
    ask<Saved, object>(UPDATE_NOTE, { id, body, ifUnchangedSince });
  const both = await Promise.all([save(owner, 'Code 1234'), save(admin, 'Mind the dog')]);
  const first = both.find(({ errors }) => !errors)?.data.updateNote.note;
  const late = both.find(({ errors }) => errors);
  expect(late?.errors?.[0]?.extensions).toEqual({ code: 'CONFLICT', current: first });
  const again = await save(owner, 'Mind the dog, code 1234', first?.updatedAt);
  expect(again.data.updateNote.note.body).toBe('Mind the dog, code 1234');
});

interface Saved {
  updateNote: { note: { id: string; body: string; updatedAt: string } };
}

const UPDATE_MATERIAL =
  'mutation ($input: UpdateMaterialInput!) { updateMaterial(input: $input) { job { id } } }';

it('tells nobody of a cost that they may not see, neither by a refusal nor in one', async () => {
  const supervisor = await world.as('supervisor');
  const { id } = await changed('Mutation.updateMaterial', {});
  const readers = { owner, supervisor };
  const before = timeOf(await done(supervisor, jobWith('materials'), { jobId: place.jobId }), id);
  await done(owner, UPDATE_MATERIAL, { input: { id, unitCostCents: 4321 } });
  const save = (person: keyof typeof readers, input: object) =>
    readers[person](UPDATE_MATERIAL, { input: { id, ifUnchangedSince: before, ...input } });
  expect((await save('owner', { unitCostCents: 5 })).errors?.[0]?.extensions.current).toMatchObject(
    {
      id,
      unitCostCents: 4321,
    },
  );
  expect((await save('supervisor', { quantity: 3 })).errors).toBeUndefined();
  const late = await save('supervisor', { quantity: 4, unitCostCents: 5 });
  expect(late.errors?.[0]?.extensions.current).toEqual({
    id,
    updatedAt: expect.any(String),
    quantity: 3,
  });
});

it('shows at which visit a photo was taken', async () => {
  const visitId = (await variablesFor('Mutation.cancelVisit')(place)).id;
  const { addPhoto } = await done<{ addPhoto: object }>(
    await world.as('tradie'),
    'mutation ($input: AddPhotoInput!) { addPhoto(input: $input) { photo { visit { id } createdAt updatedAt } } }',
    { input: { jobId: place.jobId, visitId } },
  );
  expect(addPhoto).toMatchObject({ photo: { visit: { id: visitId } } });
});

it('says before which time no change can still appear', async () => {
  const slow = new pg.Client({ connectionString: world.databaseUrl });
  await slow.connect();
  const settledBefore = async () =>
    (await world.sql(SETTLED_BEFORE)).rows[0]?.settled_before as unknown as Date;
  try {
    await slow.query('begin');
    const { rows } = await slow.query(
      "update jobs set title = 'Slow' where id = $1 returning updated_at",
      [place.jobId],
    );
    const stamp: Date = rows[0].updated_at;
    // Of another job: it is there first, with a later time.
    await done(owner, 'mutation { createJob(input: { title: "Quick" }) { job { id } } }');
    expect(stamp < (await settledBefore())).toBe(false);
    await slow.query('commit');
    await until(async () => stamp < (await settledBefore()));
  } finally {
    await slow.end();
  }
});

it('moves a time for a column that a later migration adds', async () => {
  await world.sql('alter table todos add column colour text');
  await world.sql(alsoMovedBy('todos', '', ['colour']));
  for (const change of ["colour = 'red'", "title = 'Order slates'"]) {
    const { id } = await changed('Mutation.updateTodo', {});
    const before = timeOf(await done(owner, jobWith('todos'), { jobId: place.jobId }), id);
    await world.sql(`update todos set ${change} where id = $1`, [id]);
    const after = timeOf(await done(owner, jobWith('todos'), { jobId: place.jobId }), id);
    expect([change, (after as string) > (before as string)]).toEqual([change, true]);
  }
});
