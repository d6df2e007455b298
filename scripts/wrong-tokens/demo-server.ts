import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { v7 } from 'uuid';
import { DEMO_PASSWORD } from '../../db/demo/seed-demo.js';
import { startEmbeddedPostgres } from '../../src/database/embedded/embedded-postgres.js';
import { hashOfToken, portalToken } from '../../src/database/tokens.js';
import { ask } from '../../test/harness/world.js';

const SECRET = 'a secret for measuring and nothing else';

export interface DemoServer {
  url: string;
  /** A valid token, and one of each invalid kind. */
  tokens: Record<'right' | 'unknown' | 'expired' | 'revoked' | 'cut', string>;
  stop(): Promise<void>;
}

/** Starts the demo in a child process, so that measuring does not use its CPU time. */
export async function demoServer(settings: Record<string, string>): Promise<DemoServer> {
  const folder = mkdtempSync(join(tmpdir(), 'jobglass-measure-'));
  // Started by root, PostgreSQL runs as another user, who needs access to the folder.
  chmodSync(folder, 0o755);
  const database = await startEmbeddedPostgres({
    folder,
    database: 'jobglass',
    log: () => undefined,
  });
  const port = await freePort();
  const child = spawn(process.execPath, ['dist/bundle/src/main.js'], {
    env: {
      ...process.env,
      PORT: String(port),
      DATABASE_URL: database.url,
      JOBGLASS_DATA: folder,
      JOBGLASS_SECRET: SECRET,
      ...settings,
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const stop = async () => {
    child.kill();
    if (child.exitCode === null) await once(child, 'exit');
    await database.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    await running(child.stdout);
    const url = `http://localhost:${port}`;
    await share(url);
    return { url, tokens: await tokensOf(database.url), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

function running(output: NodeJS.ReadableStream): Promise<void> {
  let printed = '';
  return new Promise((resolve, reject) => {
    output.on('data', (chunk) => {
      printed += chunk;
      if (printed.includes('Jobglass is running')) resolve();
    });
    output.on('end', () => reject(new Error(printed)));
  });
}

/** Shares a job of the demo, so that a link has content. */
async function share(url: string): Promise<void> {
  const visitor = ask(url);
  const { data: session } = await visitor<{ signIn: { token: string } }, object>(
    'mutation ($password: String!) { signIn(email: "owner@demo.jobglass.test", password: $password) { token } }',
    { password: DEMO_PASSWORD },
  );
  const owner = ask(url, session.signIn.token);
  const { data: found } = await owner<Prompts, object>(
    '{ sharePrompts(first: 1) { nodes { revision job { id } } } }',
  );
  const [prompt] = found.sharePrompts.nodes;
  const { errors } = await owner(
    'mutation ($input: ShareWithClientInput!) { shareWithClient(input: $input) { publication { version } } }',
    { input: { jobId: prompt?.job.id, revision: prompt?.revision, items: ['STATUS'] } },
  );
  if (errors) throw new Error(`Nothing was shared: ${JSON.stringify(errors)}`);
}

interface Prompts {
  sharePrompts: { nodes: { revision: number; job: { id: string } }[] };
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, 'close');
  return port;
}

/** Creates a valid link, an expired one and a revoked one. */
async function tokensOf(databaseUrl: string): Promise<DemoServer['tokens']> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const later = "now() + interval '1 day'";
    const right = await link(client, later, 'null');
    return {
      right,
      unknown: `jgp_${'x'.repeat(43)}`,
      expired: await link(client, "now() - interval '1 hour'", 'null'),
      revoked: await link(client, later, 'now()'),
      cut: right.slice(0, -1),
    };
  } finally {
    await client.end();
  }
}

/** Inserts a link to a shared job. */
async function link(client: pg.Client, expires: string, revoked: string): Promise<string> {
  const id = v7();
  const token = portalToken(SECRET, id);
  const { rowCount } = await client.query(
    `insert into portal_links (id, business_id, job_id, client_id, token_hash, sent_to, created_at, expires_at, revoked_at)
     select $1, j.business_id, j.id, j.client_id, $2, 'kim@client.test', now() - interval '1 day', ${expires}, ${revoked}
     from jobs j join businesses b on b.id = j.business_id and b.client_portal_enabled
     join publications p on p.job_id = j.id and p.client_id = j.client_id
     order by j.id, p.version limit 1`,
    [id, hashOfToken(token)],
  );
  if (rowCount !== 1) throw new Error('The demo has no shared job.');
  return token;
}
