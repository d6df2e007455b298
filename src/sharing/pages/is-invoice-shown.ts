import type { Unit } from '../../database/unit-of-work/unit-of-work.js';

/** Whether the client of an invoice has it: on the page of its job if that is shared, otherwise on a page of its own. */
export async function isInvoiceShown({ em }: Unit, id: string): Promise<boolean> {
  const [newest] = await em.execute<{ shown: boolean }[]>(SHOWN, [id]);
  return newest?.shown ?? false;
}

const SHOWN = `
  select case when p.item_keys is not null then 'INVOICE:' || i.id = any(p.item_keys)
    else (select o.view is not null from page_publications o
      where o.invoice_id = i.id and o.client_id = i.client_id order by o.version desc limit 1) end as shown
  from invoices i
  join jobs j on j.id = i.job_id and j.client_id = i.client_id
  left join lateral (select p.item_keys from publications p
    where p.job_id = j.id and p.client_id = j.client_id order by p.version desc limit 1) p on true
  where i.id = ?`;
