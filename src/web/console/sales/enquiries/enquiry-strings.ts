import { isolated } from '../../../design/text/isolated';

/** Words of an enquiry's photos, and of the dialog that makes a quote of an enquiry. */
export const enquiryStrings = {
  photos: 'Photos of the enquiry',
  photo: (at: number, many: number) => `Photo ${at} of ${many}`,
  larger: 'Show larger',
  enlarge: (at: number) => `Show larger: photo ${at}`,
  close: 'Close',
  quoteFor: (name: string) => `Make a quote for ${isolated(name)}?`,
  becomesDraft: (name: string, isClient: boolean) =>
    `${isClient ? 'The quote' : `${isolated(name)} becomes a client. The quote`} is a draft: you add the prices, and nothing is sent until you send it. The whole enquiry is kept in its internal notes.`,
  shortTitle: 'Short title; the client reads it',
  titleExample: 'New hot water system',
  makeDraft: 'Make the draft',
};
