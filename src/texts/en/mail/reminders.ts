/** Texts of reminders. Names of invoices and quotes are as within a sentence where they are in one. */
export const reminders = {
  /** `when` is one of the texts below: "Bright Spark: invoice 12 is due on 31 March 2026". */
  subject: (business: string, name: string, when: string) => `${business}: ${name} ${when}`,
  heading: (name: string, title: string) => `${name}: ${title}`,
  sentence: (name: string, title: string, when: string) =>
    `This is a reminder: ${name} for ${title} ${when}.`,
  when: {
    waits: 'waits for your answer',
    lastDay: (day: string) => `can be accepted until the end of today, ${day}`,
    valid: (day: string) => `is valid to the end of ${day}`,
    dueToday: (day: string) => `is due today, ${day}`,
    wasDue: (day: string) => `was due on ${day}`,
    isDue: (day: string) => `is due on ${day}`,
  },
  toBePaid: 'What is to be paid',
  price: 'Price',
  several: {
    subject: (business: string, invoices: number, quotes: number) =>
      `${business}: a reminder of ${[
        ...(invoices ? [`${invoices} invoice${invoices === 1 ? '' : 's'}`] : []),
        ...(quotes ? [`${quotes} quote${quotes === 1 ? '' : 's'}`] : []),
      ].join(' and ')}`,
    heading: 'A reminder',
    sentence: 'This is a reminder of what is still open between us.',
    list: 'What is open',
    invoice: (name: string, amount: string, when: string) =>
      `${name}: ${amount} to pay; it ${when}`,
    quote: (name: string, amount: string, when: string) => `${name}: ${amount}; it ${when}`,
    more: (count: number) => `And ${count} more.`,
  },
  paidAlready: (reach: string) =>
    `If you have paid already, thank you; you need do nothing more. If something is wrong, ${reach}.`,
  openToAnswer: (isOneOfSeveral: boolean) =>
    `Open ${isOneOfSeveral ? 'a quote' : 'the quote'} to accept it, to decline it or to ask for changes.`,
  reachToAnswer: (isOneOfSeveral: boolean, reach: string) =>
    `To accept ${isOneOfSeveral ? 'a quote' : 'the quote'}, to decline it or to ask for changes, ${reach}.`,
  openInvoice: 'Open the invoice',
  openQuote: 'Open the quote',
  open: (names: string[]) => `Open ${names.join(', ')}`,
};
