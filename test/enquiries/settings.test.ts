import { loadConfig } from '../../src/config/config.js';

const settings = (changes: Record<string, string>) =>
  loadConfig({ JOBGLASS_DATA: process.env.TEST_FOLDER, ...changes });

it('trusts no proxy and accepts five enquiries in ten minutes by default', () => {
  expect(settings({})).toMatchObject({ trustProxy: [], enquiriesPer10Minutes: 5 });
  const given = settings({
    TRUST_PROXY: '10.0.0.0/8, loopback,::1',
    ENQUIRIES_PER_10_MINUTES: '9',
  });
  expect(given).toMatchObject({
    trustProxy: ['10.0.0.0/8', 'loopback', '::1'],
    enquiriesPer10Minutes: 9,
  });
});

// "Everybody" and a number of hops would let a caller choose the address under which it is counted.
it.each(['true', '1', '*', 'proxy.example', '10.0.0.0/33', '10.0.0.1/8/9', '::1/129'])(
  'does not start when the proxies are %p',
  (value) => {
    expect(() => settings({ TRUST_PROXY: value })).toThrow(/TRUST_PROXY must be a list of proxies/);
  },
);

it('does not start when the number of enquiries is invalid', () => {
  expect(() => settings({ ENQUIRIES_PER_10_MINUTES: '0' })).toThrow(/ENQUIRIES_PER_10_MINUTES/);
});
