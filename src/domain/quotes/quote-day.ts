import type { Unit } from '../../database/unit-of-work/unit-of-work.js';
import type { Business } from '../business/business.entity.js';
import { dayIn } from '../business/business-day.js';

/** The last valid day of a quote from today, by the quote validity of the business; null without one. */
export function defaultLastDay(
  { now }: Unit,
  { quoteValidityDays, timeZone }: Business,
): string | null {
  return quoteValidityDays === null ? null : dayIn(timeZone, now, quoteValidityDays);
}

/** A calendar day as stored (2026-03-31), from the value of the Date scalar. */
export function dayOf(day: Date | null | undefined): string | null {
  return day ? day.toISOString().slice(0, 10) : null;
}

/** Whether the last valid day is before today. ISO days compare as text. */
export function isPastDay(validUntil: string | null, today: string): boolean {
  return validUntil !== null && validUntil < today;
}
