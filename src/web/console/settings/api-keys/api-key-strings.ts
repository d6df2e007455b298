import { isolated } from '../../../design/text/isolated';
import type { Permission } from '../../../gen/operations';

/** What a key can be allowed to do, in plain words. */
export const capabilityLabels: Partial<Record<Permission, string>> = {
  SEE_ALL_JOBS: 'See all jobs (without this a key sees none)',
  WRITE_JOBS: 'Create, change and schedule jobs',
  SET_JOB_STATUS: 'Set the status of a job',
  WORK_ON_JOBS: 'Add notes, photos and materials, and tick to-dos',
  CHANGE_ALL_WORK: 'Change and remove what others added to a job',
  TOGGLE_PHOTOS: 'Choose which photos clients see',
  MESSAGE_CLIENTS: 'Read and answer messages of clients',
  SHARE: 'Share jobs with clients, withdraw and send again',
  ANSWER_ENQUIRIES: 'Read and answer enquiries',
  WRITE_SALES: 'Create and change clients and quotes, and send quotes',
  SEE_QUOTES: 'See quotes',
  ACCEPT_QUOTES: "Record a client's acceptance of a quote",
  READ_INVOICES: 'See invoices and payments',
  WRITE_INVOICES: 'Create, change and send invoices, and record payments',
  SEE_COSTS: 'See costs and margins',
  ERASE_CLIENTS: 'Erase clients for good',
  SWITCH_PORTAL: 'Change the site and the profile of the business',
  MANAGE_PAYMENT_TERMS: 'Change how clients pay, bank details included',
};

export const apiKeyStrings = {
  title: 'API keys',
  hint: 'For programs of yours that work with Jobglass. A key acts in the name of the person who made it, and can do no more than they can. It stops when they leave.',
  none: 'There are no API keys.',
  add: 'Make a key',
  name: 'Name',
  nameHint: 'Which program will use it?',
  may: 'What it may do',
  expiresOn: 'Last day (empty: until you end it)',
  made: (name: string) =>
    `The key “${isolated(name)}” is made. Copy it now: it is shown only this once.`,
  key: 'Key',
  copy: 'Copy the key',
  stored: 'I have stored it',
  madeBy: (name: string, when: string) => `Made by ${isolated(name)}, ${when}`,
  used: (when: string, network: string) => `last used ${when} from ${network}`,
  neverUsed: 'never used',
  endsOn: (day: string) => `works until ${day}`,
  ended: 'Ended',
  end: 'End',
  endNamed: (name: string) => `End the key ${isolated(name)}`,
  confirmEnd: (name: string) => `End the key “${isolated(name)}”?`,
  endHint: 'The program that uses it is refused from now on. This cannot be taken back.',
};
