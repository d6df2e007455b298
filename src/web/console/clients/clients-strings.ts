import { isolated } from '../../design/text/isolated';

/** Texts of the client pages and of the client picker. */
export const clientsStrings = {
  contactName: 'Contact person',
  choices: 'Found',
  address: 'Address',
  language: 'Language of page and mails',
  notes: 'Notes, for the team only',
  noMatches: 'No client fits. Type another name, or add a new client.',
  moreMatches: 'There are more; type more of the name.',
  clear: 'No client',
  notChosen: 'Choose a client from the list, or empty the field.',
  newNotAdded: 'Add the new client first, or cancel it.',
  newClient: 'New client …',
  searching: 'Searching …',
  similar: 'Already on file?',
  openClient: (name: string) => `Open ${isolated(name)}`,
  chooseClient: (name: string) => `Use ${isolated(name)}`,
  archived: 'Archived',
  showArchived: 'Archived clients',
  archive: 'Archive',
  restore: 'Restore',
  archivedHint: 'Archived: left out of lists. Jobs, quotes and invoices stay.',
  owed: (amount: string) => `${amount} owed`,
  nothingOwed: 'Nothing owed',
  newJob: 'New job',
  invoices: 'Invoices',
  messages: 'Messages',
  enquiries: 'Enquiries',
  noInvoices: 'No invoices yet.',
  noMessages: 'No messages yet.',
  noEnquiries: 'No enquiries yet.',
  notAll: 'Only the newest are listed here; search finds the others.',
  theClient: 'Client',
  merge: 'Merge another client into this one',
  mergeTitle: (name: string) => `Merge into ${isolated(name)}`,
  mergeHint:
    'Jobs, quotes, invoices, messages and enquiries move here. Links sent to the address that stays keep working; the others stop. This cannot be undone.',
  mergeWhich: 'Client to merge into this one',
  confirmMerge: 'Merge',
  merged: (links: number) =>
    links === 0
      ? 'Merged.'
      : `Merged. ${links === 1 ? 'One link' : `${links} links`} stopped working.`,
  mergedInto: (name: string) => `This client was merged into ${isolated(name)}.`,
  erase: 'Erase',
  eraseTitle: (name: string) => `Erase ${isolated(name)} for good?`,
  eraseHint:
    'Name, contact data and messages are taken out everywhere, also from what was shared. Amounts, dates and digests stay. Links stop working. This cannot be undone.',
  eraseReason: 'Reason, kept with the client',
  confirmErase: 'Erase for good',
  erased: (reason: string | null) => `Erased. ${reason ?? ''}`.trim(),
};
