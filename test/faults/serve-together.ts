import pg from 'pg';
import { dropDatabase } from '../../src/database/setup/databases.js';
import { type ServerProcess, spawnServer } from '../harness/server-process.js';
import { ask, until } from '../harness/world.js';
import { emptyDatabase } from './own-database.js';

const SECRET = 'the same secret on every server, long enough';
let databaseUrl: string;
let servers: ServerProcess[];

/** Starts this many servers at once on an empty database; each must serve, and refuse another secret. */
export function serveTogether(count: number): void {
  beforeAll(async () => {
    databaseUrl = await emptyDatabase();
    servers = await Promise.all(Array.from({ length: count }, () => spawnOne(SECRET)));
  });
  afterAll(async () => {
    for (const { process } of servers) process.kill('SIGKILL');
    await dropDatabase(databaseUrl);
  });

  it(`${count} servers that start at once on an empty database all serve, with one demo`, async () => {
    const signedIn = servers.map(async (server) => {
      // Its first response: the demo exists before it listens.
      await until(() => isListening(server) || server.process.exitCode !== null, 40);
      return (
        await ask(server.url)<{ signIn: { token: string } }, object>(
          'mutation { signIn(email: "soletrader@demo.jobglass.test", password: "demo-password") { token } }',
        )
      ).data.signIn.token;
    });
    expect(await Promise.all(signedIn)).toHaveLength(count);
    expect(servers.map(({ process }) => process.exitCode)).toEqual(Array(count).fill(null));
    expect(await rowsOf('select slug from businesses order by slug')).toEqual([
      { slug: 'bright-spark' },
      { slug: 'sol-plumbing' },
    ]);
    expect(servers.map((server) => server.output()).join()).toContain(
      'Waiting for another server that is setting up the database',
    );
  }, 60_000);

  it('a server with another secret is refused with a sentence, and the others keep serving', async () => {
    const stranger = await spawnOne('another secret, which is long enough too');
    expect(await stranger.ended()).toBe(1);
    expect(stranger.output()).toMatch(/^JOBGLASS_SECRET is not the secret .*rotate-secret/m);
    const [fingerprint] = await rowsOf('select fingerprint from secret_fingerprint');
    expect(String(fingerprint?.fingerprint)).not.toContain(SECRET);
    for (const { url } of servers) expect((await fetch(`${url}/readyz`)).status).toBe(200);
  }, 40_000);
}

function spawnOne(secret: string): Promise<ServerProcess> {
  return spawnServer({
    DATABASE_URL: databaseUrl,
    JOBGLASS_DATA: process.env.TEST_FOLDER as string,
    JOBGLASS_SECRET: secret,
  });
}

function isListening({ url }: ServerProcess): Promise<boolean> {
  return fetch(`${url}/livez`).then(
    () => true,
    () => false,
  );
}

async function rowsOf(statement: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  const { rows } = await client.query(statement);
  await client.end();
  return rows;
}
