import { createHmac } from 'node:crypto';
import { isIPv6 } from 'node:net';

/**
 * HMAC of the sender's network, from which the address cannot be recovered. A household or an office has a
 * whole /64 of IPv6 addresses, so a /64 is one sender.
 */
export function senderAt(address: string, secret: string): string {
  return createHmac('sha256', secret)
    .update(`enquiry:${networkOf(address)}`)
    .digest('base64url');
}

/** The network of an address: an IPv4 address itself, the /64 of an IPv6 address. */
export function networkOf(address: string): string {
  const [plain = ''] = address.toLowerCase().split('%');
  if (!isIPv6(plain)) return plain;
  const mapped = plain.match(/^::ffff:(\d+\.\d+\.\d+\.\d+)$/)?.[1];
  return mapped ?? `${firstGroups(plain).join(':')}::/64`;
}

function firstGroups(address: string): string[] {
  const [head = '', tail] = address.split('::');
  const before = head.split(':').filter(Boolean);
  const after = tail?.split(':').filter(Boolean) ?? [];
  const between = Array<string>(Math.max(0, 8 - before.length - after.length)).fill('0');
  return [...before, ...between, ...after]
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16));
}
