import type { Unit } from '../../database/unit-of-work.js';
import { conflict } from '../../visibility/refusals.js';
import { partOfJob } from '../jobs/job-to-change.js';
import { Invoice } from './invoice.entity.js';

/** Takes an invoice back for good. One with payments stays: that money was paid for something. */
export async function voidInvoice(unit: Unit, id: string) {
  const { part: invoice, job } = await partOfJob(unit, Invoice, id);
  if (invoice.paidCents > 0)
    throw conflict('This invoice has payments; reverse them first, then make it void.');
  invoice.void();
  return { invoice, job };
}
