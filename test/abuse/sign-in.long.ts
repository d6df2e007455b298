import { setTimeout as sleep } from 'node:timers/promises';
import { DEMO_PASSWORD } from '../../db/demo/seed-demo.js';
import {
  ask,
  flood,
  getsInThroughFlood,
  HOME,
  OFFICE,
  runTwoServers,
  signIn,
  survivesSignInsAtOnce,
} from './sign-in-flood.js';

runTwoServers();

it(
  'accepts the right password during a flood from the same network',
  () => getsInThroughFlood('a new password each time', (at) => `guess ${at}`),
  120_000,
);

it(
  'accepts the right password during a flood that always tries the same wrong one',
  () => getsInThroughFlood('always the same password', () => 'guess'),
  120_000,
);

it(
  'accepts the right password after a few equal guesses',
  () => getsInThroughFlood('always the same password', () => 'guess', 600),
  120_000,
);

it('counts wrong current passwords by session, so that others on the network cannot delay a change of password', async () => {
  const { token } = await signIn('owner', DEMO_PASSWORD, HOME);
  const change = async () => {
    const start = performance.now();
    const { errors } = await ask(
      'mutation { changePassword(current: "guess", next: "a long new password") }',
      {},
      HOME,
      token,
      1,
    );
    return { code: errors?.[0]?.extensions.code, ms: performance.now() - start };
  };
  const stop = flood('owner', HOME, (at) => `guess ${at}`);
  await sleep(700);
  const first = await change();
  await stop();
  expect(first.code).toBe('VALIDATION_FAILED');
  expect(first.ms).toBeLessThan(900);
  await change();
  await change();
  expect((await change()).ms).toBeGreaterThan(600);
});

it("lets the owner in while many networks guess the account's password: at once from a known network", async () => {
  await signIn('owner', DEMO_PASSWORD, OFFICE);
  await Promise.all(
    Array.from({ length: 20 }, (_, at) => signIn('owner', 'guess', `192.0.2.${at}`)),
  );
  const known = await signIn('owner', DEMO_PASSWORD, OFFICE);
  expect(known.token).toBeDefined();
  const elsewhere = await signIn('owner', DEMO_PASSWORD, '198.51.100.99');
  expect(elsewhere.token).toBeDefined();
  expect(elsewhere.ms).toBeGreaterThan(900);
  expect(elsewhere.ms).toBeLessThan(5_000);
  expect(known.ms).toBeLessThan(900);
});

it('survives a flood that fills the queue', () => survivesSignInsAtOnce(120));

it("lets everybody in an office sign in while one of them guesses a colleague's password", async () => {
  const { token } = await signIn('owner', DEMO_PASSWORD, OFFICE);
  const stop = flood('admin', OFFICE, (at) => `guess ${at}`);
  await sleep(1_500);
  for (const person of ['owner', 'supervisor', 'tradie'])
    expect((await signIn(person, DEMO_PASSWORD, OFFICE)).token).toBeDefined();
  expect((await signIn('admin', DEMO_PASSWORD, HOME)).token).toBeDefined();
  expect(token).toBeDefined();
  await stop();
});
