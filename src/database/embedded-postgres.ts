import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
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
  mkdirSync(folder, { recursive: true });
  if (isRoot()) ensurePostgresUser();
  const Server = await loadEmbeddedPostgres(log);
  await makeWay(data);
  const password = await initialise(Server, data, log);
  const { server, port } = await start(Server, data, password, flags);
  writeFileSync(join(data, 'jobglass-owner'), String(process.pid));
  const url = `postgresql://postgres:${password}@127.0.0.1:${port}/${database}`;
  await createDatabase(url);
  return { url, folder, stop: stopOnce(server) };
}

/** The first start makes the cluster beside its place and moves it there whole, so a crash leaves no half one. */
async function initialise(Server: ServerClass, data: string, log: Wish['log']): Promise<string> {
  const kept = join(data, 'jobglass-password');
  if (existsSync(kept)) return readFileSync(kept, 'utf8');
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
  writeFileSync(join(unfinished, 'jobglass-password'), password, {
    mode: 0o600,
  });
  renameSync(unfinished, data);
  return password;
}

/** Asks the system for a free port, and again when somebody takes it in between. */
async function start(Server: ServerClass, data: string, password: string, flags: string[]) {
  const messages: string[] = [];
  for (let attempt = 1; attempt <= TRIES; attempt += 1) {
    const port = await freePort();
    const server = new Server({
      ...quiet,
      databaseDir: data,
      port,
      password,
      onLog: (message) => messages.push(String(message)),
      postgresFlags: [
        '-c',
        'listen_addresses=127.0.0.1',
        '-c',
        'unix_socket_directories=',
        ...flags,
      ],
    });
    try {
      await server.start();
      process.once('exit', () => server.process?.kill('SIGINT'));
      return { server, port };
    } catch {
      await sleep(100 * attempt);
    }
  }
  const last = messages.join('').trim().split('\n').at(-1);
  throw new EmbeddedPostgresError(`The embedded PostgreSQL did not start in ${data}: ${last}`);
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
    stopping ??= server.stop();
    return stopping;
  };
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
