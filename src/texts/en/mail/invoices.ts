/** Texts of mails with an invoice or a credit note. Names of invoices are as within a sentence. */
export const invoices = {
  subject: (business: string, name: string, title: string) => `${business}: ${name}, ${title}`,
  sent: (business: string, name: string, title: string) =>
    `${business} has sent you ${name} for ${title}.`,
  changed: (business: string, name: string, title: string) =>
    `${business} has changed ${name} for ${title}. This version takes the place of the one that was sent to you before.`,
  attached: 'It is attached as a PDF too.',
  askAboutPaying: (reach: string) => `To ask about it or about how to pay, ${reach}.`,
  open: (noun: string) => `Open the ${noun}`,
  wasPaid: 'What was paid',
  toBePaid: 'What is to be paid',
  taxNumber: 'Tax number',
  amounts: {
    nothing: 'Nothing is to be paid.',
    paidInFull: 'Paid in full, thank you.',
    tooMuch: (amount: string) =>
      `Paid too much: ${amount}. You get it back, or it is taken off your next invoice.`,
    nothingLeft: 'Nothing is left to pay.',
    toPay: (amount: string, day: string | null) => `To pay${day ? ` by ${day}` : ''}: ${amount}`,
  },
  changes: {
    title: 'What has changed',
    ofTitle: 'Title',
    ofTotal: 'Total',
    ofDueDay: 'To pay by',
    quoted: (title: string) => `“${title}”`,
    /** `before` and `now` are null where there is no day. */
    isNow: (what: string, before: string | null, now: string | null) =>
      `${what}: ${before} is now ${now}`,
    line: (description: string) => description,
    priced: (description: string, price: string) => `${description}, ${price}`,
    newLine: (line: string) => `New: ${line}`,
    goneLine: (line: string) => `No longer: ${line}`,
  },
  credit: {
    credited: (business: string, amount: string, invoice: number | undefined, title: string) =>
      `${business} has credited ${amount} of invoice ${invoice} for ${title}.`,
    reason: (reason: string | null) => `Reason: ${reason}`,
    title: 'What is credited',
    invoiceNow: (invoice: number) => `Invoice ${invoice} now`,
  },
};
