import type { IncomingMessage } from 'node:http';
import { callerAddress } from '../../src/server/http/caller-address.js';

const request = (remoteAddress: string, forwarded?: string) =>
  ({
    socket: { remoteAddress },
    headers: { 'x-forwarded-for': forwarded },
  }) as unknown as IncomingMessage;

it.each([
  [[], '203.0.113.1', '10.0.0.1', '203.0.113.1'],
  [['loopback'], '127.0.0.1', undefined, '127.0.0.1'],
  [['loopback'], '::ffff:127.0.0.1', '198.51.100.7, 203.0.113.1', '203.0.113.1'],
  [['loopback', '10.0.0.0/8'], '::1', '203.0.113.1, 10.1.2.3', '203.0.113.1'],
  [['10.0.0.1'], '10.0.0.2', '203.0.113.1', '10.0.0.2'],
  [['uniquelocal'], 'fd00::1', '2001:db8::1', '2001:db8::1'],
  [['loopback'], '127.0.0.1', 'nonsense', 'nonsense'],
])(
  'trusting %j, a connection from %s that forwards %s comes from %s',
  (trusted, from, forwarded, address) => {
    expect(callerAddress(trusted)(request(from, forwarded))).toBe(address);
  },
);
