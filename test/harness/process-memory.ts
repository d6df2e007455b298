import { readdirSync, readFileSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';

const SAMPLE_INTERVAL_MS = 50;
const MEBIBYTE_IN_KIB = 1024;

/**
 * Memory of a process and its children, in MiB: the proportional set size, in which a page shared by several
 * processes counts once. Excludes the database that the server started.
 */
export function residentMebibytes(pid: number): number {
  const own = /^Pss:\s+(\d+)/m.exec(read(`/proc/${pid}/smaps_rollup`))?.[1];
  const children = childrenOf(pid).filter(
    (child) => !read(`/proc/${child}/comm`).startsWith('postgres'),
  );
  return (
    Number(own ?? 0) / MEBIBYTE_IN_KIB +
    children.reduce((sum, child) => sum + residentMebibytes(child), 0)
  );
}

/** Returns the maximum memory of the process and its children while the work runs, in MiB. */
export async function peakMebibytesDuring<T>(pid: number, work: () => Promise<T>) {
  let isRunning = true;
  let peakMebibytes = 0;
  const sampling = (async () => {
    while (isRunning) {
      peakMebibytes = Math.max(peakMebibytes, residentMebibytes(pid));
      await setTimeout(SAMPLE_INTERVAL_MS);
    }
  })();
  try {
    return { result: await work(), peakMebibytes };
  } finally {
    isRunning = false;
    await sampling;
  }
}

/** Returns the child processes of a process. */
export function childrenOf(pid: number): number[] {
  return list(`/proc/${pid}/task`).flatMap((task) =>
    read(`/proc/${pid}/task/${task}/children`).split(' ').filter(Boolean).map(Number),
  );
}

/** A process may end while it is being read. */
function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

function list(path: string): string[] {
  try {
    return readdirSync(path);
  } catch {
    return [];
  }
}
