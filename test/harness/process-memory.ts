import { readdirSync, readFileSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';

const SAMPLE_INTERVAL_MS = 50;
const MEBIBYTE_IN_KIB = 1024;

/**
 * Memory of a process and all that it has started, in MiB: the proportional set size, in which a page that several
 * share counts once. The database that the server started is left out.
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

/** The most memory that the process and its children have while the work runs, in MiB. */
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

/** The processes that a process has started. */
export function childrenOf(pid: number): number[] {
  return list(`/proc/${pid}/task`).flatMap((task) =>
    read(`/proc/${pid}/task/${task}/children`).split(' ').filter(Boolean).map(Number),
  );
}

/** A process may end while it is looked at. */
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
