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
    consequence: 'It cannot be opened again. With a reason, the person who asked gets a mail.',
    keep: 'Keep the enquiry',
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
