import type { EntityManager } from '@mikro-orm/postgresql';
import type { StripeApi } from './stripe/stripe-api.js';

/** What online payments need outside of a request. */
export interface CardPaymentServices {
  em: EntityManager;
  clock: () => Date;
  stripe: StripeApi;
}

/** How payments by card work on this server. */
export type CardPaymentMode = 'OFF' | 'OWN_ACCOUNT' | 'CONNECT';

export function cardPaymentMode(stripe: { connect: boolean } | undefined): CardPaymentMode {
  if (!stripe) return 'OFF';
  return stripe.connect ? 'CONNECT' : 'OWN_ACCOUNT';
}

/** Whether the clients of a business can pay on their page. */
export function takesCards(
  business: { cardPaymentsEnabled: boolean; cardAccountReady: boolean },
  mode: CardPaymentMode,
): boolean {
  if (mode === 'OFF' || !business.cardPaymentsEnabled) return false;
  return mode === 'OWN_ACCOUNT' || business.cardAccountReady;
}
