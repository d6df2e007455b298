import { isPublicAddress } from '../../src/domain/webhooks/sending/public-address.js';

it.each([
  '1.1.1.1',
  '9.9.9.9',
  '93.184.216.34',
  '172.15.0.1',
  '172.32.0.1',
  '100.63.0.1',
  '2606:4700:4700::1111',
  '2a00:1450:4001:82a::200e',
])('%s is on the public Internet', (address) => {
  expect(isPublicAddress(address)).toBe(true);
});

it.each([
  // Unspecified, loopback, private, link-local with the metadata of clouds, CGNAT.
  ...[
    '0.0.0.0',
    '0.1.2.3',
    '127.0.0.1',
    '127.255.255.254',
    '10.0.0.1',
    '172.16.0.1',
    '172.31.255.255',
  ],
  ...[
    '192.168.1.1',
    '169.254.169.254',
    '100.64.0.1',
    '100.100.100.200',
    '100.127.255.255',
    '168.63.129.16',
  ],
  // Reserved, documentation, benchmarks, 6to4 relays, multicast, broadcast.
  ...['192.0.0.1', '192.0.2.1', '198.51.100.1', '203.0.113.1', '198.18.0.1', '192.88.99.1'],
  ...['224.0.0.1', '239.255.255.255', '240.0.0.1', '255.255.255.255'],
  // Other notations of IPv4.
  ...['127.1', '0x7f.0.0.1', '0177.0.0.1', '2130706433', '127.0.0.1.', ''],
  // IPv6: unspecified, loopback, link-local, unique local, site-local, multicast, documentation, discard.
  ...['::', '::1', 'fe80::1', 'fe80::1%eth0', 'fc00::1', 'fd00:ec2::254', 'fec0::1', 'ff02::1'],
  ...['2001:db8::1', '3fff::1', '100::1'],
  // IPv4 inside of IPv6: mapped, compatible, translated, NAT64, 6to4, Teredo.
  ...[
    '::ffff:127.0.0.1',
    '::ffff:8.8.8.8',
    '::127.0.0.1',
    '::ffff:0:127.0.0.1',
    '64:ff9b::10.0.0.1',
  ],
  ...['64:ff9b:1::10.0.0.1', '2002:7f00:1::', '2002:808:808::', '2001:0:4136:e378::'],
  ...['2001:10::1', '2001:20::1', '5f00::1', '4000::1'],
])('%s is not', (address) => {
  expect(isPublicAddress(address)).toBe(false);
});
