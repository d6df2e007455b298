import { readdirSync, readFileSync, writeFileSync } from 'node:fs';

/** Returns the CPU time of a process with all its threads, in microseconds; null without /proc. */
export function workOf(pid: number): number | null {
  try {
    return fineWorkOf(pid) ?? coarseWorkOf(pid);
  } catch {
    return null;
  }
}

/** The scheduler counts nanoseconds per thread, but forgets ended threads: right for a single thread only. */
function fineWorkOf(pid: number): number | null {
  const threads = readdirSync(`/proc/${pid}/task`);
  if (threads.length > 1) return null;
  const [nanoseconds] = readFileSync(`/proc/${pid}/schedstat`, 'utf8').split(' ');
  return Number(nanoseconds) / 1000 || null;
}

/** User and system time of the whole process, in hundredths of a second. */
function coarseWorkOf(pid: number): number {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[11]) + Number(fields[12])) * 10_000;
}

/** Maximum memory of a process since the last reset, in bytes. */
export function peakMemory(pid: number): number | null {
  return memory(pid, 'VmHWM');
}

/** Current memory, in bytes. */
export function memoryNow(pid: number): number | null {
  return memory(pid, 'VmRSS');
}

function memory(pid: number, name: string): number | null {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    const [, kilobytes] = status.match(new RegExp(`${name}:\\s+(\\d+) kB`)) ?? [];
    return kilobytes ? Number(kilobytes) * 1024 : null;
  } catch {
    return null;
  }
}

/** Resets the maximum, if the system allows it; otherwise it is that since the start. */
export function forgetPeak(pid: number): void {
  try {
    writeFileSync(`/proc/${pid}/clear_refs`, '5');
  } catch {
    // As the README says: the maximum then counts from the start of the process.
  }
}
