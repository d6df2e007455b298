/** Texts of mails about payments online. Names of invoices are as within a sentence. */
export const payments = {
  subject: (business: string, heading: string) => `${business}: ${heading}`,
  /** The first letter of a heading is small in the subject and large at the head of the mail. */
  atHead: (heading: string) => `${heading.charAt(0).toUpperCase()}${heading.slice(1)}`,
  failed: {
    heading: (name: string) => `payment of ${name} failed`,
    body: (business: string, amount: string) =>
      `Your payment of ${amount} to ${business} was not confirmed by your bank, so nothing was paid. Please pay again or in another way.`,
  },
  refunded: {
    heading: (name: string) => `refund for ${name}`,
    body: (business: string, amount: string) =>
      `${business} refunds you ${amount}. It goes back the way you paid and can take some days to arrive.`,
    entry: 'Refunded',
  },
  received: {
    heading: (name: string) => `receipt for ${name}`,
    body: (business: string, amount: string) =>
      `${business} has received your payment of ${amount}. Thank you.`,
    excess: (amount: string) =>
      `${amount} of it was not owed any more and is being refunded. It goes back the way you paid and can take some days to arrive.`,
    entry: 'Received',
    paid: 'Paid',
  },
  nothingMore: 'Nothing more is to be paid.',
  open: 'Open the invoice',
  why: (business: string) => `You get this mail because you paid an invoice of ${business} online.`,
};
