import { type Ask, openWorld, type World } from '../harness/world.js';
import * as ops from '../operations.gen.js';
import { openConversation, send, sharedJob } from './conversation.js';

let world: World;
let owner: Ask;
beforeAll(async () => {
  world = await openWorld();
  owner = await world.as('owner');
});
afterAll(() => world.close());

interface Listed {
  conversations: {
    nodes: {
      job: { id: string; unreadMessages: number };
      lastMessage: { body: string; from: string };
    }[];
    pageInfo: { hasNextPage: boolean; endCursor: string };
    totalCount: number;
  };
}
const QUERY = `query ($first: Int, $after: String, $unread: Boolean) {
  conversations(first: $first, after: $after, unread: $unread) {
    nodes { job { id unreadMessages } lastMessage { body from } }
    pageInfo { hasNextPage endCursor }
    totalCount
  }
}`;

async function listed(person: Ask, variables: object = {}): Promise<Listed['conversations']> {
  const { data, errors } = await person<Listed, object>(QUERY, variables);
  expect(errors).toBeUndefined();
  return data.conversations;
}

async function jobsOf(person: Ask, variables: object = {}): Promise<string[]> {
  const { nodes } = await listed(person, variables);
  return nodes.map(({ job }) => job.id);
}

it('conversations of all jobs come in one list, the one with the last message first', async () => {
  const one = await openConversation(world);
  const other = await openConversation(world);
  const silent = await sharedJob(world);
  await send(one.client, one.jobId, 'Are you coming?');
  await send(other.client, other.jobId, 'Which colour?');
  expect((await jobsOf(owner)).slice(0, 2)).toEqual([other.jobId, one.jobId]);
  await send(owner, one.jobId, 'At nine.');
  const { nodes } = await listed(owner);
  expect(nodes.slice(0, 2)).toEqual([
    {
      job: { id: one.jobId, unreadMessages: 1 },
      lastMessage: { body: 'At nine.', from: 'BUSINESS' },
    },
    {
      job: { id: other.jobId, unreadMessages: 1 },
      lastMessage: { body: 'Which colour?', from: 'CLIENT' },
    },
  ]);
  expect(nodes.map(({ job }) => job.id)).not.toContain(silent.jobId);
});

it('the list goes on from page to page, and counts all', async () => {
  const all = await listed(owner);
  const first = await listed(owner, { first: 1 });
  expect(first.pageInfo.hasNextPage).toBe(true);
  expect(first.totalCount).toBe(all.nodes.length);
  const rest = await listed(owner, { after: first.pageInfo.endCursor });
  expect([...first.nodes, ...rest.nodes]).toEqual(all.nodes);
  expect(rest.pageInfo.hasNextPage).toBe(false);
});

it('those to read are asked for alone, until somebody has read them', async () => {
  const { client, jobId } = await openConversation(world);
  await send(owner, jobId, 'We are late.');
  expect(await jobsOf(owner, { unread: true })).not.toContain(jobId);
  await send(client, jobId, 'How late?');
  expect(await jobsOf(owner, { unread: true })).toContain(jobId);
  await owner(ops.MarkMessagesReadDocument, { jobId });
  expect(await jobsOf(owner, { unread: true })).not.toContain(jobId);
  expect(await jobsOf(owner)).toContain(jobId);
});

it('what an earlier client wrote is in no conversation', async () => {
  const { client, jobId } = await openConversation(world);
  await send(client, jobId, 'For you only.');
  const { data } = await owner(ops.CreateClientDocument, { input: { name: 'New Client' } });
  await owner(ops.UpdateJobDocument, {
    input: { id: jobId, clientId: data.createClient.client.id },
  });
  expect(await jobsOf(owner)).not.toContain(jobId);
  expect(await jobsOf(owner, { unread: true })).not.toContain(jobId);
});

it('who works on the tools sees those of their jobs, and another business none of these', async () => {
  const { client, jobId } = await openConversation(world);
  await send(client, jobId, 'Where are you?');
  const tradie = await world.as('tradie');
  expect(await jobsOf(tradie)).not.toContain(jobId);
  const { data } = await tradie<{ me: { staffId: string } }, object>('{ me { staffId } }');
  await owner(ops.UpdateJobDocument, { input: { id: jobId, assigneeIds: [data.me.staffId] } });
  expect(await jobsOf(tradie, { unread: true })).toContain(jobId);
  expect(await jobsOf(await world.as('finance'))).toContain(jobId);
  expect(await jobsOf(await world.as('soletrader'))).not.toContain(jobId);
  const { errors } = await client<Listed, object>(QUERY, {});
  expect(errors?.[0]?.extensions.code).toBe('NOT_FOUND');
});
