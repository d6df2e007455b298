const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** Delays after each failed attempt; about three days in all. */
const DELAYS_MS = [
  5 * SECOND,
  30 * SECOND,
  2 * MINUTE,
  10 * MINUTE,
  30 * MINUTE,
  HOUR,
  3 * HOUR,
  6 * HOUR,
  12 * HOUR,
  24 * HOUR,
  24 * HOUR,
];

/** Longest addition to a delay, so that the deliveries of an outage do not all come back at one moment. */
const JITTER = 0.1;

/** An endpoint without any success for so long is switched off. */
export const MAX_FAILING_MS = 72 * HOUR;

/** Time of the attempt after this one, which failed; null if it was the last. */
export function nextAttempt(attempts: number, now: Date): Date | null {
  const delay = DELAYS_MS[attempts - 1];
  return delay === undefined
    ? null
    : new Date(now.getTime() + delay * (1 + Math.random() * JITTER));
}
