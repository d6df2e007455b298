import { chmodSync, mkdtempSync, readdirSync, rmSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Linux's file system in memory. */
const MEMORY = '/dev/shm';
const MIN_FREE_BYTES = 3 * 1024 ** 3;
const PREFIX = 'jobglass-test-';

/**
 * Creates the folder of a test run, in memory if there is room: every test file copies the template database. Folders
 * of runs that were killed are removed.
 */
export function makeTestFolder(): string {
  const parent = hasRoom() ? MEMORY : tmpdir();
  if (parent === MEMORY) removeLeftovers();
  const folder = mkdtempSync(join(parent, `${PREFIX}${process.pid}-`));
  // Started by root, PostgreSQL runs as another user, who needs access to the folder.
  chmodSync(folder, 0o755);
  return folder;
}

function hasRoom(): boolean {
  try {
    const { bavail, bsize } = statfsSync(MEMORY);
    return bavail * bsize > MIN_FREE_BYTES;
  } catch {
    // Not Linux.
    return false;
  }
}

function removeLeftovers(): void {
  for (const name of readdirSync(MEMORY)) {
    const owner = name.startsWith(PREFIX) && Number(name.slice(PREFIX.length).split('-')[0]);
    if (owner && !isRunning(owner)) rmSync(join(MEMORY, name), { recursive: true, force: true });
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
