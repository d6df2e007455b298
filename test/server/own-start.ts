import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { v7 } from 'uuid';
import { cloneDatabase, dropDatabase } from '../../src/database/setup/databases.js';
import { type ServerProcess, spawnServer, startServerProcess } from '../harness/server-process.js';
import { ask } from '../harness/world.js';

/** Data of the servers of a file; without DATABASE_URL they start an embedded database in it, as a first `npm start` does. */
export const folder = mkdtempSync(join(tmpdir(), 'jobglass-start-'));
/** A copy of the demo on the database of the tests. */
export let databaseUrl: string;
const started: ServerProcess[] = [];

/** Makes folder and database for the tests of a file; ends its servers after them. */
export function prepareOwnData(): void {
  beforeAll(async () => {
    chmodSync(folder, 0o755);
    const template = process.env.TEST_DATABASE_URL as string;
    databaseUrl = await cloneDatabase(template, 'template', `start_${v7().replaceAll('-', '')}`);
  });
  afterAll(async () => {
    for (const server of started) server.process.kill('SIGKILL');
    rmSync(folder, { recursive: true, force: true });
    await dropDatabase(databaseUrl);
  });
}

export async function start(env: Record<string, string> = {}): Promise<ServerProcess> {
  const server = await startServerProcess({ JOBGLASS_DATA: folder, ...env });
  started.push(server);
  return server;
}

/** Returns the exit code. */
export async function stop(server: ServerProcess, signal: NodeJS.Signals = 'SIGTERM') {
  server.process.kill(signal);
  return server.ended();
}

export function signIn(server: ServerProcess, email: string) {
  return ask(server.url)<{ signIn: { token: string } }, object>(
    `mutation { signIn(email: "${email}", password: "demo-password") { token } }`,
  );
}

/** Starts a server with settings that it refuses; returns its exit code and what it printed. */
export async function failing(env: Record<string, string>) {
  const server = await spawnServer({ JOBGLASS_DATA: folder, ...env });
  const code = await server.ended();
  return { code, lines: server.output().trim().split('\n') };
}
