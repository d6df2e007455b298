import { Refusal } from '../../../visibility/refusals.js';

/**
 * Code of a call that Stripe refused and would refuse again, such as `amount_too_small`; null for a failure after which
 * the call can be repeated (no connection, too many calls, a fault of Stripe or a wrong key).
 */
export function refusalCode(error: unknown): string | null {
  const { type, code } = (error ?? {}) as { type?: unknown; code?: unknown };
  if (code === DISCONNECTED) return DISCONNECTED;
  return REFUSALS.includes(String(type)) ? String(code ?? type) : null;
}

/** Code for a business that has disconnected its account. */
const DISCONNECTED = 'account_invalid';

/** Types of errors of the package, which is loaded only where it is used. */
const REFUSALS = ['StripeInvalidRequestError', 'StripeIdempotencyError', 'StripeCardError'];

/** Refusal of an operation that needs an answer of Stripe. Its cause is logged by the server, without the key. */
export function unreachable(cause: unknown): Refusal {
  const sentence =
    'The payment service cannot be reached just now; nothing was paid. Try again in a minute.';
  return Object.assign(new Refusal('UNAVAILABLE', sentence), { cause });
}
