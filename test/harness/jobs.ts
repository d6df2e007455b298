import * as ops from '../operations.gen.js';
import type { Ask, World } from './world.js';
import { tokenIn, until } from './world.js';

/** A time so many hours from now, as the API takes it. */
export function inHours(hours: number): string {
  return new Date(Date.now() + hours * 3_600_000).toISOString();
}

let clients = 0;

/** A client with an address of its own, and a job for it that has its first visit. */
export async function scheduledJob(ask: Ask, title = 'Fix the tap') {
  clients += 1;
  const email = `client${clients}-${Date.now()}@client.test`;
  const { data: made } = await ask(ops.CreateClientDocument, {
    input: { name: `Client ${clients}`, email },
  });
  const clientId = made.createClient.client.id;
  const { data } = await ask(ops.CreateJobDocument, { input: { title, clientId } });
  const jobId = data.createJob.job.id;
  const { data: visited } = await ask(ops.ScheduleVisitDocument, {
    input: { jobId, startsAt: inHours(24), endsAt: inHours(26) },
  });
  const revision = visited.scheduleVisit.sharePrompt?.revision as number;
  return { jobId, clientId, email, revision, visitId: visited.scheduleVisit.visit.id };
}

/** The prompt that waits on a job now. */
export async function promptOf(ask: Ask, jobId: string) {
  const { data } = await ask(ops.SharePromptDocument, { jobId });
  return data.sharePrompt;
}

/** Shares these items, whatever the revision is by now, and opens the link that was mailed. */
export async function shared(
  world: World,
  ask: Ask,
  job: { jobId: string; email: string },
  items: string[],
) {
  const before = (await sharesTo(world, job.email)).length;
  const revision = (await promptOf(ask, job.jobId))?.revision as number;
  const { data, errors } = await ask(ops.ShareWithClientDocument, {
    input: { jobId: job.jobId, revision, items },
  });
  if (errors) throw new Error(`Sharing failed: ${JSON.stringify(errors)}`);
  const [mail] = await until(async () => {
    const mails = await sharesTo(world, job.email);
    return mails.length > before && mails;
  });
  await world.mailsTo(job.email, before + 1);
  const token = tokenIn(mail);
  return { client: world.withToken(token), token, mail, ...data.shareWithClient };
}

/** Mails about shares, newest first: a quote or an invoice that was sent has a mail of its own. */
export async function sharesTo(world: World, address: string) {
  const mails = await world.mails(address);
  return mails.filter(({ subject }) => !/: (quote|invoice) \d+, /.test(subject));
}
