import { isolated } from '../design/text/isolated';
import type { SharePromptStatus, VisibilityStepState } from '../gen/operations';

const counted = (count: number, singular: string, plural: string) =>
  `${count} ${count === 1 ? singular : plural}`;

const noPromptReasons: Partial<Record<SharePromptStatus, string>> = {
  PORTAL_DISABLED: 'Saved. Nothing is offered to the client while the Client Portal is off.',
  NO_CLIENT_ATTACHED: 'Saved. There is nobody to share with yet: the job has no client.',
  NOT_SCHEDULED: 'Saved. You will be asked to share once the first visit is on the calendar.',
};

/** Text for staff with the SHARE permission; nobody else sees any of it. */
export const sharingStrings = {
  title: (name: string) => `Share with ${isolated(name)}`,
  jobChanged: (number: number, title: string) =>
    `Job ${number}, ${isolated(title)}, has changed. Tick what your client shall see.`,
  theClient: 'the client',
  autoPublishedDetails: 'Goes out with every share',
  removed: 'Removed',
  before: 'Client has now',
  after: 'After sending',
  preview: 'What your client will see',
  showPreview: 'Preview',
  hidePreview: 'Back to the list',
  message: (name: string) => `A few words to ${isolated(name)} (optional)`,
  send: 'Send',
  notNow: 'Not now',
  addEmail: 'Add an address',
  sentTo: (email: string) => (email ? `Sent to ${email}.` : 'Sent.'),
  notSent: 'Not sent. The client sees what it saw before.',
  nothingLeft: 'Nothing is left to send: it was answered or undone in the meantime.',
  effects: {
    appears: 'Client will see it',
    remains: 'Client keeps it',
    disappears: 'Client loses it with this share',
    withdrawn: 'Will be taken away from the client',
    notShared: 'Client will not see it',
  },
  noPromptReasons,
  clientHasThis: 'Client has this',
  clientHasOlder: 'Client has an older version',
  needsReview: 'Waits for a review',
  promptsHint: 'Changes that a client could see, and that nobody has reviewed yet.',
  noPrompts: 'Nothing waits. When a job changes, its prompt appears by itself.',
  raised: (name: string | null, time: string) => `${name ? `${isolated(name)}, ` : ''}${time}`,
  changeCount: (count: number) => counted(count, 'change', 'changes'),
  review: 'Review and share',
  photoToggle: 'Share with Client',
  clientChangeRevokes: 'Another client ends the links of this job that were sent so far.',
  emailChangeRevokes: 'Another email address ends the links that were sent to the old one.',
  linksRevoked: (count: number) =>
    `Saved. ${counted(count, 'link', 'links')} to the old address no longer open.`,
  neverShared: 'The client has seen nothing of this job yet.',
  versions: 'What they saw',
  version: (number: number) => `Version ${number}`,
  currentVersion: 'What they see now',
  byAt: (name: string, time: string) => `by ${isolated(name)}, ${time}`,
  withdraw: 'Take something back',
  keepShowing: 'Keep showing',
  saveWithdrawal: 'Take back what is not ticked',
  withdrawHint: 'Works at once, and no mail is sent.',
  keepInSync: 'Keep the client up to date by itself',
  keepInSyncHint:
    'Later changes of the schedule, the status and the to-dos that the client already has reach it at once, without a review or a mail. Everything else still waits for a review.',
  clientAccess: 'What your client has',
  links: 'Links',
  noLinks: 'No link was sent yet.',
  sendAgain: 'Send a new link',
  sendAgainHint: 'Links sent earlier keep working.',
  sentAt: (time: string) => `Sent ${time}`,
  openedAt: (time: string) => `opened ${time}`,
  neverOpened: 'not opened yet',
  linkStates: { active: 'Opens', revoked: 'Revoked', expired: 'Expired' },
  revoke: 'Revoke',
  revokeLink: {
    question: 'Revoke this link?',
    consequence: 'It stops opening at once, and cannot be made to open again; send another one.',
    keep: 'Keep the link',
  },
  why: 'Why can my client not see this?',
  whyItem: 'What is it about?',
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
