import type { Unit } from '../../database/unit-of-work.js';
import { digestOf } from '../../sharing/shareable.js';
import type { Quote } from './quote.entity.js';
import { QuoteLine } from './quote-line.entity.js';
import { QuoteVersion } from './quote-version.entity.js';

/** Keeps what is being sent as it is now; the quote itself may be revised later. */
export async function keepVersion({ em }: Unit, quote: Quote): Promise<QuoteVersion> {
  const lines = await em.find(
    QuoteLine,
    { quote: quote.id },
    { orderBy: { position: 'asc', id: 'asc' } },
  );
  const { number, version, title, validUntil, netCents, taxCents, totalCents } = quote;
  const sentAt = quote.sentAt as Date;
  const content = { title, validUntil, netCents, taxCents, totalCents, lines: lines.map(asSent) };
  return em.create(QuoteVersion, {
    ...content,
    businessId: quote.businessId,
    quote,
    version,
    sentAt,
    digest: digestOf({ number, version, sentAt: sentAt.toISOString(), ...content }),
  });
}

/** The version that is out, as it was kept; one that was sent before versions were kept is kept now. */
export async function keptVersion(unit: Unit, quote: Quote): Promise<QuoteVersion> {
  const { id, version } = quote;
  const kept = await unit.em.findOne(QuoteVersion, { quote: id, version });
  return kept ?? keepVersion(unit, quote);
}

function asSent(line: QuoteLine) {
  const { description, quantity, unitPriceCents, taxRateBasisPoints, netCents } = line;
  return { description, quantity, unitPriceCents, taxRateBasisPoints, netCents };
}
