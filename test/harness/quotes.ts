import * as ops from '../operations.gen.js';
import { scheduledJob, shared } from './jobs.js';
import type { Ask, World } from './world.js';

/** One line of 1,200.00 and ten per cent tax: 1,320.00 in all. */
export const LINES = [{ description: 'Labour', unitPriceCents: 120_000, unitCostCents: 70_000 }];

/** Creates and sends a quote, as part of a job or by itself. */
export async function sentQuote(ask: Ask, details: Record<string, unknown>): Promise<string> {
  const { data, errors } = await ask(ops.CreateQuoteDocument, {
    input: { title: 'New taps', lines: LINES, ...details },
  });
  if (errors) throw new Error(`No quote: ${JSON.stringify(errors)}`);
  const { id } = data.createQuote.quote;
  const newClient = details.newClient as { email?: string } | undefined;
  const handedOver = newClient !== undefined && !newClient.email;
  const sent = await ask(ops.SendQuoteDocument, { id, handedOver });
  if (sent.errors) throw new Error(`Not sent: ${JSON.stringify(sent.errors)}`);
  return id;
}

/** Creates a job whose client has its sent quote, and the other items named, on the portal page. */
export async function quotedJob(
  world: World,
  ask: Ask,
  details: Record<string, unknown> = {},
  more: string[] = [],
) {
  const job = await scheduledJob(ask);
  const quoteId = await sentQuote(ask, { jobId: job.jobId, ...details });
  const key = `QUOTE:${quoteId}`;
  const opened = await shared(world, ask, job, ['STATUS', key, ...more]);
  return { ...job, quoteId, key, client: opened.client, token: opened.token };
}

/** Returns the code of the first error, or undefined if there is none. */
export function codeOf({ errors }: { errors?: { extensions: { code: string } }[] }) {
  return errors?.[0]?.extensions.code;
}

/** Selects every field of a quote that staff can read. */
export async function quoteFacts(ask: Ask, id: string) {
  const { data } = await ask(ops.QuoteDocument, { id });
  if (!data.quote) throw new Error('There is no such quote.');
  return data.quote;
}
