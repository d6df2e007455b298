import type { Unit } from '../../../database/unit-of-work/unit-of-work.js';
import { Business } from '../../business/business.entity.js';
import { fieldsOf } from '../../common/copy-fields.js';
import { nextNumber } from '../../common/number-series.entity.js';
import { dayOf } from '../../quotes/quote-day.js';
import { checkTotals } from '../check-totals.js';
import { Invoice } from '../invoice.entity.js';
import type { CreateInvoiceInput } from '../invoice.inputs.js';
import { addLines } from '../invoice-lines.js';
import { sourceOf } from './invoice-source.js';

/**
 * Creates a draft invoice of lines written in the input, of a quote, or of a part of a quote. Its job is made along with
 * it if it has none yet. Throws VALIDATION_FAILED, and CONFLICT for a quote that was invoiced already.
 */
export async function createInvoice(unit: Unit, input: CreateInvoiceInput) {
  const { job, quote, lines, quotePercent, title } = await sourceOf(unit, input);
  const { businessId } = job;
  const invoice = unit.em.create(
    Invoice,
    {
      ...fieldsOf(unit, Invoice, input),
      businessId,
      number: await nextNumber(unit.em, businessId, 'invoice'),
      title: input.title ?? title,
      job,
      quote,
      quotePercent,
      dueOn: dayOf(input.dueOn),
    },
    { partial: true },
  );
  addLines(unit, invoice, lines);
  checkTotals(lines, invoice, await unit.em.findOneOrFail(Business, businessId));
  return { invoice, job };
}
