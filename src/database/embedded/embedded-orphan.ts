import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const STOP_TIMEOUT_MS = 10_000;

/** A data folder in use; the message is a sentence that says why. */
export class DataFolderBusy extends Error {}

/**
 * Cleans up after a killed process: stops a PostgreSQL server that runs without its owner, or removes a stale lock file.
 *
 * @throws DataFolderBusy when another Jobglass runs on the folder, or the server does not stop.
 */
export async function clearOrphan(data: string): Promise<void> {
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
  for (let waitedMs = 0; waitedMs < STOP_TIMEOUT_MS; waitedMs += 50) {
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

/** Process ids are reused, so the command line must match too. */
function isRunning(pid: number, words: string[]): boolean {
  if (pid === process.pid) return false;
  const command = commandOf(pid);
  return command !== null && words.every((word) => command.includes(word));
}

/** Returns null if there is no such process, or only a zombie. */
function commandOf(pid: number): string | null {
  try {
    if (existsSync('/proc/self/cmdline'))
      return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ') || null;
    return execFileSync('ps', ['-ww', '-o', 'command=', '-p', String(pid)], { encoding: 'utf8' });
  } catch {
    return null;
  }
}
