/** Time for which a cancelled visit is listed after the time that it had. */
const CANCELLED_SHOWN_MS = 14 * 24 * 60 * 60_000;

/** Whether a cancelled visit is still on the page. */
export function isStillListed({ endsAt }: { endsAt: string }): boolean {
  return endsAt >= new Date(Date.now() - CANCELLED_SHOWN_MS).toISOString();
}
