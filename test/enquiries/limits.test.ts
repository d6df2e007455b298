import { openWorld, type World } from '../harness/world.js';
import * as ops from '../operations.gen.js';

const TEN_MINUTES = 10 * 60 * 1000;
const input = { name: 'Lou Limit', email: 'lou@limit.test', message: 'Hello' };
let world: World;
afterEach(() => world.close());

async function submit(slug: string, headers: Record<string, string> = {}) {
  const answer = await fetch(`${world.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ query: String(ops.SubmitEnquiryDocument), variables: { slug, input } }),
  });
  const { errors } = (await answer.json()) as { errors?: { extensions: { code: string } }[] };
  return errors?.[0]?.extensions.code ?? 'received';
}

async function post(slug: string, headers: Record<string, string> = {}) {
  const body = new URLSearchParams(input);
  const url = `${world.url}/enquire/${slug}`;
  return fetch(url, { method: 'POST', body, headers, redirect: 'manual' });
}

it('lets one sender send five enquiries to one business in ten minutes, by form and API together', async () => {
  world = await openWorld();
  for (let time = 0; time < 3; time += 1) expect(await submit('bright-spark')).toBe('received');
  for (let time = 0; time < 2; time += 1) expect((await post('bright-spark')).status).toBe(303);
  expect(await submit('bright-spark')).toBe('RATE_LIMITED');
  const refused = await post('bright-spark');
  expect(refused.status).toBe(429);
  expect(refused.headers.get('retry-after')).toBe('600');
  const page = await refused.text();
  expect(page).toContain('Too many enquiries from here');
  expect(page).toContain('value="Lou Limit"');
  // Another business is counted separately, and one without a form reveals no limits.
  expect(await submit('sol-plumbing')).toBe('received');
  expect(await submit('no-such-business')).toBe('NOT_FOUND');
  world.clock.advance(TEN_MINUTES);
  expect(await submit('bright-spark')).toBe('received');
});

it('applies the limit to concurrent requests, and to several enquiries in one request', async () => {
  world = await openWorld();
  const answers = await Promise.all(Array.from({ length: 12 }, () => submit('bright-spark')));
  expect(answers.filter((answer) => answer === 'received')).toHaveLength(5);
  const many = Array.from(
    { length: 8 },
    (_, at) => `a${at}: submitEnquiry(businessSlug: "sol-plumbing", input: $input) { received }`,
  ).join('\n');
  const { errors } = await world.asVisitor(`mutation ($input: SubmitEnquiryInput!) { ${many} }`, {
    input,
  });
  expect(errors?.[0]?.extensions.code).toBe('RATE_LIMITED');
  const { rows } = await world.sql(
    "select count(*)::int as count from enquiries where name = 'Lou Limit'",
  );
  expect(rows[0]?.count).toBe(10);
});

it('ignores address headers unless they come from a trusted proxy', async () => {
  world = await openWorld({ enquiriesPer10Minutes: 1 });
  expect(await submit('bright-spark', { 'x-forwarded-for': '203.0.113.1' })).toBe('received');
  for (const name of ['x-forwarded-for', 'forwarded', 'x-real-ip', 'cf-connecting-ip'])
    expect(await submit('bright-spark', { [name]: '203.0.113.2' })).toBe('RATE_LIMITED');
});

it('uses the address from a trusted proxy, and ignores what the caller put before it', async () => {
  world = await openWorld({ enquiriesPer10Minutes: 1, trustProxy: ['loopback'] });
  const from = (forwarded: string) => submit('bright-spark', { 'x-forwarded-for': forwarded });
  expect(await from('203.0.113.1')).toBe('received');
  expect(await from('203.0.113.2')).toBe('received');
  expect(await from('198.51.100.7, 203.0.113.2')).toBe('RATE_LIMITED');
  expect(await from('2001:db8:1:2::1')).toBe('received');
  expect(await from('2001:db8:1:2:ffff::2')).toBe('RATE_LIMITED');
  expect(await from('2001:db8:1:3::1')).toBe('received');
  expect((await post('bright-spark', { 'x-forwarded-for': '203.0.113.1' })).status).toBe(429);
});

it('stores no address of a sender', async () => {
  world = await openWorld({ trustProxy: ['loopback'] });
  await submit('bright-spark', { 'x-forwarded-for': '203.0.113.77' });
  const { rows } = await world.sql('select * from enquiries order by id desc limit 1');
  expect(JSON.stringify(rows)).toContain('Lou Limit');
  expect(JSON.stringify(rows)).not.toContain('203.0.113.77');
});
