import { sharedContract } from '../../src/server/boot/contract.js';
import { following, refusal } from '../harness/live.js';
import { itInLongForm } from '../harness/long-form.js';
import { type Ask, openWorld, until, type World } from '../harness/world.js';
import { ALL_OPERATIONS } from '../roles/operation-text.js';
import {
  accept,
  call,
  codeAt,
  confirmFactor,
  forgot,
  hired,
  invite,
  newAddress,
  PASSWORD,
  reset,
  setUpFactor,
  signIn,
  tokenTo,
} from './people.js';

const STATUS = '{ secondFactor { isOn isRequired recoveryCodesLeft } }';
const OFF = `mutation ($password: String!, $code: String!) {
  turnOffSecondFactor(password: $password, code: $code) }`;
const REQUIRE = `mutation ($roles: [StaffRole!]!) {
  requireSecondFactorFor(roles: $roles) { business { requireSecondFactorFor } } }`;

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

/** A code is good once: the next step of the clock. */
function nextCode(secret: string): string {
  world.clock.advance(30_000);
  return codeAt(world, secret);
}

async function guarded(role = 'TRADIE') {
  const person = await hired(world, role);
  return { ...person, ...(await setUpFactor(world, person.ask)) };
}

it('counts once a first code confirms it, and is then asked for at sign-in', async () => {
  const { ask, email } = await hired(world);
  const begun = await call<{ secret: string; uri: string }>(
    ask,
    `mutation { beginSecondFactor(password: "${PASSWORD}") { secret uri } }`,
  );
  expect(begun.data.uri).toContain(`secret=${begun.data.secret}`);
  expect((await signIn(world, email)).code).toBeUndefined();
  expect((await confirmFactor(ask, '000000')).field).toBe('code');
  expect((await call(ask, STATUS)).data).toMatchObject({ isOn: false });
  const { data } = await confirmFactor(ask, codeAt(world, begun.data.secret));
  expect(new Set(data.recoveryCodes).size).toBe(10);
  expect((await call(ask, STATUS)).data).toEqual({
    isOn: true,
    isRequired: false,
    recoveryCodesLeft: 10,
  });
  expect((await signIn(world, email)).code).toBe('SECOND_FACTOR_REQUIRED');
  expect((await signIn(world, email, 'a wrong password')).code).toBe('UNAUTHENTICATED');
  const code = nextCode(begun.data.secret);
  expect((await signIn(world, email, PASSWORD, code)).code).toBeUndefined();
});

it('neither its secret nor a recovery code is stored readably', async () => {
  const { secret, recoveryCodes } = await guarded();
  const { rows } = await world.sql('select json_agg(f)::text as text from second_factors f');
  const text = String(rows[0]?.text);
  for (const each of [
    secret,
    ...recoveryCodes,
    ...recoveryCodes.map((code) => code.replaceAll('-', '')),
  ])
    expect(text).not.toContain(each);
});

it('a code is good once, also for two sign-ins at the same time', async () => {
  const { email, secret } = await guarded();
  const code = nextCode(secret);
  const both = await Promise.all([
    signIn(world, email, PASSWORD, code),
    signIn(world, email, PASSWORD, code),
  ]);
  expect(both.map((each) => each.code).sort()).toEqual(['VALIDATION_FAILED', undefined]);
  expect((await signIn(world, email, PASSWORD, code)).field).toBe('code');
  // An older code of the window is not good after a newer one.
  expect((await signIn(world, email, PASSWORD, codeAt(world, secret, -1))).field).toBe('code');
});

it('a recovery code signs in once, however it is typed', async () => {
  const { email, recoveryCodes, ask } = await guarded();
  const typed = recoveryCodes[0]?.toLowerCase().replaceAll('-', ' ') as string;
  expect((await signIn(world, email, PASSWORD, typed)).code).toBeUndefined();
  expect((await signIn(world, email, PASSWORD, typed)).field).toBe('code');
  expect((await call(ask, STATUS)).data).toMatchObject({ recoveryCodesLeft: 9 });
});

it('after a change of the server’s secret a recovery code still signs in, and a code of the app does not', async () => {
  const { id, email, secret, recoveryCodes } = await guarded();
  await world.sql(
    `update second_factors set sealed_secret = (select sealed_secret from second_factors where staff_member_id <> $1 limit 1)
     where staff_member_id = $1`,
    [id],
  );
  expect((await signIn(world, email, PASSWORD, nextCode(secret))).field).toBe('code');
  expect((await signIn(world, email, PASSWORD, recoveryCodes[0])).code).toBeUndefined();
});

itInLongForm('wrong codes are limited, from all networks together', async () => {
  const { email, secret } = await guarded();
  const codes = [];
  for (let time = 0; time < 11; time += 1)
    codes.push((await signIn(world, email, PASSWORD, '000000')).code);
  expect(codes).toEqual([...Array(10).fill('VALIDATION_FAILED'), 'RATE_LIMITED']);
  expect((await signIn(world, email, PASSWORD, nextCode(secret))).code).toBe('RATE_LIMITED');
});

it('is turned off with the password and a code', async () => {
  const { ask, email, secret } = await guarded();
  const code = nextCode(secret);
  const wrong = await call(ask, OFF, { password: 'a wrong password', code });
  expect(wrong.field).toBe('password');
  expect((await call(ask, OFF, { password: PASSWORD, code: '000000' })).field).toBe('code');
  expect((await call(ask, OFF, { password: PASSWORD, code })).data).toBe(true);
  expect((await signIn(world, email)).code).toBeUndefined();
});

it('new recovery codes replace the old ones', async () => {
  const { ask, email, secret, recoveryCodes } = await guarded();
  const { data } = await call<{ recoveryCodes: string[] }>(
    ask,
    `mutation ($code: String!) {
      renewRecoveryCodes(password: "${PASSWORD}", code: $code) { recoveryCodes } }`,
    { code: nextCode(secret) },
  );
  expect((await signIn(world, email, PASSWORD, recoveryCodes[0])).field).toBe('code');
  expect((await signIn(world, email, PASSWORD, data.recoveryCodes[0])).code).toBeUndefined();
});

it('a mailed link alone does not get past it', async () => {
  const { email, secret } = await guarded();
  await forgot(world, email);
  const token = await tokenTo(world, email, 'reset');
  expect((await reset(world, token, 'another long password')).code).toBe('SECOND_FACTOR_REQUIRED');
  const { code } = await reset(world, token, 'another long password', nextCode(secret));
  expect(code).toBeUndefined();
});

it('an owner resets that of somebody who lost their phone, who is signed out and told', async () => {
  const { id, email, ask } = await guarded();
  const RESET = `mutation ($id: ID!) { resetSecondFactor(staffMemberId: $id) { staffMember { id } } }`;
  expect((await call(await world.as('admin'), RESET, { id })).code).toBe('FORBIDDEN');
  expect((await call(await world.as('soletrader'), RESET, { id })).code).toBe('NOT_FOUND');
  const owner = await world.as('owner');
  expect((await call(owner, RESET, { id })).code).toBeUndefined();
  expect((await call(owner, RESET, { id })).code).toBe('CONFLICT');
  expect((await call(ask, STATUS)).code).toBe('UNAUTHENTICATED');
  expect((await signIn(world, email)).code).toBeUndefined();
  const mails = await world.mailsTo(email, 2);
  expect(mails[0]?.subject).toBe('Your second factor was turned off');
});

it('those who must set it up may call nothing but what this takes, and what visitors may', () => {
  const { policy } = sharedContract();
  const open = ALL_OPERATIONS.filter((name) =>
    policy.audiencesOf(name).includes('SECOND_FACTOR_SETUP'),
  );
  const alsoVisitors = open.filter((name) => policy.audiencesOf(name).includes('VISITOR'));
  expect(open.filter((name) => !alsoVisitors.includes(name)).sort()).toEqual([
    'Mutation.beginSecondFactor',
    'Mutation.confirmSecondFactor',
    'Mutation.signOut',
  ]);
  // Found once by hand: none of them reads or writes more than the caller sends or a token proves.
  expect(alsoVisitors.sort()).toEqual([
    'Mutation.acceptInvitation',
    'Mutation.confirmEmailChange',
    'Mutation.requestPasswordReset',
    'Mutation.requestRegistration',
    'Mutation.resetPassword',
    'Mutation.setUpBusiness',
    'Mutation.signIn',
    'Mutation.submitEnquiry',
    'Query.businessChoices',
    'Query.errorCodes',
    'Query.me',
    'Query.setupLink',
  ]);
});

describe('when the owner demands it of a role', () => {
  let owner: Ask;
  beforeAll(async () => {
    owner = await world.as('owner');
  });
  afterEach(() => call(owner, REQUIRE, { roles: [] }));

  const READS = [
    '{ jobs { nodes { id } } }',
    '{ business { name } }',
    '{ sessions { nodes { id } } }',
  ];

  it('people of that role can only set it up, from their next request on', async () => {
    const { ask, token, email } = await hired(world, 'SUPERVISOR');
    // Twice, so that the second is answered by the fast path under its guard.
    for (let time = 0; time < 2; time += 1)
      for (const read of READS) expect((await call(ask, read)).code).toBeUndefined();
    const { data } = await call<{ business: object }>(owner, REQUIRE, { roles: ['SUPERVISOR'] });
    expect(data.business).toEqual({ requireSecondFactorFor: ['SUPERVISOR'] });
    for (const read of READS)
      expect((await call(ask, read)).code).toBe('SECOND_FACTOR_SETUP_REQUIRED');
    const write = await call(
      ask,
      'mutation { createClient(input: { name: "X" }) { client { id } } }',
    );
    expect(write.code).toBe('SECOND_FACTOR_SETUP_REQUIRED');
    const photo = await fetch(`${world.url}/photos`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}` },
    });
    expect(photo.status).toBe(403);
    expect(await photo.text()).toContain('SECOND_FACTOR_SETUP_REQUIRED');
    const me = await call(ask, '{ me { kind mustSetUpSecondFactor permissions name } }');
    expect(me.data).toEqual({
      kind: 'STAFF',
      mustSetUpSecondFactor: true,
      permissions: null,
      name: null,
    });
    const { secret } = await setUpFactor(world, ask);
    for (const read of READS) expect((await call(ask, read)).code).toBeUndefined();
    const code = nextCode(secret);
    expect((await signIn(world, email, PASSWORD, code)).code).toBeUndefined();
    const off = await call(ask, OFF, { password: PASSWORD, code: nextCode(secret) });
    expect(off.data).toBe(true);
    expect((await call(ask, READS[0] as string)).code).toBe('SECOND_FACTOR_SETUP_REQUIRED');
  });

  it('an open subscription ends', async () => {
    const { token } = await hired(world, 'SUPERVISOR');
    const live = await following(world, token, 'subscription { sharePromptRaised { id } }');
    await call(owner, REQUIRE, { roles: ['SUPERVISOR'] });
    await until(() => live.hasEnded());
    expect(await refusal(live)).toBeUndefined();
    await live.close();
  });

  it('a newcomer sets it up first, and may sign out instead', async () => {
    await call(owner, REQUIRE, { roles: ['SUPERVISOR'] });
    const email = newAddress();
    await invite(owner, email, { role: 'SUPERVISOR' });
    const { data } = await accept(world.asVisitor, await tokenTo(world, email, 'invitation'));
    const ask = world.withToken(data.token);
    expect((await call(ask, READS[0] as string)).code).toBe('SECOND_FACTOR_SETUP_REQUIRED');
    expect((await call(ask, 'mutation { signOut }')).data).toBe(true);
    expect((await call(ask, 'mutation { signOut }')).code).toBe('UNAUTHENTICATED');
    const tradie = await hired(world);
    expect((await call(tradie.ask, READS[0] as string)).code).toBeUndefined();
  });
});
