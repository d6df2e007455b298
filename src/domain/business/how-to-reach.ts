import { countryOfPhone, phoneText } from '../common/phone.js';

/** Phone number of a business for the reader of a mail. */
export interface BusinessPhone {
  businessPhone: string | null;
  businessCountry: string;
  /** The reader's own number, which says where they read it; null: in the country of the business. */
  readerPhone: string | null;
}

/** What an email says of its business. */
export interface BusinessContact extends BusinessPhone {
  businessName: string;
  businessEmail: string | null;
}

/**
 * What somebody does to reach the business: "answer this mail" only where an answer arrives, which takes the email
 * address of the business as Reply-To.
 */
export function howToReach(contact: BusinessContact): string {
  if (contact.businessEmail) return 'answer this mail';
  const phone = phoneForReader(contact);
  return phone ? `call ${phone}` : `get in touch with ${contact.businessName}`;
}

/** Sentence for the footer of a mail, with a space before it; empty without a phone number. */
export function questionsSentence(contact: BusinessPhone): string {
  const phone = phoneForReader(contact);
  return phone ? ` Questions? Call ${phone}.` : '';
}

function phoneForReader({ businessPhone, businessCountry, readerPhone }: BusinessPhone) {
  if (!businessPhone) return null;
  return phoneText(businessCountry, businessPhone, countryOfPhone(readerPhone) ?? businessCountry);
}
