/** A calendar day as the database keeps it (2026-03-31), from what the Date scalar parsed. */
export function dayOf(day: Date | null | undefined): string | null {
  return day ? day.toISOString().slice(0, 10) : null;
}
