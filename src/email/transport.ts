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

/** The provider will never take this mail as it is, so it is not tried again. */
export class MailRefused extends MailNotTaken {}

/** What carries a mail away. It throws unless the mail is on its way. */
export interface MailTransport {
  /** @param stopping the server stops and cannot wait for the provider any longer. */
  send(mail: OutgoingMail, stopping?: AbortSignal): Promise<Delivery>;
}
