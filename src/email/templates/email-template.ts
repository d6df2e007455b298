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
  button?: EmailButton;
  /** Further buttons, for a mail about several things. */
  moreButtons?: EmailButton[];
  footer: string;
  attachments?: EmailAttachment[];
  /** IDs of documents of the business (quotes, invoices) that are attached as PDF when the mail is sent. */
  documents?: string[];
  /** Language tag; default: en. */
  lang?: string;
}

/** All buttons of a template, in order. */
export function buttonsOf({ button, moreButtons = [] }: EmailTemplate): EmailButton[] {
  return button ? [button, ...moreButtons] : moreButtons;
}

/** What to do where a link does not open. */
export function codeSentence({ address, code }: NonNullable<EmailButton['code']>): string {
  return `If the link does not open, type the code ${code} at ${address}`;
}
