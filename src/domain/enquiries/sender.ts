import { createHmac } from 'node:crypto';
import { isIPv6 } from 'node:net';

/**
 * A name for whoever sends from this network address, which cannot be turned back into it. One household
 * or office has a whole /64 of IPv6 addresses to choose from, so those count as one sender.
 */
export function senderAt(address: string, secret: string): string {
  return createHmac('sha256', secret)
    .update(`enquiry:${networkOf(address)}`)
    .digest('base64url');
}

/** The part of an address that its owner cannot choose. */
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
