/** What quotes and invoices are called by. */
export const names = {
  quote: (number: number) => `Quote ${number}`,
  invoice: {
    INVOICE: 'Invoice',
    PROGRESS: 'Progress invoice',
    DEPOSIT: 'Deposit invoice',
    CREDIT_NOTE: 'Credit note',
  },
  /** Name of an invoice with its number: "Credit note 13". */
  numbered: (noun: string, number: number) => `${noun} ${number}`,
  /** A name within a sentence: "credit note 13" of "Credit note 13". */
  inSentence: (name: string) => name.charAt(0).toLowerCase() + name.slice(1),
  /** A name with its title at the head of a mail or a list. */
  titled: (name: string, title: string) => `${name}, ${title}`,
};
