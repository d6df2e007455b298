import { serverAudits } from 'graphql-http';
import { openWorld, type World } from '../harness/world.js';

/**
 * What a server SHOULD answer 200 with, where the caller asks for application/json: an operation that
 * could not be run at all. Apollo Server 5 answers 400 on purpose, so that nobody who looks at the status
 * alone takes it for done; the specification lets a server do so.
 */
const ANSWERED_400 = {
  '572B': 'a document that cannot be parsed',
  FDE2: 'a document that is not valid',
  '7B9B': 'variables that do not fit',
};

/** Reading by GET: asked without a header that another site's form cannot send, it is refused. */
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

it('speaks GraphQL over HTTP as the specification has it, but for the three that Apollo documents', async () => {
  expect(await failures({ 'apollo-require-preflight': 'yes' })).toEqual(
    Object.keys(ANSWERED_400).sort(),
  );
});

it("reads nothing by GET for another site's page", async () => {
  expect(await failures({})).toEqual([...Object.keys(ANSWERED_400), ...READ_BY_GET].sort());
});
