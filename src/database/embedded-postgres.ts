import { type ChildProcess, execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { constants } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { createDatabase } from './databases.js';
import { makeWay } from './embedded-orphan.js';
import { loadEmbeddedPostgres, type ServerClass } from './embedded-package.js';
import { reachableFolder } from './embedded-reach.js';

/** Why the embedded PostgreSQL could not start, in a sentence. */
export class EmbeddedPostgresError extends Error {}

export interface EmbeddedDatabase {
  url: string;
  /** Where its data is; not the wished folder when PostgreSQL's user could not get there. */
  folder: string;
  stop(): Promise<void>;
}

interface Wish {
  folder: string;
  database: string;
  log(line: string): void;
  /** More flags of the postgres command. */
  flags?: string[];
}

const TRIES = 3;

/**
 * Starts a PostgreSQL of our own on a free port of this machine's loopback. Its data stays in the
 * folder from one start to the next; the server ends with this process.
 */
export async function startEmbeddedPostgres({
  folder: wished,
  database,
  log,
  flags = [],
}: Wish): Promise<EmbeddedDatabase> {
  const folder = reachableFolder(wished, log);
  const data = join(folder, 'postgres');
  const { Server, password } = await readableToPostgres(() => prepare(folder, data, log));
  const { server, port } = await start(Server, data, password, flags);
  writeFileSync(join(data, 'jobglass-owner'), String(process.pid));
  const url = `postgresql://postgres:${password}@127.0.0.1:${port}/${database}`;
  await createDatabase(url);
  return { url, folder, stop: stopOnce(server) };
}

/** PostgreSQL's own user must read what root makes here, whatever root's umask says; secrets have modes of their own. */
async function readableToPostgres<T>(work: () => Promise<T>): Promise<T> {
  if (!isRoot()) return work();
  const before = process.umask(0o022);
  try {
    return await work();
  } finally {
    process.umask(before);
  }
}

async function prepare(folder: string, data: string, log: Wish['log']) {
  try {
    mkdirSync(folder, { recursive: true });
  } catch (error) {
    throw new EmbeddedPostgresError(
      `${folder} cannot be used for the database: ${lastLine(error)}`,
    );
  }
  if (isRoot()) ensurePostgresUser();
  const Server = await loadEmbeddedPostgres(log);
  await makeWay(data);
  return { Server, password: await initialise(Server, data, log) };
}

/** The first start makes the cluster beside its place and moves it there whole, so a crash leaves no half one. */
async function initialise(Server: ServerClass, data: string, log: Wish['log']): Promise<string> {
  const kept = join(data, 'jobglass-password');
  try {
    if (!existsSync(kept)) await makeCluster(Server, data, log);
    return readFileSync(kept, 'utf8');
  } catch (error) {
    throw new EmbeddedPostgresError(
      `The embedded PostgreSQL could not make or read its data in ${data}: ${lastLine(error)}`,
    );
  }
}

async function makeCluster(Server: ServerClass, data: string, log: Wish['log']): Promise<void> {
  log('Making a database for the first start …');
  const unfinished = `${data}.unfinished`;
  rmSync(unfinished, { recursive: true, force: true });
  const password = randomBytes(18).toString('base64url');
  await new Server({
    ...quiet,
    databaseDir: unfinished,
    password,
    initdbFlags: ['--encoding=UTF8'],
  }).initialise();
  writeFileSync(join(unfinished, 'jobglass-password'), password, { mode: 0o600 });
  renameSync(unfinished, data);
}

/** Asks the system for a free port, and again when somebody takes it in between. */
async function start(Server: ServerClass, data: string, password: string, flags: string[]) {
  let said = '';
  for (let attempt = 1; attempt <= TRIES; attempt += 1) {
    const port = await freePort();
    const server = new Server({
      ...quiet,
      databaseDir: data,
      port,
      password,
      onLog: (message) => {
        said = String(message);
      },
      postgresFlags: [
        '-c',
        'listen_addresses=127.0.0.1',
        '-c',
        'unix_socket_directories=',
        ...flags,
      ],
    });
    endWithProcess(server);
    try {
      await server.start();
      return { server, port };
    } catch {
      await sleep(100 * attempt);
    }
  }
  if (said.includes('Is another postmaster'))
    throw new EmbeddedPostgresError(
      `Another start of Jobglass has taken ${data}; stop it, or choose another folder with JOBGLASS_DATA.`,
    );
  throw new EmbeddedPostgresError(
    `The embedded PostgreSQL did not start in ${data}: ${lastLine(said)}`,
  );
}

/** Whoever listens for a signal already closes in an order of its own; where nobody does, the server would stay. */
function endWithProcess(server: InstanceType<ServerClass>): void {
  process.once('exit', () => server.process?.kill('SIGINT'));
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    if (process.listenerCount(signal) > 0) continue;
    process.once(signal, () => process.exit(128 + constants.signals[signal]));
  }
}

function lastLine(text: unknown): string {
  const message = text instanceof Error ? text.message : String(text);
  return message.trim().split('\n').at(-1) as string;
}

const quiet = {
  user: 'postgres',
  authMethod: 'scram-sha-256' as const,
  persistent: true,
  createPostgresUser: isRoot(),
  onLog: () => undefined,
  onError: () => undefined,
};

function stopOnce(server: InstanceType<ServerClass>): () => Promise<void> {
  let stopping: Promise<void> | undefined;
  return () => {
    stopping ??= hasEnded(server) ? Promise.resolve() : server.stop();
    return stopping;
  };
}

/** Ctrl+C reaches PostgreSQL as well, and the package would wait for ever for an end that was before. */
function hasEnded({ process: running }: InstanceType<ServerClass>): boolean {
  const { exitCode = null, signalCode = null } = (running ?? {}) as Partial<ChildProcess>;
  return exitCode !== null || signalCode !== null;
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => resolve(port));
    });
  });
}

function isRoot(): boolean {
  return process.getuid?.() === 0;
}

/** PostgreSQL refuses to run as root; its own user may be missing, or its group be there without it. */
function ensurePostgresUser(): void {
  try {
    execFileSync('id', ['postgres'], { stdio: 'ignore' });
  } catch {
    execFileSync('groupadd', ['-f', 'postgres']);
    execFileSync('useradd', ['-r', '-g', 'postgres', 'postgres']);
  }
}
