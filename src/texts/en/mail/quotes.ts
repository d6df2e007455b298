/** Texts of mails about quotes. */
export const quotes = {
  subject: (business: string, number: number, title: string) =>
    `${business}: quote ${number}, ${title}`,
  heading: (number: number, title: string) => `Quote ${number}: ${title}`,
  sent: (business: string, title: string) => `This is the quote from ${business} for ${title}.`,
  /** It was sent before; it has another last day, or none any more. */
  sentAgain: (business: string, title: string, hasLastDay: boolean) =>
    `This is the quote from ${business} for ${title} again. ${
      hasLastDay
        ? 'It is unchanged; only its last day is new.'
        : 'It is unchanged, but has no last day any more.'
    }`,
  attached: 'It is attached as a PDF too.',
  accepted: 'You have accepted it; this mail is for your records.',
  validUntil: (day: string) => `It is valid to the end of ${day}.`,
  openToAnswer: 'Open it to accept it, to decline it or to ask for changes.',
  reachToAnswer: (reach: string) => `To accept it or to ask for changes, ${reach}.`,
  price: 'Price',
  chooseMore: 'You can choose more when you open it; the total follows.',
  lines: 'What it is made of',
  optional: (description: string) => `${description} (optional, not in the total)`,
  /** A line with the group that it is in: "Labour: Electrician". */
  inGroup: (group: string, description: string) => `${group}: ${description}`,
  open: 'Open the quote',
  why: (business: string) => `You get this mail because you asked ${business} for a price.`,
  deposit: {
    /** `percent` is null for a fixed amount. */
    asked: (deposit: string, percent: number | null) =>
      `A deposit of ${percent ? `${percent} %, ${deposit},` : deposit} is asked for when you accept.`,
    orAll: (total: string) => `You can also pay all of it at once: ${total}.`,
  },
  whyAccepted: (business: string) =>
    `You get this mail because you accepted a quote from ${business}.`,
  copy: {
    subject: (business: string, number: number, title: string) =>
      `${business}: you accepted quote ${number}, ${title}`,
    heading: (number: number) => `Quote ${number} is accepted`,
    accepted: (version: number, number: number, title: string, total: string) =>
      `You accepted version ${version} of quote ${number}, ${title}, for ${total}. This is your copy of it.`,
    by: (name: string, day: string) => `The name given is ${name}, on ${day}.`,
    lines: 'What was accepted',
    /** The invoice that is made with the acceptance. */
    deposit: (amount: string, invoice: number) =>
      `The deposit is ${amount}, invoice ${invoice}, attached.`,
    all: (amount: string, invoice: number) =>
      `All of it is ${amount}, invoice ${invoice}, attached.`,
    paid: 'It is paid, thank you.',
    toPay: (amount: string, day: string | null) => `To pay${day ? ` by ${day}` : ''}: ${amount}.`,
    payOnPage: 'You can pay on your page.',
  },
  reopened: {
    subject: (business: string, number: number, title: string) =>
      `${business}: quote ${number}, ${title}, is no longer accepted`,
    heading: (number: number) => `Quote ${number} is open again`,
    tookBack: (business: string, number: number, title: string, day: string) =>
      `${business} took back the acceptance of quote ${number}, ${title}, of ${day}. Nothing is agreed now.`,
    again: 'You can answer the quote again.',
    reachToAnswer: (reach: string) => `To answer the quote again, ${reach}.`,
    unexpected: (reach: string) => `If you did not expect this, ${reach}.`,
  },
};
