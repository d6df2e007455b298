import type { AttentionKind, ReminderKind } from '../../gen/operations';

export type When = 'BEFORE' | 'ON' | 'AFTER';

const days = (count: number) => (count === 1 ? '1 day' : `${count} days`);

/** Texts about reminders. */
export const reminderStrings = {
  title: 'Reminders',
  hint: 'Clients get them by mail at nine in the morning, at most one mail a day, until they have paid or answered. A change holds from the next morning.',
  portalOff: 'The Client Portal is off: no reminders are sent while it is.',
  remindOfInvoices: 'Remind clients of unpaid invoices',
  remindOfQuotes: 'Remind clients of quotes without an answer',
  invoiceReminders: 'Reminders of an invoice',
  quoteReminders: 'Reminders of a quote',
  days: 'Days',
  when: 'When',
  invoiceWhen: {
    BEFORE: 'before the due day',
    ON: 'on the due day',
    AFTER: 'after the due day',
  } satisfies Record<When, string>,
  quoteWhen: {
    BEFORE: 'before its last day',
    ON: 'on its last day',
    AFTER: 'after it was sent',
  } satisfies Record<When, string>,
  add: 'Add a reminder',
  remove: (number: number) => `Remove reminder ${number}`,
  invoicePreview: (due: string, list: string) =>
    list
      ? `An invoice due on ${due} is reminded of on ${list}.`
      : 'Nobody is reminded of invoices.',
  quotePreview: (sent: string, last: string, list: string) =>
    list
      ? `A quote sent on ${sent} and valid to ${last} is reminded of on ${list}.`
      : 'Nobody is reminded of quotes.',
  attention: 'Needs attention',
  attentionKinds: {
    QUOTE_EXPIRED: (day: string) => `expired without an answer on ${day}`,
    REMINDER_NOT_SENT: (day: string) =>
      `was to be reminded of on ${day}, but the client has no email address`,
    OVERDUE_AFTER_REMINDERS: (day: string) => `is overdue; reminders ended on ${day}`,
  } satisfies Partial<Record<AttentionKind, (day: string) => string>>,
  none: 'No reminder was sent yet.',
  next: (day: string) => `Next one: ${day}, unless it is settled before.`,
  noNext: 'No further reminder is planned.',
  paused: 'Reminders are paused.',
  pause: 'Pause reminders',
  resume: 'Let reminders go on',
  clientPaused: 'This client gets no reminders.',
  step: (kind: ReminderKind, count: number) => STEPS[kind](count),
  queued: 'being sent',
  sent: (address: string) => `sent to ${address}`,
  notSent: (reason: string | null) => `not sent${reason ? `: ${reason}` : ''}`,
  noAddress: 'The client had no email address.',
};

const STEPS: Record<ReminderKind, (count: number) => string> = {
  DUE_DAY: (count) => around(count, 'the due day'),
  LAST_DAY: (count) => around(count, 'its last day'),
  SENDING: (count) => `${days(count)} after it was sent`,
};

function around(count: number, day: string): string {
  if (count === 0) return `on ${day}`;
  return `${days(Math.abs(count))} ${count < 0 ? 'before' : 'after'} ${day}`;
}
