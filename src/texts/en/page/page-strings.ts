/** Texts of what the page says first, of its folds, photos, printing and sending. */
export const pageStrings = {
  first: 'What matters now',
  /** Before and after the title. */
  answerQuote: ['Answer this quote: ', ''] as [string, string],
  validUntil: (date: string) => `Valid until ${date}`,
  showQuote: 'Read and answer',
  payInvoice: (amount: string) => [`Pay ${amount} for `, ''] as [string, string],
  dueOn: (date: string) => `Due ${date}`,
  overdueSince: (date: string) => `Overdue: it was due ${date}`,
  overdue: 'Overdue',
  showInvoice: 'Show the invoice',
  nextVisit: (day: string) => `Next visit: ${day}`,
  movedFrom: (time: string) => `It was moved from ${time}`,
  visitCancelled: (day: string) => `The visit on ${day} was cancelled`,
  showVisits: 'See visits',
  news: (time: string) => `New since you last looked, ${time}`,
  newMark: 'New',
  newOf: {
    job: () => 'About the job',
    visits: (count: number) => (count === 1 ? '1 visit' : `${count} visits`),
    notes: (count: number) => (count === 1 ? '1 note' : `${count} notes`),
    todos: (count: number) => (count === 1 ? '1 step of the work' : `${count} steps of the work`),
    photos: (count: number) => (count === 1 ? '1 photo' : `${count} photos`),
    quotes: (count: number) => (count === 1 ? '1 quote' : `${count} quotes`),
    invoices: (count: number) => (count === 1 ? '1 invoice' : `${count} invoices`),
    messages: (count: number) => (count === 1 ? '1 message' : `${count} messages`),
  },

  work: 'What we do',
  workDone: (done: number, total: number) =>
    done === total ? 'All done' : `${done} of ${total} done`,
  isDone: 'Done',
  isAhead: 'Still to come',

  more: {
    notes: (count: number) => (count === 1 ? 'Show 1 earlier note' : `Show ${count} earlier notes`),
    work: (count: number) => (count === 1 ? 'Show 1 more' : `Show ${count} more`),
    visits: (count: number) =>
      count === 1 ? 'Show 1 earlier visit' : `Show ${count} earlier visits`,
    photos: (count: number) =>
      count === 1 ? 'Show photos of 1 earlier day' : `Show photos of ${count} earlier days`,
    invoices: (count: number) =>
      count === 1 ? 'Show 1 settled invoice' : `Show ${count} settled invoices`,
    messages: (count: number) =>
      count === 1 ? 'Show 1 earlier message' : `Show ${count} earlier messages`,
  },
  fewer: 'Show fewer',

  stages: { before: 'Before', after: 'After' },
  printing: 'Getting the photos ready…',
  photosMissing: (count: number) =>
    count === 1
      ? '1 photo could not be loaded and would be missing on paper. Check your connection, then print again.'
      : `${count} photos could not be loaded and would be missing on paper. Check your connection, then print again.`,

  language: 'Language of this page',

  slow: 'Still sending: the connection is slow. You need not press again.',
  notSent: 'Not sent: there is no connection. Your text is kept. Try again when you are online.',
  unknown:
    'The connection broke, so we do not know whether it arrived. Your text is kept; trying again does not send it twice.',
  unknownPayment:
    'The connection broke before the payment page opened. Nothing was paid. Try again.',
};
