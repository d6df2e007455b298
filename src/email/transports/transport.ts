import type { EmailAttachment } from '../templates/email-template.js';

export interface OutgoingMail {
  from: string;
  to: string;
  replyTo?: string;
  subject: string;
  html: string;
  text: string;
  attachments?: EmailAttachment[];
  /** A transport sends a mail with the same key only once. */
  idempotencyKey: string;
}

export interface Delivery {
  /** ID at the provider; null when it was sent before and the provider does not return its ID. */
  providerId: string | null;
}

/** The provider did not accept the mail. The message may be shown to staff. */
export class MailNotTaken extends Error {}

/** The provider refused the mail for good; it is not retried. */
export class MailRefused extends MailNotTaken {}

/** Sends mails. */
export interface MailTransport {
  /**
   * Sends a mail. Throws MailNotTaken or MailRefused.
   * @param stopping aborts when the server stops.
   */
  send(mail: OutgoingMail, stopping?: AbortSignal): Promise<Delivery>;
}
