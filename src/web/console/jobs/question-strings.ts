const NO_ADDRESS =
  'The client has no email address, so no mail can be sent: add one first, or hand it over yourself.';

/** Questions before what cannot be undone. What they say of the client is true for everybody, and says nothing of sharing. */
export const questionStrings = {
  cancelVisit: {
    question: 'Cancel this visit?',
    consequence: 'It stays in the list as cancelled and cannot be planned again; plan another one.',
    keep: 'Keep the visit',
  },
  removePhoto: {
    question: 'Remove this photo?',
    consequence: 'The picture is deleted at once, and this cannot be undone.',
    keep: 'Keep the photo',
  },
  voidInvoice: {
    question: 'Void this invoice?',
    consequence: 'It can no longer be sent or paid, and cannot be made valid again.',
    keep: 'Keep the invoice',
  },
  declineEnquiry: {
    question: 'Decline this enquiry?',
    consequence: (email: string | null) =>
      `It cannot be opened again. ${email ? `With a reason, a mail with it goes to ${email}; without one, none does.` : 'There is no email address, so no mail goes out.'}`,
    keep: 'Keep the enquiry',
  },
  sendQuote: {
    question: 'Send this quote to the client?',
    consequence: (email: string | null) =>
      email ? `The client gets a mail with it at ${email}, and can accept it.` : NO_ADDRESS,
    keep: 'Not yet',
  },
  sendInvoice: {
    question: 'Send this invoice to the client?',
    consequence: (email: string | null) =>
      email ? `The client gets a mail with it at ${email}, and owes the amount.` : NO_ADDRESS,
    keep: 'Not yet',
  },
  sendCredit: {
    question: 'Credit this and tell the client?',
    consequence: (email: string | null) =>
      email
        ? `A credit note is made, which cannot be changed; the client gets a mail with it at ${email}.`
        : NO_ADDRESS,
    handedOver: 'A credit note is made, which cannot be changed; no mail is sent to the client.',
    keep: 'Not yet',
  },
  refund: {
    question: 'Pay this back?',
    consequence: (amount: string, email: string | null) =>
      `${amount} goes back to the client, which cannot be stopped; ${email ? `a mail about it goes to ${email}` : 'no mail is sent, since the client has no email address'}.`,
    keep: 'Not yet',
  },
  handOver: {
    question: 'Did you hand it over yourself?',
    consequence: 'It counts as sent from now on; no mail is sent to the client.',
    keep: 'Not yet',
  },
  withdrawQuote: {
    question: 'Withdraw this quote?',
    consequence:
      'The client can no longer accept it, until you send it again; no mail is sent to the client.',
    keep: 'Keep the quote',
  },
  sendLink: {
    question: 'Send a new link to the client?',
    consequence: (email: string | null) =>
      email
        ? `The client gets a mail with a new link at ${email}; links sent earlier keep working.`
        : NO_ADDRESS,
    keep: 'Not now',
  },
  endSession: {
    question: 'Sign out this device?',
    consequence: 'It is signed out at once, and what was not saved there is lost.',
    keep: 'Stay signed in there',
  },
  endOtherSessions: {
    question: 'Sign out everywhere else?',
    consequence:
      'All your other devices are signed out at once, and what was not saved there is lost.',
    keep: 'Stay signed in there',
  },
};
