import { Refusal } from '../../visibility/refusals.js';

/** A RATE_LIMITED refusal with `retryAfterSeconds`; `tooMuch` is the first half of its sentence. */
export function tryAgainLater(tooMuch: string, seconds: number): Refusal {
  return new Refusal('RATE_LIMITED', `${tooMuch}; try again in ${inWords(seconds)}.`, {
    retryAfterSeconds: seconds,
  });
}

function inWords(seconds: number): string {
  if (seconds < 90) return counted(seconds, 'second');
  const minutes = Math.ceil(seconds / 60);
  return minutes < 90 ? counted(minutes, 'minute') : counted(Math.ceil(minutes / 60), 'hour');
}

function counted(many: number, unit: string): string {
  return `${many} ${unit}${many === 1 ? '' : 's'}`;
}
