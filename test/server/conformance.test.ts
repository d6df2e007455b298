import { serverAudits } from 'graphql-http';
import { cookieOf } from '../harness/own-page.js';
import { openWorld, type World } from '../harness/world.js';

/**
 * Requests that a server SHOULD answer with 200 if the caller accepts application/json: operations that could
 * not be executed at all. Apollo Server 5 answers with 400 on purpose, so that a caller who looks only at the
 * status sees the failure; the specification allows that.
 */
const ANSWERED_400 = {
  '572B': 'a document that cannot be parsed',
  FDE2: 'a document that is not valid',
  '7B9B': 'variables that do not fit',
};

/** Reads by GET with the session cookie are refused without a header that another site cannot send. */
const READ_BY_GET = ['5A70', '6A70', 'D6D5'];

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

async function failures(headers: Record<string, string>): Promise<string[]> {
  const audits = serverAudits({
    url: `${world.url}/graphql`,
    fetchFn: (url: string, init: RequestInit = {}) =>
      fetch(url, { ...init, headers: { ...init.headers, ...headers } }),
  });
  expect(audits.length).toBeGreaterThan(50);
  const failed = [];
  for (const audit of audits) if ((await audit.fn()).status !== 'ok') failed.push(audit.id);
  return failed.sort();
}

it('implements GraphQL over HTTP as specified, except for three rules documented by Apollo', async () => {
  expect(await failures({ 'apollo-require-preflight': 'yes' })).toEqual(
    Object.keys(ANSWERED_400).sort(),
  );
});

it("lets a visitor read by GET, but no other site's page with a session", async () => {
  expect(await failures({})).toEqual(Object.keys(ANSWERED_400).sort());
  const cookie = await cookieOf(world, 'owner');
  expect(await failures({ cookie })).toEqual([...Object.keys(ANSWERED_400), ...READ_BY_GET].sort());
});

it('reads variables that a client sends as JSON text, within the same bounds', async () => {
  const send = async (variables: unknown) => {
    const query = 'query Read($is: Boolean!) { me @include(if: $is) { __typename } }';
    const response = await fetch(`${world.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query, variables }),
    });
    return [response.status, await response.text()];
  };
  expect(await send('{"is":true}')).toEqual(await send({ is: true }));
  expect((await send('{"is":true}'))[0]).toBe(200);
  for (const text of ['is', '[1]', '"{}"', '{"__proto__":{}}', '['.repeat(100)])
    expect((await send(text))[0]).toBe(400);
});
