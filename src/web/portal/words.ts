import type { InvoiceStatus, JobStatus, QuoteStatus } from '../gen/operations';
import type { Section } from './changed-sections';

/** Everything that the page says, so that it can be read, mended and one day translated in one place. */
export const words = {
  title: (job: string, business: string) => `${job} – ${business}`,
  loading: 'Loading your job…',
  job: (number: number) => `Job ${number}`,
  preparedFor: (name: string) => `Prepared for ${name}`,
  call: (phone: string) => `Call ${phone}`,
  where: 'Where',
  progress: (done: number, total: number) => `${done} of ${total} done`,
  print: 'Print',
  nothingYet: 'Nothing more has been shared yet. This page fills by itself when something is.',
  updatedAt: (time: string) => `Updated ${time}`,
  changed: (sections: Section[]) =>
    `This page was updated: ${sections.map((each) => SECTION_NAMES[each]).join(', ')}.`,
  waitingQuote: 'A quote is waiting for your answer.',
  waitingQuotes: (count: number) => `${count} quotes are waiting for your answer.`,
  showQuote: 'Read it',

  closed: {
    title: 'This link does not open anything',
    body: 'It may have been typed or copied incompletely, it may have ended, or the page behind it is not available at the moment.',
    advice: 'The business that sent it to you can send you a new one.',
    answerLost: 'Your answer did not arrive: nothing was accepted, declined or asked for.',
  },
  failed: {
    title: 'The page could not be loaded',
    body: 'Your link may well be fine: the connection or our server is not, at the moment.',
  },
  tryAgain: 'Try again',
  offline: (time: string) =>
    `No connection at the moment. This is what the page said at ${time}; it catches up by itself.`,

  visits: 'Visits',
  pastVisits: (count: number) => (count === 1 ? '1 earlier visit' : `${count} earlier visits`),
  until: (from: string, to: string) => `${from} to ${to}`,
  addToCalendar: 'Add to calendar',
  removeFromCalendar: 'Take out of calendar',
  cancelled: 'Cancelled',
  wasCancelled: (time: string) => `${time} was cancelled`,
  movedFrom: (time: string) => `Moved from ${time}`,
  calendarFailed: 'The calendar entry could not be made. Check your connection and try again.',
  visitIn: (zone: string) => `Times are in ${zone}.`,

  todos: 'To-dos',
  done: 'Done',
  open: 'To do',
  notes: 'Notes',
  photos: 'Photos',
  photo: (at: number, total: number) => `Photo ${at} of ${total}`,
  place: (at: number, total: number) => `${at} of ${total}`,
  photoFailed: 'This photo could not be loaded.',
  previous: 'Previous photo',
  next: 'Next photo',
  close: 'Close',

  quotes: 'Quotes',
  quote: (number: number, version: number) =>
    version > 1 ? `Quote ${number}, version ${version}` : `Quote ${number}`,
  quoteStatus: {
    ACCEPTED: 'Accepted',
    CHANGES_REQUESTED: 'Changes asked for',
    DECLINED: 'Declined',
    DRAFT: 'Being written',
    EXPIRED: 'Expired',
    SENT: 'Waiting for you',
    SUPERSEDED: 'Replaced',
  } satisfies Record<QuoteStatus, string>,
  validUntil: (date: string) => `Valid until ${date}`,
  expiredOn: (date: string) =>
    `Its last valid day was ${date}. Ask for a new one if you still need it.`,
  line: { description: 'What', quantity: 'How many', price: 'Each', net: 'Amount' },
  times: (quantity: string, price: string) => `${quantity} × ${price}`,
  net: 'Before tax',
  tax: 'Tax',
  total: 'Total',
  accept: 'Accept quote',
  askForChanges: 'Ask for changes',
  decline: 'Decline',
  cancel: 'Cancel',
  accepting: {
    title: (number: number) => `Accept quote ${number}`,
    body: (title: string, total: string) =>
      `You accept “${title}” for ${total}, tax included. The business is told at once.`,
    name: 'Your full name, as your signature',
    noName: 'Type your name to accept.',
    confirm: 'Yes, accept',
    done: 'Thank you. You have accepted the quote.',
  },
  changing: {
    title: (number: number) => `Ask for changes to quote ${number}`,
    message: 'What should change?',
    noMessage: 'Say what should change.',
    confirm: 'Send',
    done: 'Your request has been sent. You can still accept or decline the quote as it is.',
  },
  declining: {
    title: (number: number) => `Decline quote ${number}`,
    reason: 'Why? (if you like)',
    confirm: 'Decline the quote',
    done: 'You have declined the quote.',
  },

  invoices: 'Invoices',
  invoice: (number: number) => `Invoice ${number}`,
  invoiceStatus: {
    DRAFT: 'Being written',
    OVERDUE: 'Overdue',
    PAID: 'Paid',
    PARTLY_PAID: 'Partly paid',
    SENT: 'To pay',
    VOID: 'Cancelled',
  } satisfies Record<InvoiceStatus, string>,
  paid: 'Paid so far',
  owed: 'To pay',
  reversed: 'Reversed',
  reversedPayment: (day: string | null) =>
    day ? `Payment of ${day}, no longer counted` : 'Payment, no longer counted',
  dueOn: (date: string) => `Due ${date}`,

  messages: 'Messages',
  noMessages: (business: string) => `Write to ${business} about this job.`,
  messagesOff: (business: string) => `Messages are switched off. Call ${business} instead.`,
  you: 'You',
  message: 'Your message',
  noMessage: 'Write something first.',
  send: 'Send',
  sending: 'Sending…',
  sent: 'Your message has been sent.',

  jobStatus: {
    CANCELLED: 'Cancelled',
    COMPLETED: 'Completed',
    IN_PROGRESS: 'In progress',
    NEW: 'New',
    ON_HOLD: 'On hold',
    SCHEDULED: 'Scheduled',
  } satisfies Record<JobStatus, string>,

  problems: {
    QUOTE_NOT_ACCEPTABLE:
      'This quote can no longer be answered: it has changed, expired or been answered. Nothing was sent.',
    MESSAGES_NOT_ENABLED: 'Messages have been switched off. Nothing was sent.',
    RATE_LIMITED: 'That was a little too quick. Wait a minute and try again.',
    NOT_FOUND: 'This is no longer available. Nothing was sent.',
    NETWORK: 'No connection. Nothing is lost: check it and try again.',
    OTHER: 'That did not work, and the fault is not yours. Try again in a minute.',
  } as Record<string, string>,
};

const SECTION_NAMES: Record<Section, string> = {
  job: 'the job',
  visits: 'visits',
  notes: 'notes',
  todos: 'to-dos',
  photos: 'photos',
  quotes: 'quotes',
  invoices: 'invoices',
  messages: 'messages',
};
