/** A calendar day as the database keeps it (2026-03-31), from what the Date scalar parsed. */
export function dayOf(day: Date | null | undefined): string | null {
  return day ? day.toISOString().slice(0, 10) : null;
}

/** Whether a last valid day is over: it counts to its end. Days written alike compare as text. */
export function isOver(validUntil: string | null, today: string): boolean {
  return validUntil !== null && validUntil < today;
}
