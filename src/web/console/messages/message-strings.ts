import { isolated } from '../../design/text/isolated';

/** Texts of the list of messages of all jobs. */
export const messageStrings = {
  filters: { UNREAD: 'To read' },
  toRead: (count: number) => `${count} to read`,
  from: (name: string) => `${isolated(name)}: `,
  none: 'No messages yet.',
  howToBegin:
    'Switch messages on in a job, under Messages: its client can then write to you, and you to them.',
  allRead: 'You have read everything.',
  showAll: 'See all messages',
};
