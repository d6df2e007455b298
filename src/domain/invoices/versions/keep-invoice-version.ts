import type { Unit } from '../../../database/unit-of-work/unit-of-work.js';
import { digestOf } from '../../../shareable/shareable.js';
import type { Json } from '../../../visibility/projection.js';
import { Business } from '../../business/business.entity.js';
import type { Client } from '../../clients/client.entity.js';
import { type TaxedAmounts, taxesByRate } from '../../money/taxes.js';
import type { Invoice } from '../invoice.entity.js';
import { buyerOf, sellerOf } from './invoice-parties.js';
import { InvoiceVersion, type InvoiceVersionLine } from './invoice-version.entity.js';

/**
 * Stores the content that is being sent to the client. Sending the same content again, to the last letter, returns the
 * version that is stored already; other content makes the next version. `lines` are the lines of the invoice, in order.
 */
export async function keepInvoiceVersion(
  unit: Unit,
  invoice: Invoice,
  client: Client,
  lines: InvoiceVersionLine[],
): Promise<InvoiceVersion> {
  const business = await unit.em.findOneOrFail(Business, invoice.businessId);
  const newest = await newestVersion(unit, invoice);
  const content = contentOf(invoice, business, client, lines);
  const digest = digestOf(content as unknown as Json);
  if (newest?.digest === digest) return newest;
  invoice.version = newest ? newest.version + 1 : 1;
  return unit.em.create(InvoiceVersion, {
    ...content,
    businessId: invoice.businessId,
    invoice,
    version: invoice.version,
    sentAt: invoice.sentAt as Date,
    digest,
  });
}

/** The version that was sent last; null for one that was never sent, or only before versions were stored. */
export function newestVersion({ em }: Unit, { id }: Invoice): Promise<InvoiceVersion | null> {
  return em.findOne(InvoiceVersion, { invoice: id }, { orderBy: { version: 'desc' } });
}

/** Everything that a document of the invoice prints. Its digest decides whether two sendings are one version. */
function contentOf(
  invoice: Invoice,
  business: Business,
  client: Client,
  lines: InvoiceVersionLine[],
) {
  const { kind, number, title, dueOn, creditedInvoiceNumber, creditReason } = invoice;
  const { netCents, taxCents, totalCents } = invoice;
  const { currency, taxName, dateOrder } = business;
  return {
    kind,
    number,
    title,
    issuedOn: invoice.issuedOn as string,
    dueOn,
    creditedInvoiceNumber,
    creditReason,
    currency,
    taxName,
    dateOrder,
    seller: sellerOf(business),
    buyer: buyerOf(client),
    lines: lines.map(asSent),
    taxes: taxesByRate(lines as TaxedAmounts[]),
    netCents,
    taxCents,
    totalCents,
  };
}

function asSent(line: InvoiceVersionLine): InvoiceVersionLine {
  const { description, quantity, unitPriceCents, taxRateBasisPoints, netCents, taxCents } = line;
  return { description, quantity, unitPriceCents, taxRateBasisPoints, netCents, taxCents };
}
