import { cookieIn, FROM_OWN_PAGE, post, postSession } from '../harness/own-page.js';
import { type Ask, openWorld, type World } from '../harness/world.js';
import { call, hired, newAddress, PASSWORD, signIn, tokenTo } from './people.js';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const CHANGE = `mutation ($email: String!, $password: String!) {
  requestEmailChange(email: $email, password: $password) }`;
const CONFIRM = 'mutation ($token: String!) { confirmEmailChange(token: $token) }';
const SESSIONS = '{ sessions { nodes { id device startedAt lastUsedAt lastUsedFrom isCurrent } } }';

interface Sessions {
  nodes: { id: string; device: string; lastUsedFrom: string; isCurrent: boolean }[];
}

it('a tradie changes their own name and phone, and nothing else of themselves', async () => {
  const { ask } = await hired(world);
  const { data } = await call<{ staffMember: object }>(
    ask,
    `mutation { updateOwnProfile(input: { name: "Ned", phone: "0499 123 456" }) {
      staffMember { name phone role } } }`,
  );
  expect(data.staffMember).toEqual({ name: 'Ned', phone: '+61499123456', role: 'TRADIE' });
  const role = await call(
    ask,
    'mutation { updateOwnProfile(input: { role: BUSINESS_OWNER }) { staffMember { name } } }',
  );
  expect(role.code).toBe('GRAPHQL_VALIDATION_FAILED');
});

describe('a new email address', () => {
  it('counts once its mailed link was opened, and the old one is told', async () => {
    const { ask, email } = await hired(world);
    const next = newAddress();
    expect((await call(ask, CHANGE, { email: next, password: PASSWORD })).data).toBe(true);
    const token = await tokenTo(world, next, 'confirm-email');
    expect((await signIn(world, next)).code).toBe('UNAUTHENTICATED');
    expect((await signIn(world, email)).code).toBeUndefined();
    expect((await call(world.asVisitor, CONFIRM, { token })).data).toBe(true);
    expect((await signIn(world, next)).code).toBeUndefined();
    expect((await signIn(world, email)).code).toBe('UNAUTHENTICATED');
    expect((await call(world.asVisitor, CONFIRM, { token })).code).toBe('NOT_FOUND');
    const [told] = (await world.mailsTo(email, 2)).filter(({ subject }) => /changed/.test(subject));
    expect(told?.text).toContain('This address no longer signs in.');
  });

  it('is asked for with a cookie by our own page only, and a person who is signed in stays so', async () => {
    const { email } = await hired(world);
    const answer = await postSession(world, { email, password: PASSWORD });
    const asPage = { cookie: cookieIn(answer.setCookie), origin: world.url, ...FROM_OWN_PAGE };
    const next = newAddress();
    const change = `mutation { requestEmailChange(email: "${next}", password: "${PASSWORD}") }`;
    const foreign = { ...asPage, origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' };
    expect((await post(world, change, foreign)).text).toContain('UNAUTHENTICATED');
    expect((await post(world, change, asPage)).text).toContain('"requestEmailChange":true');
    const token = await tokenTo(world, next, 'confirm-email');
    // Following the link changes nothing by itself: the page sends the token that stands after the #.
    expect((await fetch(`${world.url}/confirm-email`)).status).toBe(200);
    expect((await signIn(world, next)).code).toBe('UNAUTHENTICATED');
    expect((await call(world.asVisitor, CONFIRM, { token })).data).toBe(true);
    expect((await post(world, '{ me { name } }', asPage)).text).toContain('Nora New');
    expect((await signIn(world, next)).code).toBeUndefined();
  });

  it('needs the password', async () => {
    const { ask } = await hired(world);
    const wrong = await call(ask, CHANGE, { email: newAddress(), password: 'not my password' });
    expect(wrong).toMatchObject({ code: 'VALIDATION_FAILED', field: 'password' });
  });

  it('that somebody else signs in with is told to its holder only', async () => {
    const { ask, email } = await hired(world);
    const other = await hired(world);
    const { code } = await call(ask, CHANGE, { email: other.email, password: PASSWORD });
    expect(code).toBeUndefined();
    const token = await tokenTo(world, other.email, 'confirm-email');
    expect((await call(world.asVisitor, CONFIRM, { token })).code).toBe('CONFLICT');
    expect((await signIn(world, email)).code).toBeUndefined();
  });
});

describe('sessions', () => {
  it('are listed with device and place, without tokens, and are one’s own only', async () => {
    const person = await hired(world);
    const response = await fetch(`${world.url}/graphql`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'user-agent': 'Mozilla/5.0 (Android 15; Mobile; rv:140.0) Gecko/140.0 Firefox/140.0',
      },
      body: JSON.stringify({
        query: `mutation { signIn(email: "${person.email}", password: "${PASSWORD}") { token } }`,
      }),
    });
    expect(response.status).toBe(200);
    const { data } = await call<Sessions>(person.ask, SESSIONS);
    expect(data.nodes.map(({ device }) => device)).toEqual([
      'Firefox on Android',
      'Another program',
    ]);
    expect(data.nodes.map(({ isCurrent }) => isCurrent)).toEqual([false, true]);
    expect(data.nodes[0]?.lastUsedFrom).toBe('127.0.0.1');
    const token = await call(person.ask, '{ sessions { nodes { tokenHash } } }');
    expect(token.code).toBe('GRAPHQL_VALIDATION_FAILED');
  });

  it('end one by one, or all others at once', async () => {
    const { ask, email } = await hired(world);
    const others: Ask[] = [];
    for (let time = 0; time < 3; time += 1)
      others.push(world.withToken((await signIn(world, email)).data.token));
    const { data } = await call<Sessions>(ask, SESSIONS);
    const [newest] = data.nodes;
    const END = 'mutation ($id: ID!) { endSession(id: $id) }';
    const stranger = await hired(world);
    expect((await call(stranger.ask, END, { id: newest?.id })).code).toBe('NOT_FOUND');
    expect((await call(ask, END, { id: newest?.id })).data).toBe(true);
    const works = async () =>
      Promise.all(others.map(async (each) => !(await call(each, SESSIONS)).code));
    expect(await works()).toEqual([true, true, false]);
    expect((await call(ask, 'mutation { endOtherSessions }')).data).toBe(true);
    expect(await works()).toEqual([false, false, false]);
    expect((await call<Sessions>(ask, SESSIONS)).data.nodes).toHaveLength(1);
  });

  it('say when and where they were last used, to five minutes', async () => {
    const { ask, token } = await hired(world);
    await world.sql(
      "update staff_sessions set last_used_at = now() - interval '1 day', last_used_from = '192.0.2.1' where token_hash = encode(sha256($1::text::bytea), 'hex')",
      [token],
    );
    // A new server that has not noted this session yet would write it; here the note is forced.
    world.clock.advance(6 * 60_000);
    await call(ask, SESSIONS);
    await world.running.services.sessionUse.write();
    const { data } = await call<{ nodes: { lastUsedAt: string; lastUsedFrom: string }[] }>(
      ask,
      SESSIONS,
    );
    const [session] = data.nodes;
    expect(session?.lastUsedFrom).toBe('127.0.0.1');
    const age = world.clock.now().getTime() - new Date(session?.lastUsedAt ?? 0).getTime();
    expect(age).toBeLessThan(60_000);
  });
});
