import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const PATIENCE_MS = 10_000;

/** Why a data folder cannot be used now, in a sentence. */
export class DataFolderBusy extends Error {}

/**
 * Clears what a killed process left behind in the data folder: a server that still runs without its
 * owner, or a lock file that names a process which is no server at all.
 */
export async function makeWay(data: string): Promise<void> {
  const lock = join(data, 'postmaster.pid');
  const server = pidIn(lock);
  if (server === null) return;
  if (!isRunning(server, 'postgres')) return rmSync(lock, { force: true });
  const owner = pidIn(join(data, 'jobglass-owner'));
  if (owner !== null && isRunning(owner, 'node')) {
    throw new DataFolderBusy(
      `Jobglass runs on ${data} already (process ${owner}); stop it, or choose another folder with JOBGLASS_DATA.`,
    );
  }
  await stopOrphan(server);
}

async function stopOrphan(pid: number): Promise<void> {
  process.kill(pid, 'SIGINT');
  for (let waited = 0; waited < PATIENCE_MS; waited += 50) {
    if (!isRunning(pid, 'postgres')) return;
    await sleep(50);
  }
  throw new DataFolderBusy(
    `A PostgreSQL that was left running (process ${pid}) does not stop; stop it by hand.`,
  );
}

function pidIn(file: string): number | null {
  if (!existsSync(file)) return null;
  return Number.parseInt(readFileSync(file, 'utf8'), 10) || null;
}

/** Process numbers are used again, so the process must also be what we take it for, where that can be seen. */
function isRunning(pid: number, program: string): boolean {
  if (pid === process.pid) return false;
  try {
    process.kill(pid, 0);
  } catch (error) {
    return (error as { code?: string }).code === 'EPERM';
  }
  const commandLine = `/proc/${pid}/cmdline`;
  return !existsSync(commandLine) || readFileSync(commandLine, 'utf8').includes(program);
}
