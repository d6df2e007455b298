import type { Unit } from '../../database/unit-of-work/unit-of-work.js';
import { conflict } from '../../visibility/refusals.js';
import { partOfJob } from '../jobs/lock-job.js';
import { invoicedOf, percentOf } from './create/invoiced.js';
import { refuseTakenOff, refuseTakenOffTwice } from './deposits/refuse-taken-off.js';
import { Invoice } from './invoice.entity.js';

/**
 * Voids an invoice; of a credit note, what it took back is owed again. Throws CONFLICT when an invoice has payments or
 * credit notes, and when what it charges, or charges again, is part of another invoice.
 */
export async function voidInvoice(unit: Unit, id: string) {
  const { part: invoice, job } = await partOfJob(unit, Invoice, id);
  if (invoice.paidCents > 0)
    throw conflict('This invoice has payments; reverse them first, then make it void.');
  if (invoice.creditedCents > 0)
    throw conflict('This invoice has credit notes; make them void first.');
  await refuseTakenOff(unit, invoice);
  if (invoice.kind === 'CREDIT_NOTE' && invoice.status !== 'VOID') await uncredit(unit, invoice);
  invoice.void();
  return { invoice, job };
}

/** The credited invoice is of the same job, which is locked. */
async function uncredit(unit: Unit, creditNote: Invoice): Promise<void> {
  const invoice = await unit.em.findOneOrFail(Invoice, creditNote.creditedInvoice?.id as string, {
    refresh: true,
  });
  await refuseInvoicedSince(unit, invoice);
  invoice.uncredit(-creditNote.totalCents);
  await refuseTakenOffTwice(unit, invoice);
}

/** What was credited may have been invoiced again since; the client would owe both. */
async function refuseInvoicedSince(unit: Unit, invoice: Invoice): Promise<void> {
  const { quote, kind } = invoice;
  if (!quote) return;
  const others = (await invoicedOf(unit, quote)).filter((other) => other !== invoice);
  const isTooMuch =
    kind === 'DEPOSIT' ? percentOf(others) >= 100 : percentOf([...others, invoice]) > 100;
  if (!isTooMuch) return;
  throw conflict(
    `What this takes back is part of invoice ${others.at(-1)?.number}; make that one void first.`,
  );
}
