import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { SERVER_KINDS, type ServerKind, type ServerName } from './kinds.js';
import type { Word } from './profiler.js';

export interface ServerProcess {
  name: ServerName;
  url: string;
  pid: number;
  /** Sends a message and waits until it is processed; only this project's own server supports that. */
  tell(word: Word): Promise<void>;
  stop(): Promise<void>;
}

/** Settings for all servers; the pool size is the same for all. */
export interface Surroundings {
  databaseUrl: string;
  dataFolder: string;
  /** Address of the local replacement of Resend. */
  mailUrl: string;
}

export const POOL = 10;

/** Starts a server in a child process and waits until it listens. */
export async function startServer(
  name: ServerName,
  surroundings: Surroundings,
): Promise<ServerProcess> {
  const kind = SERVER_KINDS[name];
  const child = fork(kind.file, {
    env: environment(kind, surroundings),
    // Our stdout has the results, so the server's output goes to stderr.
    stdio: ['ignore', process.stderr, process.stderr, 'ipc'],
  });
  const url = await addressOf(child, name);
  return {
    name,
    url,
    pid: child.pid as number,
    async tell(word) {
      const done = once(child, 'message');
      child.send(word);
      await done;
    },
    async stop() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const ended = once(child, 'exit');
      child.disconnect();
      await ended;
    },
  };
}

async function addressOf(child: ChildProcess, name: string): Promise<string> {
  const listens = once(child, 'message').then(([message]) => (message as { url: string }).url);
  const ended = once(child, 'exit').then(([code]) => {
    throw new Error(`${name} did not start (exit code ${code}).`);
  });
  return Promise.race([listens, ended]);
}

/** Environment of a server: production settings without limits. */
export function environment(kind: ServerKind, { databaseUrl, dataFolder, mailUrl }: Surroundings) {
  return {
    PATH: process.env.PATH,
    HOME: process.env.HOME,
    NODE_ENV: 'production',
    DATABASE_URL: databaseUrl,
    DATABASE_POOL: String(POOL),
    // Identifies the server's connections when PostgreSQL's work is counted.
    PGAPPNAME: applicationOf(kind.name),
    JOBGLASS_DATA: dataFolder,
    JOBGLASS_SECRET: 'a secret of the bench, which nobody needs to guess',
    RESEND_API_KEY: 'none',
    RESEND_BASE_URL: mailUrl,
    MAIL_FROM: 'jobs@bench.test',
    // Without limits: the work is measured.
    WRONG_LINKS_PER_10_MINUTES: '1000000000',
    POINTS_PER_MINUTE: '1000000000',
    POINTS_PER_MINUTE_OF_OTHERS: '1000000000',
    ...(kind.without && { BENCH_WITHOUT: kind.without }),
  };
}

/** Application name of the server's connections in PostgreSQL. */
export function applicationOf(name: ServerName): string {
  return `bench ${name}`;
}
