import { execFileSync } from 'node:child_process';
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
  const ours = ['postgres', `-D ${data} `];
  if (!isRunning(server, ours)) return rmSync(lock, { force: true });
  const owner = pidIn(join(data, 'jobglass-owner'));
  if (owner !== null && isRunning(owner, ['node'])) {
    throw new DataFolderBusy(
      `Jobglass runs on ${data} already (process ${owner}); stop it, or choose another folder with JOBGLASS_DATA.`,
    );
  }
  await stopOrphan(server, ours);
}

async function stopOrphan(pid: number, ours: string[]): Promise<void> {
  process.kill(pid, 'SIGINT');
  for (let waited = 0; waited < PATIENCE_MS; waited += 50) {
    if (!isRunning(pid, ours)) return;
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

/** Process numbers are used again, so the process must also be what we take it for. */
function isRunning(pid: number, words: string[]): boolean {
  if (pid === process.pid) return false;
  const command = commandOf(pid);
  return command !== null && words.every((word) => command.includes(word));
}

/** Null: no such process, or a dead one that is still listed. */
function commandOf(pid: number): string | null {
  try {
    if (existsSync('/proc/self/cmdline'))
      return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ') || null;
    return execFileSync('ps', ['-ww', '-o', 'command=', '-p', String(pid)], { encoding: 'utf8' });
  } catch {
    return null;
  }
}
