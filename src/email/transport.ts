export interface OutgoingMail {
  from: string;
  to: string;
  replyTo?: string;
  subject: string;
  html: string;
  text: string;
  /** The same key is the same mail: a transport that has sent it does not send it again. */
  idempotencyKey: string;
}

export interface Delivery {
  /** Null when it had been sent before and the provider does not say under which id. */
  providerId: string | null;
}

/** The provider would not or could not take the mail; its message is fit for staff to read. */
export class MailNotTaken extends Error {}

/** What carries a mail away. It throws unless the mail is on its way. */
export interface MailTransport {
  send(mail: OutgoingMail): Promise<Delivery>;
}
