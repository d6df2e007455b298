import { isIP } from 'node:net';
import { makeValidator } from 'envalid';
import { SECRET_LENGTH } from './kept-secret.js';

export const webAddress = makeValidator((value) => {
  if (value === '' || /^https?:$/.test(protocolOf(value))) return value;
  throw new Error('an address that begins with http:// or https://');
});

export const databaseAddress = makeValidator((value) => {
  if (value === '' || /^postgres(ql)?:$/.test(protocolOf(value))) return value;
  throw new Error('an address like postgresql://user:password@host:5432/jobglass');
});

export const secret = makeValidator((value) => {
  if (value === '' || value.length >= SECRET_LENGTH) return value;
  throw new Error(`at least ${SECRET_LENGTH} characters that nobody can guess`);
});

// One connection holds the lock while another runs the migrations.
export const severalConnections = makeValidator((value) => {
  const number = Number(value);
  if (Number.isInteger(number) && number > 1) return number;
  throw new Error('a whole number above 1');
});

export const positive = makeValidator((value) => {
  const number = Number(value);
  if (Number.isInteger(number) && number > 0) return number;
  throw new Error('a whole number above 0');
});

export const proxies = makeValidator((value) => {
  const list = value
    .split(',')
    .map((each) => each.trim())
    .filter(Boolean);
  if (list.every(isProxy)) return list;
  throw new Error(
    'a list of proxies, each an address like 10.0.0.1 or 10.0.0.0/8, or loopback, linklocal, uniquelocal',
  );
});

export const origins = makeValidator((value) => {
  const list = value
    .split(',')
    .map((each) => each.trim().replace(/\/$/, ''))
    .filter(Boolean);
  if (list.length === 1 && list[0] === '*') return list;
  if (list.every(isOrigin)) return list;
  throw new Error(
    'a list of origins with commas between them, each like https://app.example.com without a path, or * alone',
  );
});

/** As browsers write it: in small letters, without a standard port or a path. */
function isOrigin(text: string): boolean {
  return /^https?:[^*]+$/.test(text) && URL.canParse(text) && new URL(text).origin === text;
}

function isProxy(text: string): boolean {
  const [address = '', bits, ...rest] = text.split('/');
  if (bits === undefined) return /^(loopback|linklocal|uniquelocal)$/.test(text) || isIP(text) > 0;
  const maxBits = { 4: 32, 6: 128 }[isIP(address)] ?? -1;
  return rest.length === 0 && /^\d{1,3}$/.test(bits) && Number(bits) <= maxBits;
}

function protocolOf(value: string): string {
  return URL.canParse(value) ? new URL(value).protocol : '';
}
