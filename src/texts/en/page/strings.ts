/** Texts of the client's page: head, visits, quotes, invoices, messages. */
export const strings = {
  title: (job: string, business: string) => `${job} – ${business}`,
  /** Title of a browser's tab. */
  nameAndTitle: (name: string, title: string) => `${name}, ${title}`,
  dayAndTime: (day: string, time: string) => `${day}, ${time}`,
  loading: 'Loading your job…',
  job: (number: number) => `Job ${number}`,
  preparedFor: (name: string) => `Prepared for ${name}`,
  call: (phone: string) => `Call ${phone}`,
  siteAddress: 'Where',
  progress: (done: number, total: number) => `${done} of ${total} done`,
  print: 'Print',
  nothingShared: 'Nothing more has been shared yet. This page fills by itself when something is.',
  quoteFrom: (business: string) => `Your quote from ${business}`,
  invoiceFrom: (business: string) => `Your invoice from ${business}`,
  nothingHere: 'There is nothing here any more',
  withdrawn: (business: string) =>
    `${business} has taken back what this page showed. Nothing is to be paid or answered here; ask ${business} if you are unsure.`,
  updatedAt: (time: string) => `Updated ${time}`,
  changed: (sections: Section[]) =>
    `This page was updated: ${sections.map((section) => SECTION_NAMES[section]).join(', ')}.`,
  openQuote: 'A quote is waiting for your answer.',
  openQuotes: (count: number) => `${count} quotes are waiting for your answer.`,
  showQuote: 'Read it',

  closed: {
    title: 'This link does not open anything',
    body: 'It may have been copied incompletely, it may have ended, or the page behind it is not available at the moment.',
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
  /** Takes the name of a time zone such as Australia/Sydney. */
  timeZoneNote: (zone: string) => `Times are in ${zone.replaceAll('_', ' ')}.`,

  todos: 'To-dos',
  done: 'Done',
  open: 'To do',
  notes: 'Notes',
  photos: 'Photos',
  photo: (number: number, total: number) => `Photo ${number} of ${total}`,
  position: (number: number, total: number) => `${number} of ${total}`,
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
    WITHDRAWN: 'Withdrawn',
  },
  answered: {
    ACCEPTED: (time: string, name: string | null, business: string) =>
      name ? `Accepted by ${name}, ${time}.` : `Accepted, as ${business} recorded, ${time}.`,
    DECLINED: (time: string) => `Declined, ${time}.`,
    CHANGES_REQUESTED: (time: string) =>
      `Changes asked for, ${time}. You can still accept or decline it as it is.`,
  },
  quoteWithdrawn: (business: string) =>
    `${business} has withdrawn this quote; it can no longer be accepted.`,
  chooseOptions: 'Tick what you would like; the total follows.',
  notChosen: 'Not taken',
  totalFailed: 'The total could not be worked out. Check your connection and try again.',
  terms: 'Terms',
  validUntil: (date: string) => `Valid until ${date}`,
  expiredOn: (date: string) =>
    `Its last valid day was ${date}. Ask for a new one if you still need it.`,
  line: { description: 'What', quantity: 'How many', price: 'Each', net: 'Amount' },
  times: (quantity: string, price: string) => `${quantity} × ${price}`,
  net: 'Before tax',
  total: 'Total',
  accept: 'Accept quote',
  askForChanges: 'Ask for changes',
  decline: 'Decline',
  cancel: 'Cancel',
  accepting: {
    title: (number: number) => `Accept quote ${number}`,
    body: (title: string, total: string) =>
      `You accept “${title}” for ${total}, tax included. The business is told at once, and you get a copy by mail.`,
    options: 'With these options:',
    noPrice: 'Tick at least one of the options first.',
    name: 'Your full name, as your signature',
    noName: 'Type your name to accept.',
    confirm: 'Yes, accept',
    done: 'Thank you. You have accepted the quote.',
  },
  paying: {
    // The words of the mail and the PDF (`domain/quotes/deposit/deposit-in-words.ts`).
    asked: (deposit: string, percent: number | null) =>
      `A deposit of ${percent ? `${percent} %, ${deposit},` : deposit} is asked for when you accept.`,
    orAll: (total: string) => ` You can also pay all of it at once: ${total}.`,
    legend: (deposit: string) => `A deposit of ${deposit} is asked for`,
    online: {
      deposit: (amount: string) => `Pay the deposit now: ${amount}`,
      all: (amount: string) => `Pay all now: ${amount}`,
    },
    byInvoice: {
      deposit: (amount: string) => `Get an invoice for the deposit: ${amount}`,
      all: (amount: string) => `Get an invoice for all of it: ${amount}`,
    },
    later: (amount: string) => `Pay the deposit later: ${amount}`,
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
  howToPay: 'How to pay',
  invoiceKind: {
    INVOICE: (number: number) => `Invoice ${number}`,
    DEPOSIT: (number: number) => `Deposit invoice ${number}`,
    CREDIT_NOTE: (number: number) => `Credit note ${number}`,
  },
  creditNote: 'Credit note',
  creditOf: (number: number) => `for invoice ${number}`,
  credited: 'Credited',
  nothingToPay: 'Nothing to pay',
  refundDue: (amount: string) =>
    `You have paid ${amount} more than is charged. You get it back, or it is taken off your next invoice.`,
  taxOfRate: (name: string, percent: string, net: string) => `${name} ${percent} % of ${net}`,
  downloadQuote: 'Download quote (PDF)',
  downloadInvoice: 'Download invoice (PDF)',
  downloadReceipt: 'Download receipt (PDF)',
  downloadFailed: 'It could not be downloaded. Reload the page and try again.',
  invoice: (number: number) => `Invoice ${number}`,
  invoiceStatus: {
    DRAFT: 'Being written',
    OVERDUE: 'Overdue',
    PAID: 'Paid',
    PARTLY_PAID: 'Partly paid',
    SENT: 'To pay',
    VOID: 'Cancelled',
  },
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
  },

  problems: {
    QUOTE_NOT_ACCEPTABLE:
      'This quote can no longer be answered: it has changed, expired or been answered. Nothing was sent.',
    MESSAGES_NOT_ENABLED: 'Messages have been switched off. Nothing was sent.',
    RATE_LIMITED: 'That was a little too quick. Wait a minute and try again.',
    NOT_FOUND: 'This is no longer available. Nothing was sent.',
    NETWORK: 'No connection. Nothing is lost: check it and try again.',
    OTHER: 'That did not work, and the fault is not yours. Try again in a minute.',
  },
  /** Faults of what was typed, which the API gives in English. */
  faults: (reasons: string[]) => reasons.join(' '),
};

const SECTION_NAMES = {
  job: 'the job',
  visits: 'visits',
  notes: 'notes',
  todos: 'to-dos',
  photos: 'photos',
  quotes: 'quotes',
  invoices: 'invoices',
  messages: 'messages',
};

/** A section of the page whose changes are announced. */
export type Section = keyof typeof SECTION_NAMES;
