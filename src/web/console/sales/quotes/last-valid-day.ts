import type { Viewer } from '../../session/viewer';

/** The last day by the quote validity of the business; undefined without one. */
export function lastValidDay({
  quoteValidityDays,
  timeZone,
}: Viewer['business']): string | undefined {
  if (quoteValidityDays === null) return undefined;
  const last = new Date(Date.now() + quoteValidityDays * 86_400_000);
  return last.toLocaleDateString('sv-SE', { timeZone });
}
