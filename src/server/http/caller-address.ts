import type { IncomingMessage } from 'node:http';
import { BlockList, isIPv6 } from 'node:net';

const NAMED_RANGES: Record<string, string[]> = {
  loopback: ['127.0.0.1/8', '::1/128'],
  linklocal: ['169.254.0.0/16', 'fe80::/10'],
  uniquelocal: ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', 'fc00::/7'],
};

/**
 * Returns a function from a request to its caller's address, as Fastify determines it: the last address that is not a
 * trusted proxy. For WebSockets, whose upgrade request does not pass through Fastify.
 */
export function callerAddress(trusted: readonly string[]) {
  const isProxy = knownProxies(trusted);
  return ({ socket, headers }: IncomingMessage): string => {
    const forwarded = String(headers['x-forwarded-for'] ?? '').split(',');
    let address = plain(socket.remoteAddress ?? 'unknown');
    while (forwarded.length > 0 && isProxy(address)) {
      const before = forwarded.pop()?.trim();
      if (!before) break;
      address = plain(before);
    }
    return address;
  };
}

/** Returns a function that tests whether an address is a trusted proxy. */
export function knownProxies(trusted: readonly string[]): (address: string) => boolean {
  const proxies = new BlockList();
  for (const range of trusted.flatMap((each) => NAMED_RANGES[each] ?? [each]))
    trust(proxies, range);
  return (address) => proxies.check(plain(address), familyOf(plain(address)));
}

function trust(proxies: BlockList, range: string): void {
  const [address = '', bits] = range.split('/');
  const family = familyOf(address);
  if (bits === undefined) proxies.addAddress(address, family);
  else proxies.addSubnet(address, Number(bits), family);
}

function familyOf(address: string): 'ipv4' | 'ipv6' {
  return isIPv6(address) ? 'ipv6' : 'ipv4';
}

function plain(address: string): string {
  return address.match(/^::ffff:(\d+\.\d+\.\d+\.\d+)$/i)?.[1] ?? address;
}
