import { createServer } from 'node:net';
import { freePort, spawnServer } from '../harness/server-process.js';
import { ask } from '../harness/world.js';
import { databaseUrl, failing, folder, prepareOwnData, signIn, start, stop } from './own-start.js';

prepareOwnData();

describe('a new user who starts the server', () => {
  it('sees the address, a sign-in for every role, the mailbox and an example, and finds the data again', async () => {
    const first = await start();
    for (const role of [
      'BUSINESS_OWNER',
      'SOLE_TRADER',
      'ADMIN',
      'SUPERVISOR',
      'TRADIE',
      'APPRENTICE',
    ]) {
      expect(first.output()).toContain(role);
    }
    expect(first.output()).toMatch(/GraphQL +http:\/\/\S+\/graphql/);
    expect(first.output()).toMatch(/\/dev\/mailbox/);
    expect(first.output()).toContain('demo-password');
    const { data } = await signIn(first, 'owner@demo.jobglass.test');
    const owner = ask(first.url, data.signIn.token);
    await owner('mutation { createJob(input: { title: "Kept over a restart" }) { job { id } } }');
    expect([await stop(first), first.output()]).toEqual([0, expect.stringContaining('Stop with')]);

    const second = await start();
    const again = ask(second.url, data.signIn.token);
    const { data: found } = await again<{ jobs: { nodes: { title: string }[] } }, object>(
      '{ jobs { nodes { title } } }',
    );
    expect(found.jobs.nodes.map(({ title }) => title)).toContain('Kept over a restart');
    expect(await stop(second, 'SIGINT')).toBe(0);
  }, 60_000);

  it('can start again after the process was killed', async () => {
    const killed = await start();
    await stop(killed, 'SIGKILL');
    const next = await start();
    expect((await signIn(next, 'tradie@demo.jobglass.test')).data.signIn.token).toMatch(/^jgs_/);
    await stop(next);
  }, 60_000);

  it('learns that it already runs when it is started twice on the same data', async () => {
    const first = await start();
    const second = await spawnServer({ JOBGLASS_DATA: folder });
    expect(await second.ended()).toBe(1);
    expect(second.output()).toMatch(/runs on .* already .*JOBGLASS_DATA\.\n$/);
    await stop(first);
  }, 60_000);
});

describe('a person with invalid settings gets one sentence and exit code 1', () => {
  it('for a port that is in use', async () => {
    const taken = createServer().listen(0, 'localhost');
    await new Promise((resolve) => taken.once('listening', resolve));
    const { port } = taken.address() as { port: number };
    const { code, lines } = await failing({
      PORT: String(port),
      DATABASE_URL: databaseUrl,
      JOBGLASS_SECRET: 'x'.repeat(32),
    });
    taken.close();
    expect(code).toBe(1);
    expect(lines).toEqual([`Port ${port} is taken by another program; choose another with PORT.`]);
  });

  it('for an unreachable database', async () => {
    const { code, lines } = await failing({
      DATABASE_URL: `postgresql://nobody:x@127.0.0.1:${await freePort()}/none`,
    });
    expect(code).toBe(1);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(/DATABASE_URL cannot be reached .*ECONNREFUSED/);
  });

  it('for a database that refuses the password', async () => {
    const url = new URL(databaseUrl);
    url.password = 'wrong';
    const { code, lines } = await failing({ DATABASE_URL: url.href });
    expect(code).toBe(1);
    expect(lines).toEqual([expect.stringMatching(/DATABASE_URL cannot be reached/)]);
  });

  it.each([
    [{ PORT: 'soon' }, /^PORT must be a port number/],
    [{ DATABASE_URL: 'mysql://x' }, /^DATABASE_URL must be an address like postgresql/],
    [{ NODE_ENV: 'production' }, /^(JOBGLASS_SECRET|RESEND_API_KEY) is missing/],
    [
      {
        NODE_ENV: 'production',
        SEED_DEMO: 'true',
        JOBGLASS_SECRET: 'x'.repeat(32),
        RESEND_API_KEY: 're_x',
        MAIL_FROM: 'a@b.test',
      },
      /^SEED_DEMO must not be on in production/,
    ],
    [{ RESEND_API_KEY: 're_x' }, /^MAIL_FROM is missing/],
    [{ JOBGLASS_SECRET: 'short' }, /^JOBGLASS_SECRET must be at least 32 characters/],
    [{ PORTAL_LINK_DAYS: '-1' }, /^PORTAL_LINK_DAYS must be a whole number above 0/],
  ])('for %o', async (env, sentence) => {
    const { code, lines } = await failing(env as Record<string, string>);
    expect(code).toBe(1);
    expect(lines).toEqual([expect.stringMatching(sentence)]);
  });
});
