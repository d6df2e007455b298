import { scheduledJob, shared } from '../harness/jobs.js';
import { follow, refusal } from '../harness/live.js';
import { itInLongForm } from '../harness/long-form.js';
import { openWorld, type World } from '../harness/world.js';

const WRONG = `jgp_${'x'.repeat(43)}`;
const SIGN_IN =
  'mutation ($password: String!) { signIn(email: "owner@demo.jobglass.test", password: $password) { token } }';
let world: World;
afterEach(() => world.close());

async function codeOf(query: string, variables: object, headers: Record<string, string> = {}) {
  const response = await fetch(`${world.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ query, variables }),
  });
  const { errors } = (await response.json()) as { errors?: { extensions: { code: string } }[] };
  return errors?.[0]?.extensions.code;
}

const signIn = (password: string, headers = {}) => codeOf(SIGN_IN, { password }, headers);
const open = (token: string, headers = {}) =>
  codeOf('{ portal { job { id } } }', {}, { authorization: `Bearer ${token}`, ...headers });

it('limits password guesses, whatever address headers the caller sends', async () => {
  world = await openWorld({ wrongSignInsPer10Minutes: 3 });
  for (let time = 0; time < 3; time += 1) expect(await signIn('guess')).toBe('UNAUTHENTICATED');
  const start = performance.now();
  for (const name of ['x-forwarded-for', 'forwarded', 'x-real-ip'])
    expect(await signIn('guess', { [name]: '203.0.113.9' })).toBe('UNAUTHENTICATED');
  // One second after the last free one, then one and two.
  expect(performance.now() - start).toBeGreaterThan(3_000);
  expect(await signIn('demo-password')).toBeUndefined();
});

it('accepts one wrong password in a request and no more', async () => {
  world = await openWorld({ wrongSignInsPer10Minutes: 3 });
  const guesses = Array.from(
    { length: 10 },
    (_, at) =>
      `a${at}: signIn(email: "owner@demo.jobglass.test", password: "guess${at}") { token }`,
  );
  // They run one after the other, and the first failure ends them.
  for (let time = 0; time < 3; time += 1) {
    const { errors } = await world.asVisitor(`mutation { ${guesses.join(' ')} }`);
    expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['UNAUTHENTICATED']);
  }
  const { rows } = await world.sql("select points from rate_limits where key like 'guess:%'");
  expect(rows).toEqual([{ points: 3 }]);
});

it('does not count successful sign-ins', async () => {
  world = await openWorld({ wrongSignInsPer10Minutes: 2 });
  for (let time = 0; time < 5; time += 1) expect(await signIn('demo-password')).toBeUndefined();
});

itInLongForm('delays wrong links on every transport, and never a valid one', async () => {
  world = await openWorld({ wrongLinksPer10Minutes: 3 });
  const owner = await world.as('owner');
  const { token } = await shared(world, owner, await scheduledJob(owner), ['STATUS']);
  for (let time = 0; time < 3; time += 1) expect(await open(WRONG)).toBe('NOT_FOUND');
  expect(await open(WRONG)).toBe('RATE_LIMITED');
  expect(
    await refusal(follow(world, WRONG, 'subscription { portalChanged { messagesEnabled } }')),
  ).toBe('RATE_LIMITED');
  const photo = await fetch(`${world.url}/photos/x/display`, {
    headers: { authorization: `Bearer ${WRONG}` },
  });
  expect(photo.status).toBe(429);
  expect(await open(token)).toBeUndefined();
});

it('distinguishes callers behind a proxy, on a WebSocket as well', async () => {
  world = await openWorld({ wrongLinksPer10Minutes: 1, trustProxy: ['loopback'] });
  const from = (address: string) => open(WRONG, { 'x-forwarded-for': address });
  expect(await from('203.0.113.1')).toBe('NOT_FOUND');
  expect(await from('198.51.100.1, 203.0.113.1')).toBe('RATE_LIMITED');
  expect(await from('203.0.113.2')).toBe('NOT_FOUND');
  expect(
    await refusal(follow(world, WRONG, 'subscription { portalChanged { messagesEnabled } }')),
  ).toBe('NOT_FOUND');
});
