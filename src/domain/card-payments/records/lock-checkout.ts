import { LockMode } from '@mikro-orm/postgresql';
import { takeTurn, type Unit } from '../../../database/unit-of-work/unit-of-work.js';
import { Invoice } from '../../invoices/invoice.entity.js';
import { lockJobRow } from '../../jobs/job-rows.js';
import { Checkout } from '../checkouts/checkout.entity.js';

/**
 * A checkout with its invoice, locked until commit; null if there is none. Business and job are locked before it, as in
 * every change of an invoice, so that the portal is not switched and nothing else is paid meanwhile.
 */
export async function lockCheckout(
  unit: Unit,
  id: string,
): Promise<{ checkout: Checkout; invoice: Invoice } | null> {
  const [found] = await unit.sql.rows<{ businessId: string; jobId: string; invoiceId: string }>(
    JOB_OF_CHECKOUT,
    [id],
  );
  if (!found) return null;
  takeTurn(unit, 'job', found.jobId);
  await lockJobRow(unit, found.businessId, found.jobId, 'WITH_PORTAL');
  const locked = { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true } as const;
  const invoice = await unit.em.findOneOrFail(Invoice, found.invoiceId, locked);
  const checkout = await unit.em.findOneOrFail(Checkout, id, locked);
  return { checkout, invoice };
}

const JOB_OF_CHECKOUT = `
  select c.business_id as "businessId", i.job_id as "jobId", c.invoice_id as "invoiceId"
  from card_checkouts c join invoices i on i.id = c.invoice_id where c.id = $1`;
