import { v7 } from 'uuid';
import { cloneDatabase, dropDatabase } from '../../src/database/setup/databases.js';
import { scheduledJob, shared } from '../harness/jobs.js';
import { sessionOf } from '../harness/live.js';
import { startServerProcess } from '../harness/server-process.js';
import { ask, type Mail, until, type World } from '../harness/world.js';

/** A server in its own process, with a caller of each kind. */
export interface AbusedServer {
  url: string;
  /** Tokens by caller; a visitor has none. */
  tokens: Record<'visitor' | 'staff' | 'client', string | null>;
  jobId: string;
  /** Everything it has logged. */
  output(): string;
  close(): Promise<void>;
}

export async function openAbusedServer(env: Record<string, string> = {}): Promise<AbusedServer> {
  const databaseUrl = await cloneDatabase(
    process.env.TEST_DATABASE_URL as string,
    'template',
    `abuse_${v7().replaceAll('-', '')}`,
  );
  const server = await startServerProcess({
    DATABASE_URL: databaseUrl,
    JOBGLASS_DATA: process.env.TEST_FOLDER as string,
    ...env,
  });
  const world = callersOf(server.url);
  const staff = await sessionOf(world, 'owner');
  const owner = ask(server.url, staff);
  const job = await scheduledJob(owner);
  const { token } = await shared(world, owner, job, ['STATUS', 'SCHEDULE']);
  return {
    url: server.url,
    tokens: { visitor: null, staff, client: token },
    jobId: job.jobId,
    output: server.output,
    async close() {
      server.process.kill('SIGTERM');
      await server.ended();
      await dropDatabase(databaseUrl);
    },
  };
}

/** The part of a world that the helpers for sharing need. */
function callersOf(url: string): World {
  const mails = async (to = ''): Promise<Mail[]> =>
    (await fetch(`${url}/dev/mailbox.json?to=${encodeURIComponent(to)}`)).json() as never;
  return {
    url,
    asVisitor: ask(url),
    withToken: (token: string) => ask(url, token),
    mails,
    mailsTo: (to: string, count: number) =>
      until(async () => {
        const found = await mails(to);
        return found.length >= count && found;
      }),
  } as World;
}
