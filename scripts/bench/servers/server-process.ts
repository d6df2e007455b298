import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { SERVER_KINDS, type ServerKind, type ServerName } from './kinds.js';
import type { Word } from './profiler.js';

export interface ServerProcess {
  name: ServerName;
  url: string;
  pid: number;
  /** Says something to it and waits until that is done; only this project's own server listens. */
  tell(word: Word): Promise<void>;
  stop(): Promise<void>;
}

/** What every server is told; the pool is the same for all. */
export interface Surroundings {
  databaseUrl: string;
  dataFolder: string;
  /** Where mail goes that would go out. */
  mailUrl: string;
}

export const POOL = 10;

/** Starts a server in a process of its own and waits until it listens. */
export async function startServer(
  name: ServerName,
  surroundings: Surroundings,
): Promise<ServerProcess> {
  const kind = SERVER_KINDS[name];
  const child = fork(kind.file, {
    env: environment(kind, surroundings),
    // Our own output is the figures, so what a server says goes beside it.
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

/** The settings of a server: those of production, and nobody is told to wait. */
export function environment(kind: ServerKind, { databaseUrl, dataFolder, mailUrl }: Surroundings) {
  return {
    PATH: process.env.PATH,
    HOME: process.env.HOME,
    NODE_ENV: 'production',
    DATABASE_URL: databaseUrl,
    DATABASE_POOL: String(POOL),
    // Tells whose connections are whose when PostgreSQL's work is counted.
    PGAPPNAME: applicationOf(kind.name),
    JOBGLASS_DATA: dataFolder,
    JOBGLASS_SECRET: 'a secret of the bench, which nobody needs to guess',
    RESEND_API_KEY: 'none',
    RESEND_BASE_URL: mailUrl,
    MAIL_FROM: 'jobs@bench.test',
    // Nobody is told to wait: what is measured is the work.
    WRONG_LINKS_PER_10_MINUTES: '1000000000',
    ...(kind.without && { BENCH_WITHOUT: kind.without }),
  };
}

/** The name that a server's connections carry in PostgreSQL. */
export function applicationOf(name: ServerName): string {
  return `bench ${name}`;
}
