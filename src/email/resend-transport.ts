import type { Resend } from 'resend';
import { type Delivery, MailNotTaken, type MailTransport, type OutgoingMail } from './transport.js';

export interface ResendChoices {
  apiKey: string;
  /** Resend itself unless told otherwise. */
  baseUrl?: string;
  timeoutMs?: number;
}

/** Sends through Resend. */
export function resendTransport(choices: ResendChoices): MailTransport {
  const { apiKey, baseUrl, timeoutMs = 30_000 } = choices;
  let resend: Resend | undefined;
  return {
    async send(mail) {
      const { Resend } = await import('resend');
      resend ??= new Resend(apiKey, baseUrl ? { baseUrl } : {});
      return send(resend, mail, timeoutMs);
    },
  };
}

async function send(resend: Resend, mail: OutgoingMail, timeoutMs: number): Promise<Delivery> {
  const { idempotencyKey, ...payload } = mail;
  const signal = AbortSignal.timeout(timeoutMs);
  const { data, error } = await resend.emails.send(payload, {
    idempotencyKey,
    signal,
  });
  // Sent under this key before, in other words (a record or a template changed between a crash and
  // the retry). Trying on would fail until Resend forgets the key, and then send it a second time.
  if (error?.name === 'invalid_idempotent_request') return { providerId: null };
  if (error) throw new MailNotTaken(`Resend: ${error.name}: ${error.message}`);
  if (!data?.id) throw new MailNotTaken('Resend answered without an id.');
  return { providerId: data.id };
}
