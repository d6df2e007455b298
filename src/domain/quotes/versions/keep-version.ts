import type { Unit } from '../../../database/unit-of-work/unit-of-work.js';
import { digestOf } from '../../../shareable/shareable.js';
import { Business } from '../../business/business.entity.js';
import { Client } from '../../clients/client.entity.js';
import { buyerOf, sellerOf } from '../../invoices/versions/invoice-parties.js';
import type { Quote } from '../quote.entity.js';
import { QuoteLine } from '../quote-line.entity.js';
import { QuoteVersion } from './quote-version.entity.js';

/** Stores the content of the version that is being sent; the quote itself may be revised later. */
export async function keepVersion(unit: Unit, quote: Quote): Promise<QuoteVersion> {
  const { em } = unit;
  const lines = await em.find(
    QuoteLine,
    { quote: quote.id },
    { orderBy: { position: 'asc', id: 'asc' } },
  );
  const { number, version, title, validUntil, terms, netCents, taxCents, totalCents } = quote;
  const sentAt = quote.sentAt as Date;
  const amounts = { netCents, taxCents, totalCents };
  const { depositPercent, depositCents, depositDueCents } = quote;
  const deposit = { depositPercent, depositCents, depositDueCents };
  const content = { title, validUntil, terms, ...amounts, ...deposit, lines: lines.map(asSent) };
  return em.create(QuoteVersion, {
    ...content,
    businessId: quote.businessId,
    ...(await partiesOf(unit, quote)),
    number,
    quote,
    version,
    sentAt,
    digest: digestOf({ number, version, sentAt: sentAt.toISOString(), ...content }),
  });
}

/** The stored current version. A quote sent before versions were stored is stored now. */
export async function keptVersion(unit: Unit, quote: Quote): Promise<QuoteVersion> {
  const { id, version } = quote;
  const stored = await unit.em.findOne(QuoteVersion, { quote: id, version });
  return stored ?? keepVersion(unit, quote);
}

/** Seller and buyer as they are at the sending, for the document of the version. */
async function partiesOf({ em }: Unit, { businessId, client }: Quote) {
  const business = await em.findOneOrFail(Business, businessId);
  const { currency, dateOrder, taxName, timeZone } = business;
  const buyer = client && buyerOf(await em.findOneOrFail(Client, client.id));
  return { currency, dateOrder, taxName, timeZone, seller: sellerOf(business), buyer };
}

function asSent(line: QuoteLine) {
  const { id, description, groupName, optional, quantity } = line;
  const { unitPriceCents, taxRateBasisPoints, netCents } = line;
  const amounts = { quantity, unitPriceCents, taxRateBasisPoints, netCents };
  return { id, description, groupName, optional, ...amounts };
}
