import { DEMO_PASSWORD } from '../../db/demo/seed-demo.js';
import { sessionOf } from '../harness/live.js';
import {
  cookieIn,
  cookieOf,
  FROM_OWN_PAGE,
  type HttpAnswer,
  post,
  postSession,
  request,
} from '../harness/own-page.js';
import { codeOf } from '../harness/quotes.js';
import { openWorld, type World } from '../harness/world.js';

const OWNER = { email: 'owner@demo.jobglass.test', password: DEMO_PASSWORD };
const ME = '{ me { name } }';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const nameIn = ({ text }: HttpAnswer) => JSON.parse(text).data?.me.name;
const errorIn = ({ text }: HttpAnswer) => JSON.parse(text).errors?.[0];
const asPage = (cookie: string) => ({ cookie, ...FROM_OWN_PAGE });

async function isOpen(cookie: string): Promise<boolean> {
  return nameIn(await post(world, ME, asPage(cookie))) !== null;
}

describe('signing in at our own page', () => {
  it('stores the token where no script can read it, and answers without it', async () => {
    const { status, text, setCookie } = await postSession(world, OWNER);
    expect(status).toBe(200);
    expect(JSON.parse(text)).toEqual({
      expiresAt: expect.any(String),
      staff: expect.objectContaining({ name: 'Olivia Owner', role: 'BUSINESS_OWNER' }),
    });
    expect(text).not.toContain('jgs_');
    expect(setCookie).toMatch(
      /^jobglass=jgs_[\w-]{43}; Expires=[^;]+ GMT; Path=\/; HttpOnly; SameSite=Strict$/,
    );
    const days = Date.parse(setCookie?.match(/Expires=([^;]+)/)?.[1] as string) - Date.now();
    expect(days / 3_600_000).toBeCloseTo(12, 1);
  });

  it('lets the page read, first by Apollo and then by the fast path', async () => {
    const cookie = await cookieOf(world, 'owner');
    for (let times = 0; times < 3; times += 1)
      expect(nameIn(await post(world, ME, asPage(cookie)))).toBe('Olivia Owner');
    for (let times = 0; times < 3; times += 1)
      expect(nameIn(await post(world, ME, { cookie }))).toBeNull();
  });

  it('lets the page write, and ends the session that it replaces', async () => {
    const first = await cookieOf(world, 'owner');
    const again = await postSession(world, OWNER, { cookie: first });
    expect(await isOpen(first)).toBe(false);
    const { text } = await post(
      world,
      'mutation { updateSiteSettings(input: {}) { business { name } } }',
      asPage(cookieIn(again.setCookie)),
    );
    expect(text).toContain('Bright Spark');
  });

  it('is refused like signIn, in the same words', async () => {
    const wrong = await postSession(world, { ...OWNER, password: 'no, not this one' });
    expect(wrong).toMatchObject({ status: 401, setCookie: null });
    const { errors } = await world.asVisitor(
      'mutation ($email: String!) { signIn(email: $email, password: "no, not this one") { token } }',
      { email: OWNER.email },
    );
    expect(errorIn(wrong).message).toBe(errors?.[0]?.message);
  });

  it.each([
    ['email', { password: 'x' }],
    ['password', { email: 'owner@demo.jobglass.test' }],
    ['password', { email: 'owner@demo.jobglass.test', password: 1 }],
    ['email', { email: 'a'.repeat(2_000), password: 'x' }],
    ['code', { ...OWNER, code: 'a'.repeat(101) }],
  ])('names the field: %s', async (field, body) => {
    const answer = await postSession(world, body);
    expect(answer.status).toBe(400);
    expect(errorIn(answer).extensions).toMatchObject({ code: 'VALIDATION_FAILED', field });
  });

  it('names all of them at once', async () => {
    const answer = await postSession(world, { email: 1, code: 'a'.repeat(101) });
    expect(errorIn(answer).extensions).toMatchObject({
      faults: [{ field: 'email' }, { field: 'password' }, { field: 'code' }],
    });
  });

  it('counts wrong passwords together with signIn', async () => {
    // Keys are hashed: the second guess adds to the counts of the first instead of beginning its own.
    const counts = async () => {
      const { rows } = await world.sql(
        // The points of requests are written once a second, whenever that is.
        "select count(*)::int as keys, sum(points)::int as points from rate_limits where key not like 'points:%'",
      );
      return { keys: Number(rows[0]?.keys), points: Number(rows[0]?.points) };
    };
    const email = 'supervisor@demo.jobglass.test';
    await postSession(world, { email, password: 'a first guess' });
    const first = await counts();
    await world.asVisitor(
      'mutation ($email: String!) { signIn(email: $email, password: "a second guess") { token } }',
      { email },
    );
    expect(await counts()).toEqual({ keys: first.keys, points: first.points + 3 });
  });

  it('uses a cookie for this host and HTTPS only, where the public address has HTTPS', async () => {
    const secure = await openWorld({ publicUrl: 'https://jobs.example' });
    const { setCookie } = await postSession(secure, OWNER);
    expect(setCookie).toMatch(
      /^__Host-jobglass=jgs_[\w-]{43}; Expires=[^;]+; Path=\/; HttpOnly; SameSite=Strict; Secure$/,
    );
    const cookie = cookieIn(setCookie);
    const own = { ...asPage(cookie), origin: 'https://jobs.example' };
    expect(nameIn(await post(secure, ME, own))).toBe('Olivia Owner');
    // Another host of the domain can set this one.
    const planted = cookie.replace('__Host-jobglass', 'jobglass');
    expect(nameIn(await post(secure, ME, asPage(planted)))).toBeNull();
    const plain = { ...own, origin: 'http://jobs.example', host: 'jobs.example' };
    expect(nameIn(await post(secure, ME, plain))).toBeNull();
    await secure.close();
  });
});

describe('a session that a mutation has started', () => {
  const swap = (token: string) =>
    request(world, '/session', { method: 'POST', headers: { authorization: `Bearer ${token}` } });

  it('becomes a cookie, and its token ends', async () => {
    const token = await sessionOf(world, 'admin');
    // Known to the fast path.
    for (let times = 0; times < 3; times += 1) await world.withToken(token)(ME);
    const { status, text, setCookie } = await swap(token);
    expect({ status, name: JSON.parse(text).staff.name }).toEqual({
      status: 200,
      name: 'Adam Admin',
    });
    expect(text).not.toContain('jgs_');
    expect(nameIn(await post(world, ME, asPage(cookieIn(setCookie))))).toBe('Adam Admin');
    expect(codeOf(await world.withToken(token)(ME))).toBe('UNAUTHENTICATED');
    expect((await swap(token)).status).toBe(401);
  });

  it('becomes one cookie only, if it is asked for twice at once', async () => {
    const token = await sessionOf(world, 'admin');
    const answers = await Promise.all([swap(token), swap(token), swap(token)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 401, 401]);
    const cookie = answers.find(({ status }) => status === 200)?.setCookie ?? null;
    expect(await isOpen(cookieIn(cookie))).toBe(true);
  });

  it('is no portal link', async () => {
    const answer = await swap('jgp_nothing');
    expect({ status: answer.status, setCookie: answer.setCookie }).toEqual({
      status: 404,
      setCookie: null,
    });
  });
});

describe('signing out', () => {
  const leave = (headers: Record<string, string>) =>
    request(world, '/session', { method: 'DELETE', headers });

  it('ends the session for every copy of the cookie, and removes it', async () => {
    const cookie = await cookieOf(world, 'owner');
    expect(await leave(asPage(cookie))).toEqual({
      status: 204,
      text: '',
      setCookie: 'jobglass=; Max-Age=0; Path=/; HttpOnly; SameSite=Strict',
    });
    expect(await isOpen(cookie)).toBe(false);
    expect((await leave(asPage(cookie))).status).toBe(204);
  });

  it('ends the session of a token kept in memory', async () => {
    const token = await sessionOf(world, 'owner');
    await leave({ authorization: `Bearer ${token}` });
    expect(codeOf(await world.withToken(token)(ME))).toBe('UNAUTHENTICATED');
  });
});

describe('somebody whose role demands a second factor that they lack', () => {
  const MUST = '{ me { mustSetUpSecondFactor } }';
  const mustIn = ({ text }: HttpAnswer) => JSON.parse(text).data?.me.mustSetUpSecondFactor;
  beforeAll(() => demand(['ADMIN']));
  afterAll(() => demand([]));

  it('has their session in a cookie all the same, to set it up', async () => {
    const token = await sessionOf(world, 'admin');
    const authorization = `Bearer ${token}`;
    const swapped = await request(world, '/session', {
      method: 'POST',
      headers: { authorization },
    });
    expect(swapped.status).toBe(200);
    expect(mustIn(await post(world, MUST, asPage(cookieIn(swapped.setCookie))))).toBe(true);
  });

  it('signs out', async () => {
    const cookie = await cookieOf(world, 'admin');
    expect(mustIn(await post(world, MUST, asPage(cookie)))).toBe(true);
    const { status } = await request(world, '/session', {
      method: 'DELETE',
      headers: asPage(cookie),
    });
    expect(status).toBe(204);
    expect(mustIn(await post(world, MUST, asPage(cookie)))).not.toBe(true);
    const { data } = await world.withToken(await sessionOf(world, 'admin'))<
      { signOut: boolean },
      object
    >('mutation { signOut }');
    expect(data.signOut).toBe(true);
  });

  async function demand(roles: string[]): Promise<void> {
    const owner = await world.as('owner');
    const { errors } = await owner(
      'mutation ($roles: [StaffRole!]!) { requireSecondFactorFor(roles: $roles) { business { name } } }',
      { roles },
    );
    expect(errors).toBeUndefined();
  }
});
