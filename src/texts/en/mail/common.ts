/** Texts that mails of several kinds share. */
export const common = {
  hello: (client: string) => `Hello ${client},`,
  /** Before the address of a button. */
  orOpen: 'Or open this address:',
  typeCode: (address: string, code: string) =>
    `If the link does not open, type the code ${code} at ${address}`,
  isPrivate: 'The link is for you alone; please do not pass it on.',
  questions: (phone: string) => `Questions? Call ${phone}.`,
  /** What somebody does to reach the business, within a sentence. */
  reach: {
    answer: 'answer this mail',
    call: (phone: string) => `call ${phone}`,
    inTouch: (business: string) => `get in touch with ${business}`,
  },
  askAbout: (reach: string) => `To ask about it, ${reach}.`,
  whyClient: (business: string) => `You get this mail because you are a client of ${business}.`,
  /** A name of the mail's own with a value: "Total: $1,320.00". */
  named: (name: string, value: string) => `${name}: ${value}`,
  howToPay: 'How to pay',
  terms: 'Terms',
  total: 'Total',
  credited: 'Credited',
  paidSoFar: 'Paid so far',
  stillToPay: 'Still to pay',
  beforeTax: 'Before tax',
  tax: (name: string) => name,
  /** Tax of one of several rates: "GST 10 % of $1,000.00". */
  taxOfRate: (name: string, percent: number, net: string) => `${name} ${percent} % of ${net}`,
  /** Price of a line: "2 × $10.00 = $20.00". */
  price: (quantity: number, each: string, net: string) => `${quantity} × ${each} = ${net}`,
};
