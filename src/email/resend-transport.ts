import type { ErrorResponse, Resend } from 'resend';
import {
  type Delivery,
  MailNotTaken,
  MailRefused,
  type MailTransport,
  type OutgoingMail,
} from './transport.js';

/** A mail server that hangs is given up after this; the mail is tried again later. */
export const SEND_LIMIT_MS = 10_000;

export interface ResendChoices {
  apiKey: string;
  /** Resend itself unless told otherwise. */
  baseUrl?: string;
  timeoutMs?: number;
}

/** Sends through Resend. */
export function resendTransport(choices: ResendChoices): MailTransport {
  const { apiKey, baseUrl, timeoutMs = SEND_LIMIT_MS } = choices;
  let resend: Resend | undefined;
  return {
    async send(mail, stopping) {
      const { Resend } = await import('resend');
      resend ??= new Resend(apiKey, baseUrl ? { baseUrl } : {});
      const timeout = AbortSignal.timeout(timeoutMs);
      return send(resend, mail, stopping ? AbortSignal.any([timeout, stopping]) : timeout);
    },
  };
}

async function send(resend: Resend, mail: OutgoingMail, signal: AbortSignal): Promise<Delivery> {
  const { idempotencyKey, ...payload } = mail;
  const { data, error } = await resend.emails.send(payload, {
    idempotencyKey,
    signal,
  });
  // Sent under this key before, in other words (a record or a template changed between a crash and
  // the retry). Trying on would fail until Resend forgets the key, and then send it a second time.
  if (error?.name === 'invalid_idempotent_request') return { providerId: null };
  if (error) throw asFailure(error);
  if (!data?.id) throw new MailNotTaken('Resend answered without an id.');
  return { providerId: data.id };
}

const CHECK_ADDRESS =
  'The mail service refused the mail. Check the address that it goes to, then send it again.';
const CHECK_SENDER =
  'The mail service does not let this server send the mail; whoever runs it must look at MAIL_FROM and the account at Resend, then send it again.';

/**
 * Why Resend refuses this mail however often it is tried, in words that staff can act on. What is not
 * listed may be different at the next try: too many requests, a used-up quota, a key that is being
 * changed, an error on their side, no answer at all.
 */
const REFUSALS: Partial<Record<ErrorResponse['name'], string>> = {
  validation_error: CHECK_ADDRESS,
  invalid_parameter: CHECK_ADDRESS,
  missing_required_field: CHECK_ADDRESS,
  invalid_attachment: 'The mail service refused what is attached to the mail.',
  invalid_from_address: CHECK_SENDER,
  invalid_access: CHECK_SENDER,
  invalid_region: CHECK_SENDER,
  not_found: CHECK_SENDER,
  method_not_allowed: CHECK_SENDER,
  security_error: 'The mail service stopped the mail because it looks unsafe to it.',
};
const FORBIDDEN = 403;
const RETRIED_4XX = [401, 403, 408, 409, 425, 429];

function asFailure({ name, message, statusCode }: ErrorResponse): MailNotTaken {
  const advice = adviceOn(name, statusCode ?? 0);
  if (!advice) return new MailNotTaken(`Resend: ${name}: ${message}`);
  return new MailRefused(`${advice} It said: ${message}`);
}

function adviceOn(name: ErrorResponse['name'], status: number): string | undefined {
  // A domain that is not verified, or a test account that writes to others.
  if (name === 'validation_error' && status === FORBIDDEN) return CHECK_SENDER;
  if (REFUSALS[name]) return REFUSALS[name];
  // Of a name that is new to us, its status tells whether the mail is at fault.
  const isNew = status >= 400 && status < 500 && !RETRIED_4XX.includes(status);
  return isNew && !KNOWN_AS_PASSING.includes(name) ? CHECK_ADDRESS : undefined;
}

const KNOWN_AS_PASSING: readonly string[] = [
  'invalid_idempotency_key',
  'concurrent_idempotent_requests',
  'missing_api_key',
  'restricted_api_key',
  'invalid_api_key',
];
