/** Words of the filters and sums of lists. */
export const filterStrings = {
  searchMoney: 'Search by number, title or client',
  searchEnquiries: 'Search by name, contact or text',
  receivedFrom: 'Received from',
  receivedUntil: 'Received until',
  sums: 'Sums',
  count: 'In this list',
  total: 'Total',
  owed: 'Owed',
  overdue: 'Overdue',
  awaitingAnswer: 'Waiting for an answer',
  accepted: 'Accepted',
  tooMany: 'There are too many to add up. Narrow the list.',
  noMatchingQuotes: 'No quote fits.',
  noMatchingInvoices: 'No invoice fits.',
  noMatchingEnquiries: 'No enquiry fits.',
};
