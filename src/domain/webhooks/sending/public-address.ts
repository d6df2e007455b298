import ipaddr from 'ipaddr.js';

/** Azure's host, which answers every virtual machine at a public address. */
const HOST_OF_AZURE = '168.63.129.16';
/** Addresses of IPv6 hosts; everything outside of it is special, embeds an IPv4 address, or is not assigned. */
const GLOBAL_UNICAST = ipaddr.IPv6.parseCIDR('2000::/3');

/**
 * Whether an address is of a host on the public Internet: not private, loopback, link-local (where clouds have their
 * metadata), shared (CGNAT), multicast, documentation or reserved, and no IPv6 address that contains an IPv4 one
 * (mapped, 6to4, Teredo, NAT64).
 */
export function isPublicAddress(address: string): boolean {
  // Four decimal parts only: other notations of IPv4 mean different hosts to different programs.
  if (ipaddr.IPv4.isValidFourPartDecimal(address))
    return ipaddr.IPv4.parse(address).range() === 'unicast' && address !== HOST_OF_AZURE;
  if (!ipaddr.IPv6.isValid(address) || address.includes('%')) return false;
  const parsed = ipaddr.IPv6.parse(address);
  return parsed.range() === 'unicast' && parsed.match(GLOBAL_UNICAST);
}
