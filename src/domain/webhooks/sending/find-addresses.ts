import { Resolver } from 'node:dns/promises';
import { isIP } from 'node:net';
import type { WebhookConfig } from '../../../config/webhook-settings.js';
import { isPublicAddress } from './public-address.js';

/** The address of an endpoint cannot be used; the message is a sentence for staff. */
export class AddressRefused extends Error {}

/** Address of a host, as Node's `lookup` returns it. */
export interface HostAddress {
  address: string;
  family: 4 | 6;
}

const DNS_TIMEOUT_MS = 2_000;
const DNS_TRIES = 2;
const LOCALHOST: HostAddress[] = [
  { address: '127.0.0.1', family: 4 },
  { address: '::1', family: 6 },
];

/**
 * Resolves the host of an endpoint. Asks DNS itself, not by the operating system: its calls occupy a thread each, so slow
 * servers of one business could hold up what else uses the threads.
 *
 * @throws AddressRefused if it has no address, or one that is not on the public Internet.
 */
export async function findAddresses(
  { hostname }: URL,
  { allowPrivate, dnsServers }: WebhookConfig,
): Promise<HostAddress[]> {
  const host = hostname.replace(/^\[|\]$/g, '');
  const found = await addressesOf(host, dnsServers);
  if (found.length === 0)
    throw new AddressRefused(`The name ${host} has no address; check how it is written.`);
  if (!allowPrivate && !found.every(({ address }) => isPublicAddress(address)))
    throw new AddressRefused(
      `The name ${host} leads to a private network; use an address on the public Internet.`,
    );
  return found;
}

async function addressesOf(host: string, dnsServers: string[]): Promise<HostAddress[]> {
  const family = isIP(host);
  if (family !== 0) return [{ address: host, family: family as 4 | 6 }];
  if (/(^|\.)localhost\.?$/.test(host)) return LOCALHOST;
  const resolver = new Resolver({ timeout: DNS_TIMEOUT_MS, tries: DNS_TRIES });
  if (dnsServers.length > 0) resolver.setServers(dnsServers);
  const [four, six] = await Promise.all([
    resolver.resolve4(host).catch(noAddress),
    resolver.resolve6(host).catch(noAddress),
  ]);
  return [
    ...four.map((address) => ({ address, family: 4 as const })),
    ...six.map((address) => ({ address, family: 6 as const })),
  ];
}

/** A name may have addresses of one family only. */
function noAddress(): string[] {
  return [];
}
