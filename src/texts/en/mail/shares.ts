/** Texts of mails with what was shared of a job, with messages, and with answers to enquiries. */
export const shares = {
  subject: (business: string, title: string) => `${business}: ${title}`,
  shared: (business: string, job: number, title: string) =>
    `${business} has shared job ${job}, ${title}, with you.`,
  sharedNews: (business: string, job: number, title: string) =>
    `${business} has shared what is new on job ${job}, ${title}, with you.`,
  all: 'What you can see',
  news: 'What is new',
  open: 'Open the job',
  noLongerShown: (label: string) => `No longer shown: ${label}`,
  /** Details of the job by their field. */
  details: { title: 'Title', description: 'Description', siteAddress: 'Site address' },
  removed: (detail: string) => `${detail}: removed`,
  changed: (detail: string, before: string | null, now: string) =>
    `${detail}: ${before ? `changed from “${before}” to ` : ''}“${now}”`,
};

export const messages = {
  subject: (business: string, count: number, title: string) =>
    `${business}: ${counted(count)} about ${title}`,
  sent: (business: string, count: number, job: number, title: string) =>
    `${business} has sent you ${counted(count)} about job ${job}, ${title}.`,
  earlier: (count: number) => `(${counted(count)} before these)`,
  open: 'Read and answer',
};

function counted(messages: number): string {
  return messages === 1 ? 'a message' : `${messages} messages`;
}

export const newLink = {
  subject: (business: string, title: string) => `${business}: your new link to ${title}`,
  heading: (title: string) => title,
  asked: (title: string) =>
    `Your link to ${title} had expired, and somebody who has it asked for a new one. This is it; the old one stays closed.`,
  notYou: 'If it was not you, you need do nothing: the new link was sent to this address only.',
  open: 'Open the page',
};

export const enquiries = {
  subject: (business: string) => `${business}: your enquiry`,
  answered: (business: string) => `${business} has answered your enquiry`,
  declined: 'About your enquiry',
  sorry: 'Thank you for asking us. We are sorry, we cannot take this on:',
  why: (business: string) =>
    `You get this mail because this address was left on the enquiry form of ${business}.`,
};
