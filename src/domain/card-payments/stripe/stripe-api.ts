import { createHash } from 'node:crypto';
import type Stripe from 'stripe';
import type { StripeConfig } from '../../../config/stripe-settings.js';
import {
  CHECKOUT_KEY,
  disputeFact,
  REFUND_KEY,
  refundFact,
  type StripeFact,
  sessionFact,
} from './facts.js';
import { exactStripeAmount } from './stripe-amount.js';

/** Longest wait for one answer; a call is repeated at most twice, under the same idempotency key. */
const TIMEOUT_MS = 6_000;
const MAX_RETRIES = 2;

/** Code for closing a page that is paid or closed already, which is expected. */
const NOT_OPEN = 'checkout_session_not_open';

/** The part of a checkout that is sent to Stripe. Never changed after it was stored, so a repeated call is the same. */
export interface CheckoutAtStripe {
  id: string;
  invoiceId: string;
  attempt: number;
  amountCents: number;
  currency: string;
  title: string;
  accountId: string | null;
  expiresAt: Date;
}

interface FailureLog {
  error(details: object, message: string): void;
}

/** State of a connected account. */
export interface AccountState {
  chargesEnabled: boolean;
  detailsSubmitted: boolean;
}

/**
 * Calls of Stripe's API. Never called inside a transaction. Every call has a timeout; those that make something have an
 * idempotency key of ours, so that they can be repeated after a crash.
 */
export class StripeApi {
  readonly #stripe: Stripe;
  #log: FailureLog | undefined;

  private constructor(
    stripe: Stripe,
    readonly config: StripeConfig,
    private readonly publicUrl: string,
  ) {
    this.#stripe = stripe;
  }

  /** Loads the package, which is large, only for a server that uses it. */
  static async open(config: StripeConfig, publicUrl: string): Promise<StripeApi> {
    const { default: Package } = await import('stripe');
    const stripe = new Package(config.apiKey, {
      timeout: TIMEOUT_MS,
      maxNetworkRetries: MAX_RETRIES,
      telemetry: false,
      ...addressOf(config.baseUrl),
    });
    return new StripeApi(stripe, config, publicUrl);
  }

  /** Whether the key is one of the live mode, in which money is real. */
  get isLive(): boolean {
    return /^[sr]k_live_/.test(this.config.apiKey);
  }

  /** Logs calls that fail for a reason on our side or at Stripe, such as a wrong key. */
  logFailures(log: FailureLog): void {
    this.#log = log;
  }

  /** Opens the payment page of a checkout, or returns the one opened by an earlier call for it. */
  async openCheckout(checkout: CheckoutAtStripe): Promise<{ id: string; url: string | null }> {
    const { id, invoiceId, currency, title, accountId } = checkout;
    const metadata = { [CHECKOUT_KEY]: id };
    const session = await this.#call(({ checkout: { sessions } }) =>
      sessions.create(
        {
          mode: 'payment',
          client_reference_id: id,
          metadata,
          payment_intent_data: { metadata, description: title },
          line_items: [
            {
              quantity: 1,
              price_data: {
                currency: currency.toLowerCase(),
                unit_amount: exactStripeAmount(checkout.amountCents, currency),
                product_data: { name: title },
              },
            },
          ],
          expires_at: Math.floor(checkout.expiresAt.getTime() / 1000),
          // Without the token of the link, which is for nobody but the client.
          success_url: `${this.publicUrl}/portal?payment=${invoiceId}`,
          cancel_url: `${this.publicUrl}/portal?payment=cancelled`,
        },
        {
          idempotencyKey: `jobglass-${invoiceId}-${checkout.amountCents}-${checkout.attempt}`,
          ...onAccount(accountId),
        },
      ),
    );
    return { id: session.id, url: session.url };
  }

  /** Closes a payment page. Throws if it is paid or closed already. */
  async expireCheckout(sessionId: string, accountId: string | null): Promise<StripeFact> {
    return sessionFact(
      await this.#call(({ checkout: { sessions } }) =>
        sessions.expire(sessionId, {}, onAccount(accountId)),
      ),
    );
  }

  /** Everything that Stripe knows now about a payment page, its refunds and its disputes. */
  async factsOf(sessionId: string, accountId: string | null): Promise<StripeFact[]> {
    const on = onAccount(accountId);
    const session = await this.#call(({ checkout: { sessions } }) =>
      sessions.retrieve(sessionId, { expand: ['payment_intent'] }, on),
    );
    const fact = sessionFact(session);
    const { paymentIntentId } = fact;
    if (!paymentIntentId || fact.outcome !== 'PAID') return [fact];
    const of = { payment_intent: paymentIntentId, limit: 100 };
    const [refunds, disputes] = await Promise.all([
      this.#call((api) => api.refunds.list(of, on)),
      this.#call((api) => api.disputes.list(of, on)),
    ]);
    return [fact, ...refunds.data.map(refundFact), ...disputes.data.map(disputeFact)];
  }

  async refund(
    id: string,
    payment: { paymentIntentId: string; amountCents: number; currency: string },
    accountId: string | null,
  ): Promise<StripeFact> {
    const refund = await this.#call((api) =>
      api.refunds.create(
        {
          payment_intent: payment.paymentIntentId,
          amount: exactStripeAmount(payment.amountCents, payment.currency),
          metadata: { [REFUND_KEY]: id },
        },
        { idempotencyKey: `jobglass-refund-${id}`, ...onAccount(accountId) },
      ),
    );
    return refundFact(refund);
  }

  /** Creates the account of a business, or returns the one created by an earlier call. */
  async createAccount(business: {
    id: string;
    attempt: number;
    country: string;
    email: string | null;
  }): Promise<string> {
    const { id, attempt, country, email } = business;
    // Other details are another call: one that Stripe refused would be refused again under its key.
    const details = createHash('sha256').update(`${country} ${email}`).digest('hex').slice(0, 16);
    const account = await this.#call((api) =>
      api.accounts.create(
        {
          type: 'standard',
          country,
          ...(email && { email }),
          metadata: { jobglass_business: id },
        },
        { idempotencyKey: `jobglass-account-${id}-${attempt}-${details}` },
      ),
    );
    return account.id;
  }

  /** One-time address at which the business gives Stripe its details. */
  async accountLink(accountId: string): Promise<string> {
    const back = `${this.publicUrl}/console#/settings`;
    const link = await this.#call((api) =>
      api.accountLinks.create({
        account: accountId,
        type: 'account_onboarding',
        refresh_url: back,
        return_url: back,
      }),
    );
    return link.url;
  }

  async accountState(accountId: string): Promise<AccountState> {
    return accountStateOf(await this.#call((api) => api.accounts.retrieve(accountId)));
  }

  /**
   * The event of a request to the webhook.
   *
   * @throws if it is not signed with one of the secrets, or too old.
   */
  event(body: Buffer, signature: string): Stripe.Event {
    const { webhookSecrets } = this.config;
    for (const [at, secret] of webhookSecrets.entries()) {
      try {
        return this.#stripe.webhooks.constructEvent(body, signature, secret);
      } catch (error) {
        if (at === webhookSecrets.length - 1) throw error;
      }
    }
    throw new Error('No webhook secret is set.');
  }

  async #call<T>(call: (stripe: Stripe) => Promise<T>): Promise<T> {
    try {
      return await call(this.#stripe);
    } catch (error) {
      const { type, code, statusCode, requestId } = error as Stripe.errors.StripeError;
      // Not the error itself, which has the request.
      if (code !== NOT_OPEN)
        this.#log?.error(
          { type, code, statusCode, requestId },
          'Stripe did not do what it was asked',
        );
      throw error;
    }
  }
}

export function accountStateOf(account: {
  charges_enabled: boolean;
  details_submitted: boolean;
}): AccountState {
  return {
    chargesEnabled: account.charges_enabled,
    detailsSubmitted: account.details_submitted,
  };
}

function onAccount(accountId: string | null): { stripeAccount?: string } {
  return accountId ? { stripeAccount: accountId } : {};
}

function addressOf(baseUrl: string | undefined) {
  if (!baseUrl) return {};
  const { hostname, port, protocol } = new URL(baseUrl);
  const scheme = protocol === 'http:' ? ('http' as const) : ('https' as const);
  return { host: hostname, port: port || (scheme === 'http' ? 80 : 443), protocol: scheme };
}
