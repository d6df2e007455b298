import type { Unit } from '../../../database/unit-of-work/unit-of-work.js';
import { ListOf, wholeNumber } from '../../../visibility/bounds.js';
import { Faults } from '../../../visibility/inputs/faults.js';

/** Settings of the reminders to clients, which belong to how clients pay. */
export const REMINDER_SETTINGS = [
  'remindOfInvoices',
  'invoiceReminderDays',
  'remindOfQuotes',
  'quoteReminderDaysBeforeExpiry',
  'quoteReminderDaysAfterSending',
] as const;

export const MAX_DAYS_BEFORE = 30;
export const MAX_DAYS_AFTER = 90;
const MAX_REMINDERS = 6;

/** Bounds a field to the days of at most six reminders. */
export const ReminderDays = (min: number, max: number): PropertyDecorator =>
  ListOf(
    MAX_REMINDERS,
    wholeNumber(min, max, `Use a whole number of days from ${min} to ${max}.`),
    `Use at most ${MAX_REMINDERS} reminders.`,
  );

interface Settings {
  remindOfInvoices: boolean;
  invoiceReminderDays: number[];
  remindOfQuotes: boolean;
  quoteReminderDaysBeforeExpiry: number[];
  quoteReminderDaysAfterSending: number[];
  remindersChangedAt: Date | null;
}

/**
 * Sorts the days and notes the time when the input has a setting of the reminders: it holds from the next morning, so
 * that no client gets a mail at the moment of the change. Throws VALIDATION_FAILED for reminders without a day.
 */
export function settleReminders({ now }: Unit, business: Settings, input: object): void {
  if (!REMINDER_SETTINGS.some((setting) => setting in input)) return;
  business.invoiceReminderDays = sorted(business.invoiceReminderDays);
  business.quoteReminderDaysBeforeExpiry = sorted(business.quoteReminderDaysBeforeExpiry);
  business.quoteReminderDaysAfterSending = sorted(business.quoteReminderDaysAfterSending);
  refuseWithoutDays(business);
  business.remindersChangedAt = now;
}

function refuseWithoutDays(business: Settings): void {
  const faults = new Faults();
  if (business.remindOfInvoices && business.invoiceReminderDays.length === 0)
    faults.add('input.invoiceReminderDays', NO_DAY);
  const { quoteReminderDaysBeforeExpiry: before, quoteReminderDaysAfterSending: after } = business;
  if (business.remindOfQuotes && before.length + after.length === 0)
    faults.add('input.quoteReminderDaysBeforeExpiry', NO_DAY);
  faults.throwIfAny();
}

const NO_DAY = 'Choose at least one day, or switch these reminders off.';

function sorted(days: number[]): number[] {
  return [...new Set(days)].sort((one, other) => one - other);
}
