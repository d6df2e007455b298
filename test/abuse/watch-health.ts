import { setTimeout } from 'node:timers/promises';

const PROBE_INTERVAL_MS = 20;
const WANTED_MS = 100;
const MAX_MS = 1_000;

/** Requests `/health` repeatedly while the work runs; returns the longest response time in milliseconds. */
async function longestWaitDuring<T>(
  url: string,
  work: () => Promise<T>,
): Promise<{ result: T; longestMs: number }> {
  let isRunning = true;
  let longestMs = 0;
  const probing = (async () => {
    while (isRunning) {
      const start = performance.now();
      const response = await fetch(`${url}/health`);
      await response.arrayBuffer();
      longestMs = Math.max(longestMs, performance.now() - start);
      await setTimeout(PROBE_INTERVAL_MS);
    }
  })();
  try {
    const result = await work();
    return { result, longestMs };
  } finally {
    isRunning = false;
    await probing;
  }
}

/** Fails if another caller waited for a second; prints the waiting time. */
export async function othersAreServedDuring<T>(
  url: string,
  what: string,
  work: () => Promise<T>,
): Promise<T> {
  const { result, longestMs } = await longestWaitDuring(url, work);
  const verdict = longestMs <= WANTED_MS ? 'as wanted' : `wanted: ${WANTED_MS} ms`;
  process.stdout.write(
    `${what}: /health waited ${Math.round(longestMs)} ms at most (${verdict})\n`,
  );
  expect(longestMs).toBeLessThan(MAX_MS);
  return result;
}
