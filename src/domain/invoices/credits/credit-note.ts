import type { Unit } from '../../../database/unit-of-work/unit-of-work.js';
import { conflict, invalid } from '../../../visibility/refusals.js';
import { Business } from '../../business/business.entity.js';
import { nextNumber } from '../../common/number-series.entity.js';
import type { Job } from '../../jobs/job.entity.js';
import { partOfJob } from '../../jobs/lock-job.js';
import { money } from '../../money/in-words.js';
import { totalOfTaxed } from '../../money/taxes.js';
import { refuseTakenOff } from '../deposits/refuse-taken-off.js';
import { Invoice } from '../invoice.entity.js';
import { InvoiceKind } from '../invoice-kind.js';
import { addLines } from '../invoice-lines.js';
import { type CreditedLine, linesToCredit } from './lines-to-credit.js';

/** What is credited of an invoice, and why. */
export interface Credit {
  invoiceId: string;
  /** Default: everything that was not credited yet. */
  lines?: CreditedLine[] | null;
  /** The client reads it. */
  reason: string;
}

/**
 * Makes a credit note, which mirrors lines of a sent invoice with their tax, and reduces what is owed on the invoice.
 * The caller sends it in the same unit of work. Throws VALIDATION_FAILED for more than was charged, CONFLICT for an
 * invoice that has nothing to credit, and for a deposit that another invoice takes off.
 */
export async function makeCreditNote(
  unit: Unit,
  { invoiceId, lines, reason }: Credit,
): Promise<{ creditNote: Invoice; invoice: Invoice; job: Job }> {
  const { part: invoice, job } = await partOfJob(unit, Invoice, invoiceId);
  refuseUncreditable(invoice);
  await refuseTakenOff(unit, invoice);
  const mirrored = await linesToCredit(unit, invoice, lines ?? null);
  const credited = -totalOfTaxed(mirrored).totalCents;
  await checkCredited(unit, invoice, credited);
  const { businessId, client, number, title } = invoice;
  const creditNote = unit.em.create(
    Invoice,
    {
      businessId,
      kind: InvoiceKind.CREDIT_NOTE,
      number: await nextNumber(unit.em, businessId, 'invoice'),
      title,
      job,
      client,
      creditedInvoice: invoice,
      creditedInvoiceNumber: number,
      creditReason: reason,
    },
    { partial: true },
  );
  addLines(unit, creditNote, mirrored);
  invoice.credit(credited);
  return { creditNote, invoice, job };
}

function refuseUncreditable({ kind, status, revision }: Invoice): void {
  if (kind === 'CREDIT_NOTE')
    throw conflict('This is a credit note; make it void if it was a mistake.');
  if (status === 'DRAFT') throw conflict('This invoice is a draft; change it instead.');
  if (status === 'VOID') throw conflict('This invoice is void; nothing is owed on it.');
  if (revision)
    throw conflict('This invoice has changes that were not sent; send or discard them first.');
}

async function checkCredited({ em }: Unit, invoice: Invoice, credited: number): Promise<void> {
  if (credited <= 0)
    throw invalid('lines', 'There is nothing to credit here; choose lines that were charged.');
  const left = invoice.totalCents - invoice.creditedCents;
  if (credited <= left) return;
  const business = await em.findOneOrFail(Business, invoice.businessId);
  throw invalid(
    'lines',
    `At most ${money(left, business)} can be credited on this invoice; add its discounts to the lines, or choose fewer.`,
  );
}
