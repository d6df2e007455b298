import type { SharePromptStatus, VisibilityStepState } from '../gen/operations';

const counted = (count: number, one: string, more: string) =>
  `${count} ${count === 1 ? one : more}`;

const obstacles: Partial<Record<SharePromptStatus, string>> = {
  PORTAL_DISABLED: 'Saved. Nothing is offered to the client while the Client Portal is off.',
  NO_CLIENT_ATTACHED: 'Saved. There is nobody to share with yet: the job has no client.',
  NOT_SCHEDULED: 'Saved. You will be asked to share once the first visit is on the calendar.',
};

/** What is said to those who may share; nobody else meets any of it. */
export const wordsOfSharing = {
  title: (name: string) => `Share with ${name}`,
  about: (number: number, title: string) =>
    `Job ${number}, ${title}, has changed. Tick what your client shall see.`,
  theClient: 'the client',
  whatIsNew: 'New since the last review',
  whatWasThere: 'As before',
  details: 'Goes out with every share',
  removed: 'Removed',
  before: 'Client has now',
  after: 'After sending',
  preview: 'What your client will see',
  showPreview: 'Preview',
  backToChoice: 'Back to the list',
  message: (name: string) => `A few words to ${name} (optional)`,
  send: 'Send',
  notNow: 'Not now',
  promise: (email: string | null) =>
    `${email ? `Send mails a link to ${email}.` : ''} Not now changes nothing for the client; the next change asks again.`,
  addEmail: 'Add an address',
  sentTo: (email: string) => (email ? `Sent to ${email}.` : 'Sent.'),
  notSent: 'Not sent. The client sees what it saw before.',
  answeredByOthers: 'Somebody else has reviewed this in the meantime; nothing is left to send.',
  fates: {
    comes: 'Client will see it',
    stays: 'Client keeps it',
    goes: 'Client loses it with this share',
    isWithdrawn: 'Will be taken away from the client',
    isKeptBack: 'Client will not see it',
  },
  obstacles,
  waits: 'Waits for a review',
  waitsOnJob: 'Changes to this job wait to be shared with the client.',
  waitingAbout: 'Changes that a client could see, and that nobody has reviewed yet.',
  noneWaits: 'Nothing waits. When a job changes, its prompt appears by itself.',
  since: (name: string | null, time: string) => `${name ? `${name}, ` : ''}${time}`,
  freshItems: (count: number) => counted(count, 'change', 'changes'),
  review: 'Review and share',
  photoToggle: 'Share with Client',
  clientChangeRevokes: 'Another client ends the links of this job that were sent so far.',
  emailChangeRevokes: 'Another email address ends the links that were sent to the old one.',
  linksRevoked: (count: number) =>
    `Saved. ${counted(count, 'link', 'links')} to the old address no longer open.`,
  neverShared: 'The client has seen nothing of this job yet.',
  versions: 'What they saw',
  version: (number: number) => `Version ${number}`,
  now: 'What they see now',
  byAt: (name: string, time: string) => `by ${name}, ${time}`,
  withdraw: 'Take something back',
  keepShowing: 'Keep showing',
  saveWithdrawal: 'Take back what is not ticked',
  withdrawAbout: 'Works at once, and no mail is sent.',
  keepInSync: 'Keep the client up to date by itself',
  keepInSyncAbout:
    'Later changes of the schedule, the status and the to-dos that the client already has reach it at once, without a review or a mail. Everything else still waits for a review.',
  links: 'Links',
  noLinks: 'No link was sent yet.',
  sendAgain: 'Send a new link',
  sendAgainAbout: 'Links sent earlier keep working.',
  sentAt: (time: string) => `Sent ${time}`,
  openedAt: (time: string) => `opened ${time}`,
  neverOpened: 'not opened yet',
  linkStates: { opens: 'Opens', revoked: 'Revoked', expired: 'Expired' },
  revoke: 'Revoke',
  why: 'Why can my client not see this?',
  whyWhat: 'What is it about?',
  wholeJob: 'The whole job',
  isVisible: 'Your client can see it right now.',
  isNotVisible: 'Your client cannot see it right now.',
  checks: 'What was looked at',
  stepStates: {
    OK: 'Fine:',
    BROKEN: 'Here it stops:',
    WAITING: 'Waits:',
    NOT_REACHED: 'Not reached:',
  } satisfies Record<VisibilityStepState, string>,
};
