import type { DateOrder } from '../business/date-order.js';
import type { InvoiceKind } from '../invoices/invoice-kind.js';
import type { InvoiceBuyer, InvoiceSeller } from '../invoices/versions/invoice-parties.js';
import type { InvoiceVersionLine } from '../invoices/versions/invoice-version.entity.js';
import type { TaxOfRate } from '../money/taxes.js';
import type { Totals } from '../money/totals.js';
import type { QuoteVersionLine } from '../quotes/versions/quote-version.entity.js';
import type { DocumentId } from './document-id.js';

/** Runs one statement, on whichever connections the caller may use. */
export type Query = <R extends object>(sql: string, values: unknown[]) => Promise<R[]>;

/** What every sent version has. */
export interface FrozenVersion extends Totals {
  number: number;
  version: number;
  title: string;
  sentAt: Date | string;
  currency: string;
  taxName: string;
  dateOrder: DateOrder;
  seller: InvoiceSeller;
  buyer: InvoiceBuyer | null;
  /** SHA-256 of the content, in hex. */
  digest: string;
}

/** The acceptance of a version of a quote. */
export interface FrozenAcceptance {
  /** Null when staff recorded it. */
  name: string | null;
  answeredAt: string;
  chosenLineIds: string[] | null;
  digest: string;
}

export interface FrozenQuote extends FrozenVersion {
  timeZone: string;
  validUntil: string | null;
  terms: string | null;
  depositPercent: number | null;
  depositCents: number | null;
  lines: QuoteVersionLine[];
  acceptance: FrozenAcceptance | null;
}

export interface FrozenPayment {
  amountCents: number;
  receivedOn: string | null;
  method: string | null;
  recordedAt: string;
}

export interface FrozenInvoice extends FrozenVersion {
  kind: InvoiceKind;
  issuedOn: string;
  dueOn: string | null;
  creditedInvoiceNumber: number | null;
  creditReason: string | null;
  lines: InvoiceVersionLine[];
  taxes: TaxOfRate[];
  /** Payments that were not reversed, oldest first. */
  payments: FrozenPayment[];
}

/** The stored version of a quote of a business; null if there is none, or it was sent before sellers were stored. */
export async function frozenQuote(
  query: Query,
  businessId: string,
  { subjectId, version }: DocumentId,
): Promise<FrozenQuote | null> {
  const rows = await query<FrozenQuote>(QUOTE, [businessId, subjectId, version]);
  return rows[0] ?? null;
}

/** The stored version of an invoice of a business, with its payments as they are now; null if there is none. */
export async function frozenInvoice(
  query: Query,
  businessId: string,
  { subjectId, version }: DocumentId,
): Promise<FrozenInvoice | null> {
  const rows = await query<FrozenInvoice>(INVOICE, [businessId, subjectId, version]);
  return rows[0] ?? null;
}

// Only tables and columns that the portal's database role may read (`portal/session/portal-grants.ts`).
const QUOTE = `
  select v.number, v.version, v.title, v.sent_at as "sentAt", v.valid_until::text as "validUntil", v.terms,
    v.deposit_percent as "depositPercent", v.deposit_cents as "depositCents",
    v.net_cents as "netCents", v.tax_cents as "taxCents", v.total_cents as "totalCents", v.lines, v.digest,
    v.currency, v.tax_name as "taxName", v.date_order as "dateOrder", v.time_zone as "timeZone", v.seller, v.buyer,
    (select json_build_object('name', a.name, 'answeredAt', a.answered_at, 'chosenLineIds', a.chosen_line_ids,
        'digest', a.digest)
      from quote_answers a where a.business_id = v.business_id and a.quote_id = v.quote_id and a.version = v.version
        and a.kind = 'ACCEPTED' and a.undone_at is null order by a.id desc limit 1) as acceptance
  from quote_versions v
  where v.business_id = $1::uuid and v.quote_id = $2::uuid and v.version = $3::int and v.seller is not null`;

const INVOICE = `
  select v.kind, v.number, v.version, v.title, v.sent_at as "sentAt", v.issued_on::text as "issuedOn",
    v.due_on::text as "dueOn", v.credited_invoice_number as "creditedInvoiceNumber", v.credit_reason as "creditReason",
    v.net_cents as "netCents", v.tax_cents as "taxCents", v.total_cents as "totalCents", v.lines, v.taxes, v.digest,
    v.currency, v.tax_name as "taxName", v.date_order as "dateOrder", v.seller, v.buyer,
    (select coalesce(json_agg(json_build_object('amountCents', p.amount_cents, 'receivedOn', p.received_on,
        'method', p.method, 'recordedAt', p.recorded_at) order by p.id), '[]')
      from payments p where p.business_id = v.business_id and p.invoice_id = v.invoice_id and p.reversed_at is null) as payments
  from invoice_versions v
  where v.business_id = $1::uuid and v.invoice_id = $2::uuid and v.version = $3::int`;
