import { english, type MailTexts } from '../../texts/en/mail/index.js';

type ButtonTexts = Pick<MailTexts['common'], 'orOpen' | 'typeCode'>;

interface EmailButton {
  label: string;
  url: string;
  /** Short code to type at an address, for a link that a mail program breaks. */
  code?: { address: string; code: string };
}

interface EmailList {
  title: string;
  entries: string[];
}

/** File that is sent with a mail. Its content must not depend on the time of sending. */
export type EmailAttachment = {
  filename: string;
  /** Such as `text/calendar; charset=utf-8; method=PUBLISH`. */
  contentType: string;
} & ({ text: string } | { base64: string });

/** The bytes of an attachment. */
export function bytesOfAttachment(attachment: EmailAttachment): Buffer {
  return 'text' in attachment
    ? Buffer.from(attachment.text)
    : Buffer.from(attachment.base64, 'base64');
}

/** Content of an email, without its formatting. */
export interface EmailTemplate {
  subject: string;
  /** Name of the business, as the name of the sender. */
  fromName: string;
  /** Email address of the business, to which answers go. */
  replyTo?: string;
  heading: string;
  paragraphs: string[];
  /** What has changed since the last mail, before everything else that is listed. */
  changes?: EmailList;
  list?: EmailList;
  secondList?: EmailList;
  /** Text of a person, shown as a quotation. */
  quote?: string;
  /** Text of a person, shown as the last paragraph. */
  ownWords?: string;
  button?: EmailButton;
  /** Further buttons, for a mail about several things. */
  moreButtons?: EmailButton[];
  footer: string;
  attachments?: EmailAttachment[];
  /** IDs of documents of the business (quotes, invoices) that are attached as PDF when the mail is sent. */
  documents?: string[];
  /** Language tag; default: en. */
  lang?: string;
  /** Default: left to right. Texts of a person have their own in a mail that has one. */
  direction?: 'ltr' | 'rtl';
  /** Said beside each button; default: English. */
  buttonTexts?: ButtonTexts;
}

/** All buttons of a template, in order. */
export function buttonsOf({ button, moreButtons = [] }: EmailTemplate): EmailButton[] {
  return button ? [button, ...moreButtons] : moreButtons;
}

/** What is said beside each button. */
export function buttonWords({ buttonTexts }: EmailTemplate): ButtonTexts {
  return buttonTexts ?? english.common;
}
