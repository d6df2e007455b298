import { DEMO_PASSWORD } from '../../db/demo/seed-demo.js';
import { ask, HOME, pool, runTwoServers, servers, signIn } from './sign-in-flood.js';
import { othersAreServedDuring } from './watch-health.js';

// `sign-in.long.ts` has the longer floods and the other counts.
runTwoServers();

it('checks the length first: a password of 3.9 MB delays nobody', async () => {
  // Almost the maximum size of a visitor's request.
  const long = 'a'.repeat(60_000);
  await othersAreServedDuring(servers[0]?.url as string, 'A sign-in of 3.9 MB', async () => {
    const { code } = await signIn(`${'a'.repeat(3_900_000)}@x.test`, 'guess', HOME);
    expect(code).toBe('BAD_REQUEST');
    expect(await signIn(`${long}@x.test`, 'guess', HOME)).toMatchObject({
      code: 'VALIDATION_FAILED',
      field: 'email',
    });
    expect(await signIn('owner', long, HOME)).toMatchObject({
      code: 'VALIDATION_FAILED',
      field: 'password',
    });
    const { token } = await signIn('owner', DEMO_PASSWORD, HOME);
    for (const [current, next] of [
      [long, DEMO_PASSWORD],
      [DEMO_PASSWORD, long],
    ]) {
      const { errors } = await ask(
        'mutation ($current: String!, $next: String!) { changePassword(current: $current, next: $next) }',
        { current, next },
        HOME,
        token,
      );
      expect(errors?.[0]?.extensions.code).toBe('VALIDATION_FAILED');
    }
  });
});

it('counts over all servers: past the free guesses each waits, and the right one gets in', async () => {
  const tries = [0, 1, 0, 1, 0].map(async (server, at) =>
    signIn('owner', `guess ${at}`, HOME, server),
  );
  const answers = await Promise.all(tries);
  expect(answers.map(({ code }) => code)).toEqual(Array(5).fill('UNAUTHENTICATED'));
  // Two are free, the third takes the first free moment, the others wait one and two seconds.
  expect(Math.max(...answers.map(({ ms }) => ms))).toBeGreaterThan(2_000);
  expect((await signIn('owner', DEMO_PASSWORD, HOME, 1)).token).toBeDefined();
});

it('lets nobody in while guesses cannot be counted', async () => {
  await pool.query('alter table rate_limits rename to rate_limits_away');
  try {
    const { token, code } = await signIn('owner', DEMO_PASSWORD, HOME);
    expect(token).toBeUndefined();
    expect(['INTERNAL_ERROR', 'UNAVAILABLE', 'BUSY']).toContain(code);
  } finally {
    await pool.query('alter table rate_limits_away rename to rate_limits');
  }
});
