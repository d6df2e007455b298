import type { Unit } from '../../database/unit-of-work/unit-of-work.js';
import { Faults } from '../../visibility/inputs/faults.js';
import { Business } from '../business/business.entity.js';
import { Client } from '../clients/client.entity.js';
import { clientToUse } from '../clients/client-to-use.js';
import { createClient } from '../clients/create-client.js';
import { fieldsOf } from '../common/copy-fields.js';
import { nextNumber } from '../common/number-series.entity.js';
import { lockJob, staffOf } from '../jobs/lock-job.js';
import { checkDeposit } from './deposit/check-deposit.js';
import { Quote } from './quote.entity.js';
import type { CreateQuoteInput } from './quote.inputs.js';
import { dayOf, defaultLastDay } from './quote-day.js';
import { replaceLines } from './quote-lines.js';

/** Creates a draft quote, and its client when the input has `newClient`. */
export async function createQuote(unit: Unit, input: CreateQuoteInput): Promise<Quote> {
  const { businessId } = staffOf(unit);
  const job = input.jobId ? await lockJob(unit, input.jobId) : null;
  const faults = new Faults();
  const client = await faults.checkLater(() => clientFor(unit, input));
  const quote = unit.em.create(
    Quote,
    {
      ...fieldsOf(unit, Quote, input),
      businessId,
      number: await nextNumber(unit.em, businessId, 'quote'),
      client: client ?? job?.client ?? null,
      job,
      ...(await defaultsOf(unit, input)),
    },
    { partial: true },
  );
  await faults.checkLater(() => replaceLines(unit, quote, input.lines));
  faults.throwIfAny();
  await checkDeposit(unit, quote);
  return quote;
}

/** Last day and terms as in the input, null included; where they are left out, the defaults of the business. */
async function defaultsOf(unit: Unit, { validUntil, terms }: CreateQuoteInput) {
  const business = await unit.em.findOneOrFail(Business, staffOf(unit).businessId);
  return {
    validUntil: validUntil === undefined ? defaultLastDay(unit, business) : dayOf(validUntil),
    terms: terms === undefined ? business.quoteTerms : terms || null,
  };
}

async function clientFor(
  unit: Unit,
  { clientId, newClient }: CreateQuoteInput,
): Promise<Client | null> {
  if (clientId) return clientToUse(unit, clientId, 'input.clientId');
  return newClient ? createClient(unit, newClient, 'input.newClient') : null;
}
