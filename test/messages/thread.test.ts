import { type Ask, openWorld, tokenIn, type World } from '../harness/world.js';
import * as ops from '../operations.gen.js';
import {
  openConversation,
  refusal,
  scheduledJob,
  send,
  share,
  sharedJob,
  switchMessages,
  threadOfClient,
  threadOfStaff,
} from './conversation.js';

let world: World;
let owner: Ask;
beforeAll(async () => {
  world = await openWorld();
  owner = await world.as('owner');
});
afterAll(() => world.close());

const bodies = (messages: { body: string }[] | null | undefined) =>
  messages?.map(({ body }) => body);

describe('messages of a job', () => {
  it('are off by default: neither side can write, and the client sees no thread', async () => {
    const { jobId, client } = await sharedJob(world);
    expect(await refusal(client, jobId)).toBe('MESSAGES_NOT_ENABLED');
    expect(await refusal(owner, jobId)).toBe('MESSAGES_NOT_ENABLED');
    expect(await threadOfClient(client)).toMatchObject({
      messagesEnabled: false,
      messages: null,
      job: { messages: null },
    });
    expect(await threadOfStaff(owner, jobId)).toMatchObject({
      clientMessagesEnabled: false,
      messages: [],
      unreadMessages: 0,
    });
  });

  it('are switched on without raising a share prompt', async () => {
    const { jobId } = await sharedJob(world);
    const before = await owner(ops.JobForStaffDocument, { id: jobId });
    const changed = await switchMessages(world, jobId, true);
    expect(changed).toMatchObject({
      job: { clientMessagesEnabled: true, messages: [] },
      sharePrompt: null,
      sharePromptStatus: 'NOTHING_TO_SHARE',
    });
    const after = await owner(ops.JobForStaffDocument, { id: jobId });
    expect(after.data.job?.publication).toEqual(before.data.job?.publication);
  });

  it("are sent both ways, and each side reads the other's", async () => {
    const { jobId, client } = await openConversation(world);
    const asked = await send(owner, jobId, 'Is Tuesday fine?');
    expect(asked).toMatchObject({
      from: 'BUSINESS',
      authorName: 'Olivia Owner',
      readAt: null,
    });
    const answered = await send(client, jobId, 'Tuesday is fine.\nSee you!');
    expect(answered).toEqual({
      id: expect.any(String),
      body: 'Tuesday is fine.\nSee you!',
      from: 'CLIENT',
      sentAt: expect.any(String),
      readAt: null,
      authorName: null,
    });
    const forClient = await threadOfClient(client);
    expect(forClient?.messagesEnabled).toBe(true);
    expect(forClient?.messages).toEqual([{ ...asked, authorName: null, readAt: null }, answered]);
    expect(forClient?.job).toEqual({
      clientMessagesEnabled: null,
      unreadMessages: null,
      messages: forClient?.messages,
    });
    const forStaff = await threadOfStaff(owner, jobId);
    expect(forStaff?.messages).toEqual([asked, answered]);
  });

  it('of the client raise no prompt and publish nothing', async () => {
    const { jobId, client } = await openConversation(world);
    await send(client, jobId, 'Hello?');
    const { data } = await owner(ops.JobForStaffDocument, { id: jobId });
    expect(data.job?.sharePrompt).toBeNull();
    expect(data.job?.publications).toHaveLength(1);
  });

  it('are hidden from the client once they are off again, while staff keep the thread', async () => {
    const { jobId, client } = await openConversation(world);
    await send(owner, jobId, 'First');
    await switchMessages(world, jobId, false);
    expect(await threadOfClient(client)).toMatchObject({
      messagesEnabled: false,
      messages: null,
    });
    expect(await refusal(client, jobId)).toBe('MESSAGES_NOT_ENABLED');
    expect(await refusal(owner, jobId)).toBe('MESSAGES_NOT_ENABLED');
    expect(bodies((await threadOfStaff(owner, jobId))?.messages)).toEqual(['First']);
    await switchMessages(world, jobId, true);
    expect(bodies((await threadOfClient(client))?.messages)).toEqual(['First']);
  });

  it('are written by the office and finance, and by field roles on their jobs only', async () => {
    const { jobId } = await openConversation(world);
    for (const person of ['admin', 'supervisor', 'finance'] as const) {
      await send(await world.as(person), jobId, `From ${person}`);
    }
    for (const person of ['tradie', 'apprentice'] as const) {
      const ask = await world.as(person);
      expect(await refusal(ask, jobId)).toBe('NOT_FOUND');
      await putOn(jobId, person);
      await send(ask, jobId, `From ${person}`);
      expect(bodies((await threadOfStaff(ask, jobId))?.messages)).toContain(`From ${person}`);
    }
    expect(await refusal(world.asVisitor, jobId)).toBe('UNAUTHENTICATED');
  });

  it.each(['finance', 'tradie', 'apprentice'] as const)(
    'are not switched on or off by %s',
    async (person) => {
      const { jobId } = await openConversation(world);
      const ask = await world.as(person);
      const { errors } = await ask(ops.SetClientMessagesDocument, { jobId, enabled: false });
      expect(errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    },
  );

  it('are read by a tradie in an assigned job, with the number of unread ones', async () => {
    const tradie = await world.as('tradie');
    const { data } = await tradie<{ jobs: { nodes: { id: string; title: string }[] } }, object>(
      '{ jobs { nodes { id title } } }',
    );
    const rewire = data.jobs.nodes.find(({ title }) => title === 'Kitchen rewire');
    const seen = await threadOfStaff(tradie, rewire?.id as string);
    expect(seen?.messages?.length).toBeGreaterThan(0);
    expect(seen).toEqual(await threadOfStaff(owner, rewire?.id as string));
  });

  it('of another job or another business are not found', async () => {
    const mine = await openConversation(world);
    const other = await openConversation(world);
    expect(await refusal(mine.client, other.jobId)).toBe('NOT_FOUND');
    expect(await refusal(mine.client, 'no-such-job')).toBe('NOT_FOUND');
    const stranger = await world.as('soletrader');
    expect(await refusal(stranger, mine.jobId)).toBe('NOT_FOUND');
    const { errors } = await stranger(ops.MarkMessagesReadDocument, {
      jobId: mine.jobId,
    });
    expect(errors?.[0]?.extensions.code).toBe('NOT_FOUND');
    expect((await threadOfStaff(owner, other.jobId))?.messages).toEqual([]);
  });

  it('cannot be switched by a client', async () => {
    const { jobId, client } = await sharedJob(world);
    const { errors } = await client(ops.SetClientMessagesDocument, {
      jobId,
      enabled: true,
    });
    expect(errors?.[0]?.extensions.code).toBe('NOT_FOUND');
  });
});

describe('a thread', () => {
  it('belongs to one client: the next one finds none of it, and the first finds it again', async () => {
    const { jobId, client, clientId } = await openConversation(world);
    await send(owner, jobId, 'Only for the first client');
    await send(client, jobId, 'Only from the first client');
    const { data: made } = await owner(ops.CreateClientDocument, {
      input: { name: 'Next Client', email: 'next@client.test' },
    });
    await owner(ops.UpdateJobDocument, {
      input: { id: jobId, clientId: made.createClient.client.id },
    });
    expect(await refusal(client, jobId)).toBe('NOT_FOUND');
    expect(await threadOfStaff(owner, jobId)).toMatchObject({
      messages: [],
      unreadMessages: 0,
    });
    await share(owner, jobId);
    const [mail] = await world.mailsTo('next@client.test', 1);
    const next = world.withToken(tokenIn(mail));
    expect((await threadOfClient(next))?.messages).toEqual([]);
    await send(next, jobId, 'I am new here');
    expect(bodies((await threadOfStaff(owner, jobId))?.messages)).toEqual(['I am new here']);
    await owner(ops.UpdateJobDocument, { input: { id: jobId, clientId } });
    expect(bodies((await threadOfStaff(owner, jobId))?.messages)).toEqual([
      'Only for the first client',
      'Only from the first client',
    ]);
  });

  it('cannot begin before the job was shared, nor without a client', async () => {
    const { data: made } = await owner(ops.CreateClientDocument, {
      input: { name: 'Early Client', email: 'early@client.test' },
    });
    const jobId = await scheduledJob(owner, made.createClient.client.id);
    await switchMessages(world, jobId, true);
    expect(await refusal(owner, jobId)).toBe('CONFLICT');
    await owner(ops.UpdateJobDocument, {
      input: { id: jobId, clientId: null },
    });
    expect(await refusal(owner, jobId)).toBe('CONFLICT');
  });

  it('needs a client with an email address', async () => {
    const { jobId, clientId } = await openConversation(world);
    await owner(ops.UpdateClientDocument, {
      input: { id: clientId, email: null },
    });
    expect(await refusal(owner, jobId)).toBe('CLIENT_EMAIL_MISSING');
  });
});

describe('the read status', () => {
  it('is shown to staff for both sides, and not to the client', async () => {
    const { jobId, client } = await openConversation(world);
    await send(owner, jobId, 'One');
    await send(client, jobId, 'Two');
    const three = await send(client, jobId, 'Three');
    await send(client, jobId, 'Four');
    expect((await threadOfStaff(owner, jobId))?.unreadMessages).toBe(3);
    const { data: partly } = await owner(ops.MarkMessagesReadDocument, {
      jobId,
      upTo: three.id,
    });
    expect(partly.markMessagesRead).toEqual({
      read: 2,
      job: { unreadMessages: 1 },
    });
    const { data: byClient } = await client(ops.MarkMessagesReadDocument, {
      jobId,
    });
    expect(byClient.markMessagesRead).toEqual({ read: 1, job: null });
    const thread = await threadOfStaff(owner, jobId);
    expect(thread?.messages?.map(({ readAt }) => readAt !== null)).toEqual([
      true,
      true,
      true,
      false,
    ]);
    const ofClient = (await threadOfClient(client))?.messages;
    expect(ofClient?.every(({ readAt }) => readAt === null)).toBe(true);
  });

  it('does not change when messages are marked again, and accepts messages of this job only', async () => {
    const { jobId, client } = await openConversation(world);
    await send(client, jobId, 'Hello');
    await owner(ops.MarkMessagesReadDocument, { jobId });
    const first = (await threadOfStaff(owner, jobId))?.messages?.[0]?.readAt;
    const { data } = await owner(ops.MarkMessagesReadDocument, { jobId });
    expect(data.markMessagesRead.read).toBe(0);
    expect((await threadOfStaff(owner, jobId))?.messages?.[0]?.readAt).toBe(first);
    const { errors } = await owner(ops.MarkMessagesReadDocument, {
      jobId,
      upTo: 'nonsense',
    });
    expect(errors?.[0]?.extensions).toMatchObject({
      code: 'VALIDATION_FAILED',
      field: 'upTo',
    });
  });
});

describe('an invalid message', () => {
  it.each([
    ['empty', ''],
    ['only spaces', '  \n '],
    ['longer than 5,000 characters', 'a'.repeat(5001)],
    ['with a character that cannot be stored', 'before\0after'],
  ])('is refused with its field when it is %s', async (_, body) => {
    const { jobId, client } = await openConversation(world);
    for (const ask of [owner, client]) {
      const { data, errors } = await ask(ops.SendMessageDocument, {
        jobId,
        body,
      });
      expect(data ?? null).toBeNull();
      expect(errors?.[0]?.extensions).toMatchObject({
        code: 'VALIDATION_FAILED',
        field: 'body',
      });
    }
    expect((await threadOfStaff(owner, jobId))?.messages).toEqual([]);
  });

  it('may have up to 5,000 characters', async () => {
    const { jobId, client } = await openConversation(world);
    const body = 'ä'.repeat(5000);
    expect((await send(client, jobId, body)).body).toBe(body);
    expect(bodies((await threadOfClient(client))?.messages)).toEqual([body]);
  });
});

async function putOn(jobId: string, person: 'tradie' | 'apprentice'): Promise<void> {
  const { data } = await (await world.as(person))<{ me: { staffId: string } }, object>(
    '{ me { staffId } }',
  );
  await owner(ops.UpdateJobDocument, { input: { id: jobId, assigneeIds: [data.me.staffId] } });
}
