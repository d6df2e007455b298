import { readFileSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';

const SAMPLE_INTERVAL_MS = 10;

/** Returns the resident memory of a process, in MB. */
function memoryOf(pid: number): number {
  const [, kb = '0'] = readFileSync(`/proc/${pid}/status`, 'utf8').match(/VmRSS:\s+(\d+)/) ?? [];
  return Number(kb) / 1024;
}

/** Returns the maximum growth of a process's memory while the work runs, in MB. */
export async function memoryRiseDuring<T>(
  pid: number,
  work: () => Promise<T>,
): Promise<{ result: T; riseMb: number }> {
  const before = memoryOf(pid);
  let highest = before;
  let isRunning = true;
  const sampling = (async () => {
    while (isRunning) {
      highest = Math.max(highest, memoryOf(pid));
      await setTimeout(SAMPLE_INTERVAL_MS);
    }
  })();
  try {
    const result = await work();
    return { result, riseMb: highest - before };
  } finally {
    isRunning = false;
    await sampling;
  }
}
