import type { Unit } from '../../database/unit-of-work/unit-of-work.js';
import { truncated } from '../../shareable/shareable.js';
import { createQuote } from '../quotes/create-quote.js';
import { Quote } from '../quotes/quote.entity.js';
import { acceptEnquiry } from './accept-enquiry.js';
import type { Enquiry } from './enquiry.entity.js';

/** Creates a draft quote from an enquiry, without a title named by its first words. Idempotent: returns the same quote when repeated. */
export async function convertEnquiryToQuote(
  unit: Unit,
  id: string,
  title: string | null,
): Promise<Quote> {
  const enquiry = await acceptEnquiry(unit, id);
  if (enquiry.quote) return unit.em.findOneOrFail(Quote, enquiry.quote.id);
  // A client that was just created must be stored before the quote refers to it.
  await unit.em.flush();
  const quote = await createQuote(unit, {
    title: title ?? truncated(enquiry.message.replace(/\s+/g, ' ')),
    clientId: enquiry.client?.id,
    internalNotes: notesFrom(enquiry),
    lines: [],
  });
  enquiry.convertTo(quote);
  return quote;
}

/** Internal notes of the quote: the whole enquiry, since the title has only its first words. */
function notesFrom({ message, siteAddress }: Enquiry): string {
  const where = siteAddress ? `\n\nSite: ${siteAddress}` : '';
  return `As asked:\n${message}${where}`;
}
