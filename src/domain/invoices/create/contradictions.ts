import { Faults } from '../../../visibility/inputs/faults.js';
import type { InputRule } from '../../../visibility/inputs/input-rules.js';

/** What an invoice is made from. */
interface Sources {
  quoteId?: string | null;
  lines?: unknown[] | null;
  jobId?: string | null;
  clientId?: string | null;
  newClient?: object | null;
  percent?: number | null;
  again?: boolean | null;
}

/** Rule of createInvoice: what it is made from is said once. */
export const noContradictions: InputRule<Sources> = {
  fields: ['quoteId', 'lines', 'jobId', 'clientId', 'newClient', 'percent', 'again'],
  check({ quoteId, lines, jobId, clientId, newClient, percent, again }, path) {
    const faults = new Faults();
    const isPart = typeof percent === 'number';
    const refuse = (field: string, reason: string) => faults.add(`${path}.${field}`, reason);
    if (quoteId && lines?.length)
      refuse('lines', "Take the quote's lines or write your own, not both.");
    if (!quoteId && isPart) refuse('percent', 'A percentage is of a quote; choose the quote too.');
    if (isPart && again)
      refuse('again', 'Invoice a part of the quote, or all of it again, not both.');
    if (clientId && (jobId || quoteId))
      refuse('clientId', 'The job or the quote has its client; leave this out.');
    if (newClient && (jobId || quoteId || clientId))
      refuse('newClient', 'Choose a job, a quote or a client, or make a new client.');
    faults.throwIfAny();
  },
};
