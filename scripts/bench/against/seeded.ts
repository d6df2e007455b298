import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { EmbeddedDatabase } from '../../../src/database/embedded/embedded-postgres.js';
import { say } from '../say.js';
import { databaseOf } from '../seed/bench-database.js';
import type { Size } from '../seed/size.js';
import type { Commit } from './checkout.js';
import type { Samples, SeedRequest } from './seed-commit.js';

const PROGRAM = fileURLToPath(new URL('./seed-commit.js', import.meta.url));

/** Returns a database seeded by a commit's own code, now or in an earlier run, and its samples. */
export async function seededBy(
  commit: Commit,
  folder: string,
  postgres: EmbeddedDatabase,
  size: Size,
  stopped: AbortSignal,
): Promise<{ url: string; samples: Samples }> {
  const url = await databaseOf(
    postgres,
    { prefix: 'bench_commit_', size, version: commit.id.slice(0, 12), say },
    async (empty) => {
      await ask({ folder, size, url: empty }, stopped);
    },
  );
  return { url, samples: await ask({ folder, size }, stopped) };
}

async function ask(request: SeedRequest, stopped: AbortSignal): Promise<Samples> {
  stopped.throwIfAborted();
  const child = fork(PROGRAM, {
    cwd: request.folder,
    signal: stopped,
    stdio: ['ignore', process.stderr, process.stderr, 'ipc'],
  });
  const answer = once(child, 'message').then(([samples]) => samples as Samples);
  const ended = once(child, 'exit').then(() => {
    throw new Error(`The seed of ${request.folder} failed.`);
  });
  child.send(request);
  return Promise.race([answer, ended]);
}
