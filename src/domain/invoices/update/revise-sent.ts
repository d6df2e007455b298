import type { Unit } from '../../../database/unit-of-work/unit-of-work.js';
import { isSameContent } from '../../../shareable/shareable.js';
import type { Json } from '../../../visibility/projection.js';
import { Business } from '../../business/business.entity.js';
import { totalOfTaxed } from '../../money/taxes.js';
import { dayOf } from '../../quotes/quote-day.js';
import { checkTotals, refuseBelowPaid } from '../check-totals.js';
import { refuseTakenOff } from '../deposits/refuse-taken-off.js';
import { keepTakenOff } from '../deposits/take-off-deposits.js';
import type { Invoice } from '../invoice.entity.js';
import type { UpdateInvoiceInput } from '../invoice.inputs.js';
import { linesOf, linesOfInput } from '../invoice-lines.js';
import { inOrder, isSameLines, type LineOfInvoice } from '../line-of-invoice.js';
import { refuseLinesOfPart } from './change-draft.js';
import type { InvoiceRevision } from './invoice-revision.js';

/** Stores changed content of a sent invoice for its next sending; nothing if it is what the client has. */
export async function reviseSent(
  unit: Unit,
  invoice: Invoice,
  input: UpdateInvoiceInput,
): Promise<void> {
  if (input.lines) refuseLinesOfPart(invoice);
  const now = contentOf(invoice, (await linesOf(unit, invoice)).map(withoutId));
  const before = invoice.revision ?? now;
  const lines = input.lines
    ? keepTakenOff(now.lines, await linesOfInput(unit, invoice.businessId, input.lines))
    : before.lines;
  if (!isSameLines(lines, now.lines)) await refuseTakenOff(unit, invoice);
  const totals = totalOfTaxed(lines);
  const business = await unit.em.findOneOrFail(Business, invoice.businessId);
  checkTotals(lines, totals, business);
  refuseBelowPaid(invoice, totals, business);
  const next: InvoiceRevision = {
    version: now.version,
    title: input.title ?? before.title,
    dueOn: input.dueOn === undefined ? before.dueOn : dayOf(input.dueOn),
    lines: lines.map(inOrder),
    ...totals,
  };
  invoice.revision = isSameContent(next as never as Json, now as never as Json) ? null : next;
}

/** Content that the client has, in the shape of a revision. */
function contentOf(invoice: Invoice, lines: LineOfInvoice[]): InvoiceRevision {
  const { title, dueOn, netCents, taxCents, totalCents } = invoice;
  const version = invoice.version + 1;
  return { version, title, dueOn, lines: lines.map(inOrder), netCents, taxCents, totalCents };
}

function withoutId({ id, ...line }: LineOfInvoice & { id: string }): LineOfInvoice {
  return line;
}
