import { type Ask, tokenIn, type World } from '../harness/world.js';
import * as ops from '../operations.gen.js';

/** A job shared with its client, who has opened the link. */
export interface Conversation {
  jobId: string;
  clientId: string;
  email: string;
  client: Ask;
  linkId: string;
}

let count = 0;

/** Creates a job shared with a new client; messages are off, as by default. */
export async function sharedJob(world: World): Promise<Conversation> {
  count += 1;
  const owner = await world.as('owner');
  const email = `kim${count}@client.test`;
  const { data: made } = await owner(ops.CreateClientDocument, {
    input: { name: 'Kim Client', email },
  });
  const clientId = made.createClient.client.id;
  const jobId = await scheduledJob(owner, clientId);
  const linkId = await share(owner, jobId);
  const [mail] = await world.mailsTo(email, 1);
  return {
    jobId,
    clientId,
    email,
    client: world.withToken(tokenIn(mail)),
    linkId,
  };
}

/** The same with messages switched on. */
export async function openConversation(world: World): Promise<Conversation> {
  const conversation = await sharedJob(world);
  await switchMessages(world, conversation.jobId, true);
  return conversation;
}

export async function switchMessages(world: World, jobId: string, enabled: boolean) {
  const owner = await world.as('owner');
  const { data, errors } = await owner(ops.SetClientMessagesDocument, {
    jobId,
    enabled,
  });
  expect(errors).toBeUndefined();
  return data.setClientMessages;
}

export async function scheduledJob(owner: Ask, clientId: string): Promise<string> {
  const { data } = await owner(ops.CreateJobDocument, {
    input: { title: 'Fix the roof', clientId },
  });
  const jobId = data.createJob.job.id;
  const tomorrow = Date.now() + 86_400_000;
  await owner(ops.ScheduleVisitDocument, {
    input: {
      jobId,
      startsAt: new Date(tomorrow).toISOString(),
      endsAt: new Date(tomorrow + 3_600_000).toISOString(),
    },
  });
  return jobId;
}

/** Shares the schedule; returns the id of the link that was sent. */
export async function share(owner: Ask, jobId: string): Promise<string> {
  const { data } = await owner(ops.SharePromptDocument, { jobId });
  const { data: shared, errors } = await owner(ops.ShareWithClientDocument, {
    input: {
      jobId,
      revision: data.sharePrompt?.revision as number,
      items: ['SCHEDULE'],
    },
  });
  expect(errors).toBeUndefined();
  return shared.shareWithClient.portalLink?.id as string;
}

export async function send(ask: Ask, jobId: string, body: string) {
  const { data, errors } = await ask(ops.SendMessageDocument, { jobId, body });
  expect(errors).toBeUndefined();
  return data.sendMessage.message;
}

/** Returns the code with which a message is refused. */
export async function refusal(ask: Ask, jobId: string, body = 'Hello') {
  const { data, errors } = await ask(ops.SendMessageDocument, { jobId, body });
  expect(data).toBeNull();
  return errors?.[0]?.extensions.code;
}

export async function threadOfClient(ask: Ask) {
  const { data, errors } = await ask(ops.MessagesOfPortalDocument);
  expect(errors).toBeUndefined();
  return data.portal;
}

export async function threadOfStaff(ask: Ask, id: string) {
  const { data, errors } = await ask(ops.MessagesOfJobDocument, { id });
  expect(errors).toBeUndefined();
  return data.job;
}
