import type { Unit } from '../../database/unit-of-work/unit-of-work.js';
import { conflict } from '../../visibility/refusals.js';
import type { Business } from '../business/business.entity.js';
import { dayIn } from '../business/business-day.js';
import { Client } from '../clients/client.entity.js';
import type { Job } from '../jobs/job.entity.js';
import { refuseBelowPaid } from './check-totals.js';
import { invoicedOf, percentOf } from './create/invoiced.js';
import { refuseTakenOff } from './deposits/refuse-taken-off.js';
import type { Invoice } from './invoice.entity.js';
import { linesOf, replaceInvoiceLines } from './invoice-lines.js';
import { isSameLines, type LineOfInvoice } from './line-of-invoice.js';
import { keepInvoiceVersion } from './versions/keep-invoice-version.js';

/**
 * Marks an invoice as sent to the job's client, for the first time or again, with the changes that waited for it, and
 * stores the version that is sent. The business must be locked, so that the portal is not switched until commit. Throws
 * CONFLICT when it cannot be sent.
 */
export async function markSent(
  unit: Unit,
  { invoice, job, business }: { invoice: Invoice; job: Job; business: Business },
): Promise<Client> {
  if (invoice.status === 'VOID') throw conflict('This invoice is void; make a new one.');
  if (invoice.kind === 'DEPOSIT' && invoice.status === 'DRAFT')
    await refuseLateDeposit(unit, invoice);
  if (!job.client) throw conflict('The job has no client; choose one, then send the invoice.');
  if (invoice.client && invoice.client.id !== job.client.id)
    throw conflict('This invoice was sent to another client; void it and make a new one.');
  const client = await unit.em.findOneOrFail(Client, job.client.id);
  const { timeZone, clientPortalEnabled, paymentTermsDays } = business;
  const days = {
    issuedOn: dayIn(timeZone, unit.now),
    dueOn: dayIn(timeZone, unit.now, paymentTermsDays),
  };
  const lines = (await applyRevision(unit, invoice, business)) ?? (await linesOf(unit, invoice));
  invoice.send(client, clientPortalEnabled, days, unit.now);
  await keepInvoiceVersion(unit, invoice, client, lines);
  return client;
}

/** A deposit that is sent when nothing is left to invoice could be taken off no invoice any more. */
async function refuseLateDeposit(unit: Unit, { quote }: Invoice): Promise<void> {
  const parts = quote ? await invoicedOf(unit, quote) : [];
  if (percentOf(parts) < 100) return;
  throw conflict('All of its quote was invoiced already; make this deposit void.');
}

/** Makes the changes that waited for this sending the content of the invoice. Returns its lines; null if they stay. */
async function applyRevision(
  unit: Unit,
  invoice: Invoice,
  business: Business,
): Promise<LineOfInvoice[] | null> {
  const { revision } = invoice;
  if (!revision) return null;
  refuseBelowPaid(invoice, revision, business);
  invoice.title = revision.title;
  invoice.dueOn = revision.dueOn;
  invoice.revision = null;
  // Lines that stay keep their IDs, by which an invoice takes off those of a deposit.
  if (isSameLines(revision.lines, await linesOf(unit, invoice))) return null;
  await refuseTakenOff(unit, invoice);
  await replaceInvoiceLines(unit, invoice, revision.lines);
  return revision.lines;
}
