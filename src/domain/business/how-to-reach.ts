import type { MailTexts } from '../../texts/en/mail/index.js';
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
export function howToReach(contact: BusinessContact, texts: MailTexts): string {
  const { reach } = texts.common;
  if (contact.businessEmail) return reach.answer;
  const phone = phoneForReader(contact);
  return phone ? reach.call(phone) : reach.inTouch(contact.businessName);
}

/** Footer of a mail: why the reader gets it, whom to call, and that its link is for the reader alone. */
export function footerWords(
  why: string,
  contact: BusinessPhone,
  { common }: MailTexts,
  hasLink: boolean,
): string {
  const phone = phoneForReader(contact);
  return [why, phone && common.questions(phone), hasLink && common.isPrivate]
    .filter(Boolean)
    .join(' ');
}

function phoneForReader({ businessPhone, businessCountry, readerPhone }: BusinessPhone) {
  if (!businessPhone) return null;
  return phoneText(businessCountry, businessPhone, countryOfPhone(readerPhone) ?? businessCountry);
}
