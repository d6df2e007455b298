import type { Unit } from '../../database/unit-of-work.js';
import { invalid } from '../../visibility/refusals.js';
import { named } from '../business-members.js';
import { Client } from '../clients/client.entity.js';
import { createClient } from '../clients/create-client.js';
import { jobToChange, staffOf } from '../jobs/job-to-change.js';
import { nextNumber } from '../number-series.entity.js';
import { Quote } from './quote.entity.js';
import type { CreateQuoteInput } from './quote.inputs.js';
import { dayOf } from './quote-day.js';
import { replaceLines } from './quote-lines.js';

/** Makes a draft for a client, who may be made along with it. */
export async function createQuote(unit: Unit, input: CreateQuoteInput): Promise<Quote> {
  const { businessId } = staffOf(unit);
  const job = input.jobId ? await jobToChange(unit, input.jobId) : null;
  const quote = unit.em.create(
    Quote,
    {
      businessId,
      number: await nextNumber(unit.em, businessId, 'quote'),
      title: input.title.trim(),
      client: (await clientFor(unit, input)) ?? job?.client ?? null,
      job,
      validUntil: dayOf(input.validUntil),
      internalNotes: input.internalNotes ?? null,
    },
    { partial: true },
  );
  await replaceLines(unit, quote, input.lines);
  return quote;
}

async function clientFor(
  unit: Unit,
  { clientId, newClient, jobId }: CreateQuoteInput,
): Promise<Client | null> {
  if (clientId && newClient)
    throw invalid('input.newClient', 'Choose a client or make a new one, not both.');
  if (clientId) return named(unit, Client, clientId, 'input.clientId');
  if (newClient) return createClient(unit, newClient);
  if (jobId) return null;
  throw invalid('input.clientId', 'Choose a client for the quote, or make one with newClient.');
}
