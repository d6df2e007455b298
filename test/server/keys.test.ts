import { v7 } from 'uuid';
import { sharedContract } from '../../src/server/boot/contract.js';
import { IS_KEYED, WITHOUT_KEY, type WithoutKey } from '../../src/visibility/inputs/repeats.js';
import { promptOf, scheduledJob } from '../harness/jobs.js';
import { hire } from '../harness/staff.js';
import {
  type Answer,
  type Ask,
  enterWorld,
  openWorld,
  until,
  type World,
} from '../harness/world.js';
import { openConversation } from '../messages/conversation.js';
import * as ops from '../operations.gen.js';
import { OWN_KEYS } from '../roles/keyed.js';

// Every mutation that takes a key is called twice with one in `roles.test.ts` and `roles.long.ts`.

let world: World;
let owner: Ask;
beforeAll(async () => {
  world = await openWorld();
  owner = await world.as('owner');
});
afterAll(() => world.close());

/** By hand: a new mutation that takes no key is decided here too. */
const TAKE_NO_KEY: Record<WithoutKey, string[]> = {
  SIGN_IN: [
    'acceptInvitation',
    'beginSecondFactor',
    'changePassword',
    'confirmEmailChange',
    'confirmSecondFactor',
    'endOtherSessions',
    'endSession',
    'openPortalLink',
    'renewRecoveryCodes',
    'resetPassword',
    'setUpBusiness',
    'signIn',
    'signOut',
    'turnOffSecondFactor',
  ],
  MAILED_LINK: [
    'requestEmailChange',
    'requestPasswordReset',
    'requestPortalLink',
    'requestRegistration',
  ],
  SECRET: ['createApiKey'],
  HARMLESS: [
    'connectStripe',
    'endApiKey',
    'markMessagesRead',
    'recordPortalView',
    'refreshStripeAccount',
  ],
};

it('every mutation takes a key, except a few that say why not', () => {
  const mutations = Object.values(sharedContract().schema.getMutationType()?.getFields() ?? {});
  const reasons = Object.fromEntries(Object.keys(WITHOUT_KEY).map((reason) => [reason, []]));
  const without: Record<string, string[]> = reasons;
  for (const { name, args, extensions } of mutations) {
    const takesKey = args.some((each) => each.name === 'key' && String(each.type) === 'String');
    if (takesKey)
      expect([name, Boolean(extensions[IS_KEYED]) || OWN_KEYS.includes(name)]).toEqual([
        name,
        true,
      ]);
    else without[String(extensions.withoutKey)]?.push(name) ?? expect(name).toBe('with a key');
  }
  for (const names of Object.values(without)) names.sort();
  expect(without).toEqual(TAKE_NO_KEY);
});

const ADD_NOTE = `mutation ($jobId: ID!, $body: String = "Gate stays open", $key: String) {
  addNote(input: { jobId: $jobId, body: $body }, key: $key) { note { id body } job { id title } sharePromptStatus }
}`;
type Added = {
  addNote: { note: { id: string; body: string }; job: { id: string; title: string } };
};

function addNote(as: Ask, variables: { jobId: string; body?: string; key?: string }) {
  return as<Added, object>(ADD_NOTE, variables);
}

async function notesOf(jobId: string): Promise<number> {
  const { rows } = await world.sql('select count(*)::int as n from notes where job_id = $1', [
    jobId,
  ]);
  return Number(rows[0]?.n);
}

/** As if a day had passed for all keys; the clock would end the sessions too. */
async function aDayLater(): Promise<void> {
  await world.sql("update used_keys set used_at = used_at - interval '1 day'");
}

const codes = ({ errors }: Answer<unknown>) => errors?.map(({ extensions }) => extensions.code);

describe('a note that is added with a key', () => {
  it('is added once by calls at the same time, on one server and on two', async () => {
    const other = await enterWorld(world.databaseUrl);
    try {
      const { jobId } = await scheduledJob(owner);
      const key = v7();
      const both = [owner, await other.as('owner'), owner, await other.as('owner')];
      const answers = await Promise.all(both.map((as) => addNote(as, { jobId, key })));
      expect(answers.map(({ errors }) => errors)).toEqual(both.map(() => undefined));
      expect(new Set(answers.map(({ data }) => data.addNote.note.id)).size).toBe(1);
      expect(await notesOf(jobId)).toBe(1);
    } finally {
      await other.close();
    }
  });

  it('is answered as it is now, under an alias too, and refused with another text', async () => {
    const { jobId } = await scheduledJob(owner);
    const key = v7();
    const { data } = await addNote(owner, { jobId, key });
    await owner(ops.UpdateNoteDocument, { id: data.addNote.note.id, body: 'Gate is shut' });
    await owner(ops.UpdateJobDocument, { input: { id: jobId, title: 'Fix the gate' } });
    const again = await owner<{ a: Added['addNote']; b: Added['addNote'] }, object>(
      `mutation ($input: AddNoteInput!, $key: String) {
        a: addNote(input: $input, key: $key) { note { id body } job { id title } }
        b: addNote(input: $input, key: $key) { note { id body } job { id title } } }`,
      { input: { body: 'Gate stays open', jobId }, key },
    );
    const now = {
      note: { id: data.addNote.note.id, body: 'Gate is shut' },
      job: { id: jobId, title: 'Fix the gate' },
    };
    expect(again.data).toEqual({ a: now, b: now });
    const { errors } = await addNote(owner, { jobId, key, body: 'Mind the dog' });
    expect(errors?.[0]).toMatchObject({
      message: 'This key was used for another request; use a new key for each.',
      extensions: { code: 'CONFLICT' },
    });
    expect(await notesOf(jobId)).toBe(1);
  });

  it('leaves the key unused when it fails', async () => {
    const { jobId } = await scheduledJob(owner);
    const key = v7();
    expect(codes(await addNote(owner, { jobId: v7(), key }))).toEqual(['NOT_FOUND']);
    expect(codes(await addNote(owner, { jobId, key }))).toBeUndefined();
    expect(await notesOf(jobId)).toBe(1);
  });

  it('leaves the same key to other people and to other mutations', async () => {
    const { jobId } = await scheduledJob(owner);
    const key = v7();
    const admin = await world.as('admin');
    await addNote(owner, { jobId, key });
    expect(codes(await addNote(admin, { jobId, key, body: 'Mind the dog' }))).toBeUndefined();
    const { errors } = await owner(
      'mutation ($jobId: ID!, $key: String) { addTodo(input: { jobId: $jobId, title: "Order tiles" }, key: $key) { todo { id } } }',
      { jobId, key },
    );
    expect(errors).toBeUndefined();
    expect(await notesOf(jobId)).toBe(2);
  });

  it('is not found under its key once it was removed, and not added again', async () => {
    const { jobId } = await scheduledJob(owner);
    const key = v7();
    const { data } = await addNote(owner, { jobId, key });
    await owner(ops.RemoveNoteDocument, { id: data.addNote.note.id });
    const { errors } = await addNote(owner, { jobId, key });
    expect(errors?.[0]).toMatchObject({
      message: expect.stringContaining('what it made is gone or hidden from you by now'),
      extensions: { code: 'NOT_FOUND' },
    });
    expect(errors?.[0]?.extensions).not.toHaveProperty('committed');
    expect(await notesOf(jobId)).toBe(0);
  });

  it('is shown under its key to nobody who lost the right to see it', async () => {
    const input = { name: 'Theo', email: `${v7()}@staff.test`, role: 'TRADIE' as const };
    const tradie = await hire(world, owner, input);
    const { jobId } = await scheduledJob(owner);
    const assign = (assigneeIds: string[]) =>
      owner(ops.UpdateJobDocument, { input: { id: jobId, assigneeIds } });
    await assign([tradie.id]);
    const key = v7();
    expect(codes(await addNote(tradie.ask, { jobId, key }))).toBeUndefined();
    await assign([]);
    expect(codes(await addNote(tradie.ask, { jobId, key }))).toEqual(['NOT_FOUND']);
    await owner(ops.UpdateStaffMemberDocument, { input: { id: tradie.id, role: 'FINANCE' } });
    expect(codes(await addNote(tradie.ask, { jobId, key }))).toEqual(['FORBIDDEN']);
  });

  it('is added again after a day, and the key is removed', async () => {
    const { jobId } = await scheduledJob(owner);
    const key = v7();
    await addNote(owner, { jobId, key });
    await aDayLater();
    expect(codes(await addNote(owner, { jobId, key, body: 'Mind the dog' }))).toBeUndefined();
    expect(await notesOf(jobId)).toBe(2);
    expect(codes(await addNote(owner, { jobId, key }))).toEqual(['CONFLICT']);
    await aDayLater();
    await world.sql("select graphile_worker.add_job('clear_used_keys')");
    await until(async () => {
      const { rows } = await world.sql('select count(*)::int as n from used_keys');
      return Number(rows[0]?.n) === 0;
    });
  });
});

const SEND_MESSAGE = `mutation ($jobId: ID!, $body: String!, $key: String) {
  sendMessage(jobId: $jobId, body: $body, key: $key) { message { id body } } }`;
type Sent = { sendMessage: { message: { id: string; body: string } } };

it('a client repeats its own message only, and none while the portal is off', async () => {
  const [one, other] = [await openConversation(world), await openConversation(world)];
  const key = v7();
  const send = ({ client, jobId }: typeof one, body: string) =>
    client<Sent, object>(SEND_MESSAGE, { jobId, body, key });
  const first = await send(one, 'See you at nine');
  expect((await send(one, 'See you at nine')).data).toEqual(first.data);
  const theirs = await send(other, 'Ten is better');
  expect(theirs.data.sendMessage.message.body).toBe('Ten is better');
  expect(codes(await send(other, 'See you at nine'))).toEqual(['CONFLICT']);
  await owner(ops.SwitchPortalDocument, { on: false });
  expect(codes(await send(one, 'See you at nine'))).toEqual(['NOT_FOUND']);
  await owner(ops.SwitchPortalDocument, { on: true });
  const { rows } = await world.sql('select body from messages where job_id = any($1)', [
    [one.jobId, other.jobId],
  ]);
  expect(rows).toHaveLength(2);
  // Neither keys nor texts are stored.
  const { rows: stored } = await world.sql(
    "select 1 from used_keys k where k::text ~ $1 or k::text ~ 'See you' limit 1",
    [key],
  );
  expect(stored).toEqual([]);
});

it('a visitor who sends a form twice makes one enquiry, and hinders no other visitor', async () => {
  const submit = (message: string) =>
    world.asVisitor(
      `mutation ($message: String!) {
        submitEnquiry(businessSlug: "bright-spark", key: "form",
          input: { name: "Vera", email: "vera@keys.test", message: $message }) { received } }`,
      { message },
    );
  const answers = [
    await submit('Can you come?'),
    await submit('Can you come?'),
    await submit('And you?'),
  ];
  expect(answers.map(codes)).toEqual([undefined, undefined, undefined]);
  const { rows } = await world.sql(
    "select message from enquiries where email = 'vera@keys.test' order by id",
  );
  expect(rows.map(({ message }) => message)).toEqual(['Can you come?', 'And you?']);
});

it('a change of client with a key says again how many links it revoked', async () => {
  const { jobId, clientId } = await scheduledJob(owner);
  const revision = (await promptOf(owner, jobId))?.revision as number;
  await owner(ops.ShareWithClientDocument, { input: { jobId, revision, items: ['SCHEDULE'] } });
  const { data } = await owner(ops.CreateClientDocument, { input: { name: 'Nina' } });
  const change = () =>
    owner<{ updateJob: object }, object>(
      `mutation ($input: UpdateJobInput!) { updateJob(input: $input, key: "nina") {
        job { client { id name } } revokedPortalLinks sharePromptStatus } }`,
      { input: { id: jobId, clientId: data.createClient.client.id } },
    );
  const first = await change();
  expect(first.data.updateJob).toMatchObject({ revokedPortalLinks: 1 });
  expect((await change()).data).toEqual(first.data);
  expect(clientId).not.toBe(data.createClient.client.id);
});
