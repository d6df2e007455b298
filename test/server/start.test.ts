import { freePort } from '../harness/server-process.js';
import { databaseUrl, failing, prepareOwnData, start, stop } from './own-start.js';

// `start.long.ts` has every way to stop and start again, and every invalid setting.
prepareOwnData();

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
