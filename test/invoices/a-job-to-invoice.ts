import { sharesTo } from '../harness/jobs.js';
import { type Ask, tokenIn, until, type World } from '../harness/world.js';
import * as ops from '../operations.gen.js';

/** A scheduled job with its client, before the first invoice. */
export interface JobToInvoice {
  jobId: string;
  email: string;
}

let jobs = 0;

/** Creates a scheduled job of a new client; without an email address if so set. */
export async function aScheduledJob(owner: Ask, hasEmail = true): Promise<JobToInvoice> {
  jobs += 1;
  const email = `payer-${jobs}@client.test`;
  const { data: made } = await owner(ops.CreateClientDocument, {
    input: { name: 'Kim Client', email: hasEmail ? email : null },
  });
  const { data } = await owner(ops.CreateJobDocument, {
    input: { title: 'Fix the roof', clientId: made.createClient.client.id },
  });
  const jobId = data.createJob.job.id;
  const startsAt = new Date(Date.now() + 86_400_000);
  await owner(ops.ScheduleVisitDocument, {
    input: {
      jobId,
      startsAt: startsAt.toISOString(),
      endsAt: new Date(startsAt.getTime() + 3_600_000).toISOString(),
    },
  });
  return { jobId, email };
}

/** Shares these items of the job, and returns the client with the link from the email. */
export async function share(
  world: World,
  owner: Ask,
  { jobId, email }: JobToInvoice,
  items: string[] = ['SCHEDULE', 'STATUS'],
): Promise<Ask> {
  const mails = (await sharesTo(world, email)).length;
  const { data: waiting } = await owner(ops.SharePromptDocument, { jobId });
  const revision = waiting.sharePrompt?.revision as number;
  const { errors } = await owner(ops.ShareWithClientDocument, {
    input: { jobId, revision, items },
  });
  expect(errors).toBeUndefined();
  const [shared] = await until(async () => {
    const sent = await sharesTo(world, email);
    return sent.length > mails && sent;
  });
  await world.mailsTo(email, mails + 1);
  return world.withToken(tokenIn(shared));
}

/** Creates a draft invoice of the job over 1,100.00, tax included. */
export async function aDraft(owner: Ask, jobId: string, dueOn?: string) {
  const { data, errors } = await owner(ops.CreateInvoiceDocument, {
    input: {
      jobId,
      title: 'Roof repair',
      dueOn,
      internalNotes: 'Slow payer',
      lines: [{ description: 'Labour', quantity: 10, unitPriceCents: 10_000 }],
    },
  });
  expect(errors).toBeUndefined();
  return data.createInvoice.invoice;
}

/** Returns the job's invoices as its client sees them. */
export async function invoicesSeenBy(client: Ask, jobId: string) {
  const { data, errors } = await client(ops.InvoicesOfJobDocument, { jobId });
  expect(errors).toBeUndefined();
  return data.job?.invoices ?? null;
}

/** Returns the codes and fields of a refused request. */
export function refusals(answer: {
  errors?: { extensions: { code: string; field?: string } }[];
}): string[] {
  return (answer.errors ?? []).map(({ extensions: { code, field } }) =>
    field ? `${code} ${field}` : code,
  );
}
