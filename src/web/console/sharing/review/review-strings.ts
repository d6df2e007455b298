import { isolated } from '../../../design/text/isolated';
import type { ShareItemKind } from '../../../gen/operations';

const counted = (count: number, singular: string, plural: string) =>
  `${count} ${count === 1 ? singular : plural}`;

const kinds: Record<ShareItemKind, string> = {
  SCHEDULE: 'Schedule',
  STATUS: 'Status',
  QUOTE: 'Quotes',
  INVOICE: 'Invoices',
  NOTE: 'Notes',
  TODO: 'To-dos',
  PHOTO: 'Photos',
};

/** Text of the bar and the sheet of a review; only for staff with the SHARE permission. */
export const reviewStrings = {
  kinds,
  bar: 'Changes to share',
  barText: (count: number) =>
    count > 0 ? `${counted(count, 'change', 'changes')} — Review` : 'A change — Review',
  barOfJob: (number: number, title: string, text: string) =>
    `Job ${number}, ${isolated(title)}: ${text}`,
  announced: (count: number) =>
    `${count > 0 ? counted(count, 'change waits', 'changes wait') : 'A change waits'} for your review.`,
  close: 'Close',
  later: 'Later',
  laterHint: 'Later: nothing is decided, your ticks and words stay.',
  notNowHint:
    'Not now: the client keeps what they have, and this stays unsent until the next change.',
  sendHint: (email: string | null) => (email ? `Send mails a link to ${email}.` : ''),
  everything: 'Everything',
  wholeGroup: (kind: string) => `All ${kind.toLowerCase()}`,
  ticked: (count: number, total: number) => `${count} of ${total} ticked`,
  changed: (count: number) => `${count} changed`,
  showMore: (count: number) => `Show ${count} more`,
  keepInSync: 'After this, keep this client up to date without asking',
  keepInSyncHint:
    'Later changes of the schedule, the status and the to-dos that you share reach the client at once, without a review or a mail. Everything else still waits for you. Switch it off under “What they saw”.',
  difference: 'Difference',
  added: 'added:',
  removed: 'removed:',
  endOfChange: '.',
  portalOff: 'The Client Portal is off: clients see nothing, and no change is offered to them.',
  switchOn: 'Switch it on in Settings',
  askToSwitchOn: 'An owner or an admin can switch it on in Settings.',
  oldTime: (age: string) => `Client still has the old time · ${age}`,
  ages: {
    minutes: (count: number) => (count === 0 ? 'just now' : `${count} min`),
    hours: (count: number) => `${count} h`,
    days: (count: number) => `${count} d`,
  },
};
