import { type ChildProcess, execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { constants } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { createDatabase } from '../setup/databases.js';
import { clearOrphan } from './embedded-orphan.js';
import { loadEmbeddedPostgres, type ServerClass } from './embedded-package.js';
import { reachableFolder } from './embedded-reach.js';

/** Failure of the embedded PostgreSQL; the message is a sentence. */
export class EmbeddedPostgresError extends Error {}

export interface EmbeddedDatabase {
  url: string;
  /** Folder of its data; another than requested if PostgreSQL's user cannot reach that. */
  folder: string;
  stop(): Promise<void>;
}

interface EmbeddedOptions {
  folder: string;
  database: string;
  log(line: string): void;
  /** Additional flags of the `postgres` command. */
  flags?: string[];
}

const MAX_ATTEMPTS = 3;

/**
 * Starts a PostgreSQL server on a free port of the loopback interface. Its data is in the folder; the server ends
 * with this process.
 *
 * @throws EmbeddedPostgresError or DataFolderBusy.
 */
export async function startEmbeddedPostgres({
  folder: requested,
  database,
  log,
  flags = [],
}: EmbeddedOptions): Promise<EmbeddedDatabase> {
  const folder = reachableFolder(requested, log);
  const data = join(folder, 'postgres');
  const { Server, password } = await readableToPostgres(() => prepare(folder, data, log));
  const { server, port } = await start(Server, data, password, flags);
  writeFileSync(join(data, 'jobglass-owner'), String(process.pid));
  const url = `postgresql://postgres:${password}@127.0.0.1:${port}/${database}`;
  await createDatabase(url);
  return { url, folder, stop: stopOnce(server) };
}

/** If started by root, PostgreSQL's user must be able to read the new files; secrets have explicit modes. */
async function readableToPostgres<T>(work: () => Promise<T>): Promise<T> {
  if (!isRoot()) return work();
  const before = process.umask(0o022);
  try {
    return await work();
  } finally {
    process.umask(before);
  }
}

async function prepare(folder: string, data: string, log: EmbeddedOptions['log']) {
  try {
    mkdirSync(folder, { recursive: true });
  } catch (error) {
    throw new EmbeddedPostgresError(
      `${folder} cannot be used for the database: ${lastLine(error)}`,
    );
  }
  if (isRoot()) ensurePostgresUser();
  const Server = await loadEmbeddedPostgres(log);
  await clearOrphan(data);
  return { Server, password: await initialise(Server, data, log) };
}

/** The first start creates the cluster in a temporary folder and renames it, so that a crash leaves no partial one. */
async function initialise(
  Server: ServerClass,
  data: string,
  log: EmbeddedOptions['log'],
): Promise<string> {
  const passwordFile = join(data, 'jobglass-password');
  try {
    if (!existsSync(passwordFile)) await makeCluster(Server, data, log);
    return readFileSync(passwordFile, 'utf8');
  } catch (error) {
    throw new EmbeddedPostgresError(
      `The embedded PostgreSQL could not make or read its data in ${data}: ${lastLine(error)}`,
    );
  }
}

async function makeCluster(
  Server: ServerClass,
  data: string,
  log: EmbeddedOptions['log'],
): Promise<void> {
  log('Making a database for the first start …');
  const unfinished = `${data}.unfinished`;
  rmSync(unfinished, { recursive: true, force: true });
  const password = randomBytes(18).toString('base64url');
  await new Server({
    ...COMMON_OPTIONS,
    databaseDir: unfinished,
    password,
    initdbFlags: ['--encoding=UTF8'],
  }).initialise();
  writeFileSync(join(unfinished, 'jobglass-password'), password, { mode: 0o600 });
  renameSync(unfinished, data);
}

/** Starts on a free port; retries in case another program takes the port in between. */
async function start(Server: ServerClass, data: string, password: string, flags: string[]) {
  let lastLog = '';
  for (let attempt = 1; attempt <= MAX_ATTEMPTS; attempt += 1) {
    const port = await freePort();
    const server = new Server({
      ...COMMON_OPTIONS,
      databaseDir: data,
      port,
      password,
      onLog: (message) => {
        lastLog = String(message);
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
  if (lastLog.includes('Is another postmaster'))
    throw new EmbeddedPostgresError(
      `Another start of Jobglass has taken ${data}; stop it, or choose another folder with JOBGLASS_DATA.`,
    );
  throw new EmbeddedPostgresError(
    `The embedded PostgreSQL did not start in ${data}: ${lastLine(lastLog)}`,
  );
}

/** Ends the server with this process; on signals only if no other handler closes it. */
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

const COMMON_OPTIONS = {
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

/** Ctrl+C is also sent to PostgreSQL, and the package's `stop` would wait forever for a process that has ended. */
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

/** PostgreSQL refuses to run as root. Creates its user, and the group if that is missing too. */
function ensurePostgresUser(): void {
  try {
    execFileSync('id', ['postgres'], { stdio: 'ignore' });
  } catch {
    execFileSync('groupadd', ['-f', 'postgres']);
    execFileSync('useradd', ['-r', '-g', 'postgres', 'postgres']);
  }
}
