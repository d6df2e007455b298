import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { DEMO_PASSWORD } from '../../db/demo/seed-demo.js';
import { cloneDatabase, dropDatabase } from '../../src/database/setup/databases.js';
import { peakMebibytesDuring, residentMebibytes } from '../harness/process-memory.js';
import { type ServerProcess, startServerProcess } from '../harness/server-process.js';
import { ask } from '../harness/world.js';
import { othersAreServedDuring } from './watch-health.js';

const MAX_GROWTH_MEBIBYTES = 300;
/** Expected duration of a sign-in meanwhile; ten times as much fails the test. */
const WANTED_SIGN_IN_MS = 500;

export const UNREADABLE = { status: 422, reason: 'UNREADABLE_PICTURE' };
export const TAKEN = { status: 201, reason: undefined };

/** A server in its own process, and a staff member who uploads to it. */
export class UploadServer {
  private constructor(
    readonly folder: string,
    readonly server: ServerProcess,
    private readonly databaseUrl: string,
    private readonly token: string,
  ) {}

  static async open(name: string): Promise<UploadServer> {
    const folder = mkdtempSync(join(tmpdir(), 'jobglass-uploads-'));
    const template = process.env.TEST_DATABASE_URL as string;
    const databaseUrl = await cloneDatabase(template, 'template', `test_${name}_${process.pid}`);
    const server = await startServerProcess({
      DATABASE_URL: databaseUrl,
      JOBGLASS_DATA: folder,
      SEED_DEMO: 'false',
    });
    return new UploadServer(folder, server, databaseUrl, (await signIn(server.url)).token);
  }

  get pid(): number {
    return this.server.process.pid as number;
  }

  async upload(bytes: Buffer) {
    const body = new FormData();
    body.append('file', new Blob([new Uint8Array(bytes)]), 'roof.jpg');
    const response = await fetch(`${this.server.url}/photos`, {
      method: 'POST',
      body,
      headers: { authorization: `Bearer ${this.token}` },
    });
    const { errors } = (await response.json()) as {
      errors?: { extensions: { code: string; reason?: string } }[];
    };
    const { reason, code } = errors?.[0]?.extensions ?? {};
    return { status: response.status, reason: reason ?? code };
  }

  /** Sends all of these at once and signs in repeatedly meanwhile; others must not be affected. */
  async uploadAtOnce(files: Buffer[]) {
    const { url } = this.server;
    await signIn(url);
    const before = residentMebibytes(this.pid);
    const { result, peakMebibytes } = await peakMebibytesDuring(this.pid, () =>
      othersAreServedDuring(url, `${files.length} uploads`, async () => {
        let isDone = false;
        const uploads = Promise.all(files.map((file) => this.upload(file))).finally(() => {
          isDone = true;
        });
        const signInsMs: number[] = [];
        do {
          signInsMs.push((await signIn(url)).ms);
          await setTimeout(50);
        } while (!isDone);
        return { answers: await uploads, slowestMs: Math.max(...signInsMs) };
      }),
    );
    const growth = peakMebibytes - before;
    process.stdout.write(
      `${files.length} uploads: ${Math.round(growth)} MiB more, a sign-in waited ${Math.round(result.slowestMs)} ms at most (wanted: ${WANTED_SIGN_IN_MS} ms)\n`,
    );
    expect(growth).toBeLessThan(MAX_GROWTH_MEBIBYTES);
    expect(result.slowestMs).toBeLessThan(10 * WANTED_SIGN_IN_MS);
    return result.answers;
  }

  async close(): Promise<void> {
    this.server.process.kill('SIGTERM');
    await this.server.ended();
    await dropDatabase(this.databaseUrl);
    rmSync(this.folder, { recursive: true, force: true });
  }
}

async function signIn(url: string) {
  const start = performance.now();
  const { data } = await ask(url)<{ signIn: { token: string } }, object>(
    'mutation ($email: String!, $password: String!) { signIn(email: $email, password: $password) { token } }',
    { email: 'owner@demo.jobglass.test', password: DEMO_PASSWORD },
  );
  return { token: data.signIn.token, ms: performance.now() - start };
}
