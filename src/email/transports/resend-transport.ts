import type { ErrorResponse, Resend } from 'resend';
import { bytesOfAttachment } from '../templates/email-template.js';
import {
  type Delivery,
  MailNotTaken,
  MailRefused,
  type MailTransport,
  type OutgoingMail,
} from './transport.js';

/** Timeout of a request to Resend; the mail is retried later. */
const SEND_LIMIT_MS = 10_000;

export interface ResendChoices {
  apiKey: string;
  /** Default: the API of Resend. */
  baseUrl?: string;
  timeoutMs?: number;
}

/** Transport that sends through Resend. */
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
  const { idempotencyKey, attachments, ...payload } = mail;
  const files = attachments?.map((attachment) => ({
    filename: attachment.filename,
    contentType: attachment.contentType,
    content: bytesOfAttachment(attachment).toString('base64'),
  }));
  const { data, error } = await resend.emails.send(
    { ...payload, ...(files && { attachments: files }) },
    { idempotencyKey, signal },
  );
  // Sent under this key before with different content (a row or a template changed between a crash and the
  // retry). Retrying would fail until Resend forgets the key, and then send a duplicate.
  if (error?.name === 'invalid_idempotent_request') return { providerId: null };
  if (error) throw asFailure(error);
  if (!data?.id) throw new MailNotTaken('Resend answered without an id.');
  return { providerId: data.id };
}

const CHECK_ADDRESS =
  'The mail service refused the mail. Check the address that it goes to, then send it again.';
const CHECK_SENDER =
  'The mail service does not let this server send the mail; its administrator must check MAIL_FROM and the account at Resend, then send it again.';

/**
 * Errors of Resend that no retry can fix, with a sentence for staff. Other errors may pass: too many requests, an
 * exhausted quota, a key that is being replaced, a server error, no response.
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
const RETRYABLE_STATUSES = [401, 403, 408, 409, 425, 429];

function asFailure({ name, message, statusCode }: ErrorResponse): MailNotTaken {
  const advice = adviceOn(name, statusCode ?? 0);
  if (!advice) return new MailNotTaken(`Resend: ${name}: ${message}`);
  return new MailRefused(`${advice} It said: ${message}`);
}

function adviceOn(name: ErrorResponse['name'], status: number): string | undefined {
  // An unverified domain, or a test account that sends to other addresses.
  if (name === 'validation_error' && status === FORBIDDEN) return CHECK_SENDER;
  if (REFUSALS[name]) return REFUSALS[name];
  // For an unknown error name, the status decides whether the mail is at fault.
  const isClientError = status >= 400 && status < 500 && !RETRYABLE_STATUSES.includes(status);
  return isClientError && !RETRYABLE_ERRORS.includes(name) ? CHECK_ADDRESS : undefined;
}

const RETRYABLE_ERRORS: readonly string[] = [
  'invalid_idempotency_key',
  'concurrent_idempotent_requests',
  'missing_api_key',
  'restricted_api_key',
  'invalid_api_key',
];
