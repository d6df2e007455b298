import { bool, str } from 'envalid';
import { ConfigError } from './config-error.js';
import { webAddress } from './validators.js';

/** Access to Stripe, through which clients pay invoices on their page. */
export interface StripeConfig {
  apiKey: string;
  /** Signing secrets of the webhook endpoint; several while a secret is replaced. */
  webhookSecrets: string[];
  /** Address of Stripe's API, if not the usual one. */
  baseUrl?: string;
  /** Whether each business has an account of its own; otherwise all money goes to the account of the key. */
  connect: boolean;
}

export const STRIPE_SETTINGS = {
  STRIPE_API_KEY: str({ default: '' }),
  STRIPE_WEBHOOK_SECRET: str({ default: '' }),
  STRIPE_BASE_URL: webAddress({ default: '' }),
  STRIPE_CONNECT: bool({ default: false }),
};

type StripeSettings = Record<
  'STRIPE_API_KEY' | 'STRIPE_WEBHOOK_SECRET' | 'STRIPE_BASE_URL',
  string
> & { STRIPE_CONNECT: boolean };

/**
 * Returns the settings of Stripe; undefined if there are none.
 *
 * @throws ConfigError when they are incomplete, or when strangers could begin a business whose money they share.
 */
export function stripeOf(
  settings: StripeSettings,
  openRegistration: boolean,
): StripeConfig | undefined {
  const { STRIPE_API_KEY: apiKey, STRIPE_CONNECT: connect } = settings;
  const webhookSecrets = settings.STRIPE_WEBHOOK_SECRET.split(',')
    .map((each) => each.trim())
    .filter(Boolean);
  if (!apiKey) {
    if (webhookSecrets.length > 0 || settings.STRIPE_BASE_URL || connect)
      throw new ConfigError(
        'STRIPE_API_KEY is missing; set it, or take the other STRIPE settings out.',
      );
    return undefined;
  }
  if (!/^(sk|rk)_/.test(apiKey))
    throw new ConfigError(
      'STRIPE_API_KEY must be a secret or restricted key, which begins with sk_ or rk_; change it and start again.',
    );
  if (webhookSecrets.length === 0)
    throw new ConfigError(
      'STRIPE_WEBHOOK_SECRET is missing; set it to the signing secret of the webhook endpoint, since without it no payment could be confirmed.',
    );
  if (!webhookSecrets.every((each) => each.startsWith('whsec_')))
    throw new ConfigError(
      'STRIPE_WEBHOOK_SECRET must begin with whsec_; change it and start again.',
    );
  if (openRegistration && !connect)
    throw new ConfigError(
      'STRIPE_CONNECT must be true with OPEN_REGISTRATION, since otherwise the payments of every business would go to the account of STRIPE_API_KEY.',
    );
  return { apiKey, webhookSecrets, baseUrl: settings.STRIPE_BASE_URL || undefined, connect };
}
