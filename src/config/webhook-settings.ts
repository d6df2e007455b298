import { isIP } from 'node:net';
import { bool, makeValidator } from 'envalid';
import { ConfigError } from './config-error.js';

/** How outgoing webhooks reach their addresses. */
export interface WebhookConfig {
  /** Whether http and addresses on private networks are allowed: for development and tests. */
  allowPrivate: boolean;
  /** DNS servers that resolve the addresses; empty: those of the machine. */
  dnsServers: string[];
}

const dnsServers = makeValidator((value) => {
  const list = value
    .split(',')
    .map((each) => each.trim())
    .filter(Boolean);
  if (list.every((each) => isIP(each.replace(/:\d+$/, '')) || isIP(each))) return list;
  throw new Error(
    'a list of IP addresses, each with a port if needed, like 1.1.1.1 or 10.0.0.1:5353',
  );
});

export const WEBHOOK_SETTINGS = {
  WEBHOOKS_ALLOW_PRIVATE: bool({ default: false }),
  WEBHOOK_DNS_SERVERS: dnsServers({ default: [] }),
};

/**
 * Returns the settings of webhooks.
 *
 * @throws ConfigError when a production server would reach into its own network.
 */
export function webhooksOf(
  settings: { WEBHOOKS_ALLOW_PRIVATE: boolean; WEBHOOK_DNS_SERVERS: string[] },
  production: boolean,
): WebhookConfig {
  const { WEBHOOKS_ALLOW_PRIVATE: allowPrivate, WEBHOOK_DNS_SERVERS: servers } = settings;
  if (allowPrivate && production)
    throw new ConfigError(
      'WEBHOOKS_ALLOW_PRIVATE must not be on in production, since a business could reach your own network with it; take it out.',
    );
  return { allowPrivate, dnsServers: servers };
}
