import { freePort, spawnServer } from '../harness/server-process.js';
import { ask } from '../harness/world.js';
import { databaseUrl, failing, folder, prepareOwnData, signIn, start, stop } from './own-start.js';

// `start.long.ts` has every way to stop and start again, and every invalid setting.
prepareOwnData();

it('a new user sees how to sign in, cannot start it twice on the same data, and finds the data after it was killed', async () => {
  const first = await start();
  for (const each of ['BUSINESS_OWNER', 'TRADIE', 'demo-password', '/dev/mailbox', 'Stop with'])
    expect(first.output()).toContain(each);
  expect(first.output()).toMatch(/GraphQL +http:\/\/\S+\/graphql/);
  const { data } = await signIn(first, 'owner@demo.jobglass.test');
  const owner = ask(first.url, data.signIn.token);
  await owner('mutation { createJob(input: { title: "Kept over a restart" }) { job { id } } }');

  const second = await spawnServer({ JOBGLASS_DATA: folder });
  expect(await second.ended()).toBe(1);
  expect(second.output()).toMatch(/runs on .* already .*JOBGLASS_DATA\.\n$/);

  await stop(first, 'SIGKILL');
  const next = await start();
  const again = ask(next.url, data.signIn.token);
  const { data: found } = await again<{ jobs: { nodes: { title: string }[] } }, object>(
    '{ jobs { nodes { title } } }',
  );
  expect(found.jobs.nodes.map(({ title }) => title)).toContain('Kept over a restart');
  expect(await stop(next)).toBe(0);
}, 90_000);

it.each([
  ['an invalid port', async () => ({ PORT: 'soon' }), /^PORT must be a port number/],
  [
    'an unreachable database',
    async () => ({ DATABASE_URL: `postgresql://nobody:x@127.0.0.1:${await freePort()}/none` }),
    /DATABASE_URL cannot be reached .*ECONNREFUSED/,
  ],
])('a person with %s gets one sentence and exit code 1', async (_, env, sentence) => {
  expect(await failing(await env())).toEqual({
    code: 1,
    lines: [expect.stringMatching(sentence)],
  });
});

it('in production there is no mailbox to read and no demo', async () => {
  const server = await start({
    NODE_ENV: 'production',
    DATABASE_URL: databaseUrl,
    JOBGLASS_SECRET: 'x'.repeat(32),
    RESEND_API_KEY: 're_test',
    RESEND_BASE_URL: 'http://127.0.0.1:9',
    MAIL_FROM: 'jobs@jobglass.test',
  });
  expect((await fetch(`${server.url}/dev/mailbox.json`)).status).toBe(404);
  expect((await fetch(`${server.url}/dev/mailbox`)).status).toBe(404);
  expect(server.output()).not.toContain('demo-password');
  await stop(server);
});
