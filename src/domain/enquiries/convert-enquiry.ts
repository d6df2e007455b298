import type { Unit } from '../../database/unit-of-work.js';
import { inShort } from '../../sharing/shareable.js';
import { createQuote } from '../quotes/create-quote.js';
import { Quote } from '../quotes/quote.entity.js';
import { acceptEnquiry } from './accept-enquiry.js';
import type { Enquiry } from './enquiry.entity.js';

/** Makes a draft quote of an enquiry, once: asked again, it answers with the same quote. */
export async function convertEnquiryToQuote(unit: Unit, id: string): Promise<Quote> {
  const enquiry = await acceptEnquiry(unit, id);
  if (enquiry.quote) return unit.em.findOneOrFail(Quote, enquiry.quote.id);
  // A client made just now must be there before a quote can name it.
  await unit.em.flush();
  const quote = await createQuote(unit, {
    title: inShort(enquiry.message.replace(/\s+/g, ' ')),
    clientId: enquiry.client?.id,
    internalNotes: asAsked(enquiry),
    lines: [],
  });
  enquiry.convertTo(quote);
  return quote;
}

/** The whole enquiry for whoever writes the quote; its title has only the first words. */
function asAsked({ message, siteAddress }: Enquiry): string {
  const where = siteAddress ? `\n\nSite: ${siteAddress}` : '';
  return `As asked:\n${message}${where}`;
}
