import type { QuoteStatus } from '../../gen/operations';

/** Texts of the first page of the office. */
export const todayStrings = {
  title: 'Today',
  /** Of the navigation. */
  waiting: (count: number) => `${count} waiting`,
  groups: {
    answers: 'Answered by clients',
    messages: 'Messages to read',
    enquiries: 'New enquiries',
    prompts: 'Changes to share',
    overdue: 'Overdue invoices',
    failedEmails: 'Mails that did not go out',
    other: 'Reminders',
  },
  answers: {
    ACCEPTED: (day: string) => `accepted on ${day}; nothing is scheduled or invoiced yet`,
    DECLINED: (day: string) => `declined on ${day}`,
    CHANGES_REQUESTED: (day: string) => `changes requested on ${day}`,
  } as Partial<Record<QuoteStatus, (day: string) => string>>,
  to: 'to',
  sendAgain: 'Send again',
  dismiss: 'Take off the list',
  unread: (count: number) => (count === 1 ? '1 message' : `${count} messages`),
  owed: (amount: string, day: string) => `${amount} since ${day}`,
  more: (count: number) => `and ${count} more`,
  nothing: 'Nothing waits for you',
  whatComes: 'New answers, messages and enquiries appear here by themselves.',
  next: 'See the jobs',
};
