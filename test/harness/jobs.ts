import * as ops from '../operations.gen.js';
import type { Ask, World } from './world.js';
import { tokenIn, until } from './world.js';

/** Returns a time in so many hours, in the API's format. */
export function inHours(hours: number): string {
  return new Date(Date.now() + hours * 3_600_000).toISOString();
}

let clients = 0;

/** Creates a client with its own email address, and a job for it with its first visit. */
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

/** Returns the current share prompt of a job. */
export async function promptOf(ask: Ask, jobId: string) {
  const { data } = await ask(ops.SharePromptDocument, { jobId });
  return data.sharePrompt;
}

/** Shares these items at the current revision, and opens the link in the email. */
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

/** Returns share emails, newest first; a quote or an invoice that was sent has its own email. */
export async function sharesTo(world: World, address: string) {
  const mails = await world.mails(address);
  return mails.filter(
    ({ subject }) => !/: (quote|invoice|عرض السعر رقم|الفاتورة رقم) [\d٠-٩]+[,،] /.test(subject),
  );
}
