import type { DateOrder } from '../../../domain/business/date-order.js';
import type { BusinessPhone } from '../../../domain/business/how-to-reach.js';
import type { PaymentInstruction } from '../../../domain/business/profile/payment-instruction.js';
import type { InvoiceKind } from '../../../domain/invoices/invoice-kind.js';
import type { PricedLine } from '../../../domain/money/priced-entries.js';
import type { TaxOfRate } from '../../../domain/money/taxes.js';
import { liveLinkSql } from '../../../domain/portal-links/live-link.js';
import type { MailReader } from '../../../domain/words/mail-words.js';

/** Content of an invoice in one version. */
export interface InvoiceContent {
  title: string;
  dueOn: string | null;
  netCents: number;
  taxCents: number;
  totalCents: number;
  lines: PricedLine[];
}

/** Amounts of an invoice at the time of sending the mail. */
export interface OwedAmounts {
  dueOn: string | null;
  totalCents: number;
  paidCents: number;
  creditedCents: number;
  owedCents: number;
}

export interface InvoiceMailRow extends InvoiceContent, OwedAmounts, BusinessPhone, MailReader {
  portalEnabled: boolean;
  businessName: string;
  businessEmail: string | null;
  address: string | null;
  taxNumber: string | null;
  taxNumberLabel: string | null;
  paymentInstructions: PaymentInstruction[];
  currency: string;
  dateOrder: DateOrder;
  taxName: string;
  clientName: string;
  clientEmail: string | null;
  isLinkAlive: boolean;
  kind: InvoiceKind;
  quotePercent: number | null;
  number: number;
  status: string;
  /** Null for a mail queued before versions were stored. */
  version: number | null;
  newestVersion: number | null;
  taxes: TaxOfRate[];
  creditReason: string | null;
  /** Invoice that a credit note takes back. */
  creditedInvoice: (OwedAmounts & { number: number }) | null;
  /** Version that this one replaces. */
  before: InvoiceContent | null;
}

/** `$1` invoice, `$2` link, `$3` time, `$4` version, `$5` number of the version before. */
export const INVOICE_MAIL_SQL = `
  select b.client_portal_enabled as "portalEnabled", b.name as "businessName", b.email as "businessEmail",
    b.phone as "businessPhone", b.country as "businessCountry", c.phone as "readerPhone", b.address, b.tax_number as "taxNumber", b.tax_number_label as "taxNumberLabel",
    b.payment_instructions as "paymentInstructions", b.currency, b.date_order as "dateOrder", b.tax_name as "taxName",
    c.name as "clientName", c.language, c.email as "clientEmail",
    exists (select from portal_links l
      where l.id = $2::uuid and ${liveLinkSql('l', '$3')}) as "isLinkAlive",
    i.kind, i.quote_percent as "quotePercent", i.number, i.status, i.credit_reason as "creditReason",
    i.paid_cents as "paidCents", i.credited_cents as "creditedCents", i.owed_cents as "owedCents",
    coalesce(v.title, i.title) as title, coalesce(v.due_on, i.due_on)::text as "dueOn",
    coalesce(v.net_cents, i.net_cents) as "netCents", coalesce(v.tax_cents, i.tax_cents) as "taxCents",
    coalesce(v.total_cents, i.total_cents) as "totalCents",
    v.version, case when v.id is not null then i.version end as "newestVersion", coalesce(v.taxes, '[]') as taxes,
    coalesce(v.lines, (select coalesce(json_agg(json_build_object('description', l.description, 'quantity', l.quantity,
        'unitPriceCents', l.unit_price_cents, 'netCents', l.net_cents) order by l.position, l.id), '[]')
      from invoice_lines l where l.invoice_id = i.id)) as lines,
    (select json_build_object('number', o.number, 'dueOn', o.due_on::text, 'totalCents', o.total_cents,
        'paidCents', o.paid_cents, 'creditedCents', o.credited_cents, 'owedCents', o.owed_cents)
      from invoices o where o.id = i.credited_invoice_id) as "creditedInvoice",
    (select json_build_object('title', e.title, 'dueOn', e.due_on::text, 'netCents', e.net_cents,
        'taxCents', e.tax_cents, 'totalCents', e.total_cents, 'lines', e.lines)
      from invoice_versions e where e.invoice_id = i.id and e.version = $5::int) as before
  from invoices i
  join businesses b on b.id = i.business_id
  join jobs j on j.id = i.job_id and j.client_id = i.client_id
  join clients c on c.id = i.client_id
  left join invoice_versions v on v.invoice_id = i.id and v.id = $4::uuid
  where i.id = $1::uuid`;
