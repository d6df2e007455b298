import { type Audiences, allOf } from '../../visibility/audience.js';
import { personWith, rolesWith, rolesWithBoth } from '../../visibility/capabilities.js';
import { declareEnum } from '../../visibility/declare/enums.js';
import { invalid } from '../../visibility/refusals.js';

/**
 * Who registers webhooks, and reads what became of them. No API key: events are sent as the registrar may see them, who is
 * a person, so a key would learn more than it may see, and go on learning it after it was ended.
 */
export const registrars = personWith('SWITCH_PORTAL');

interface Kind {
  /** First part of its event types. */
  name: string;
  changes: readonly Change[];
  /** Roles that may see every record of the kind: an event is sent only if the registrar has one of them. */
  audiences: Audiences;
  description: string;
}

type Change = 'created' | 'updated' | 'removed';

const ALL: readonly Change[] = ['created', 'updated', 'removed'];
const seesJobs = rolesWith('SEE_ALL_JOBS');
const ofJobs = { changes: ALL, audiences: seesJobs };

/** Kinds of records whose changes raise events. The triggers of migration 0045 name the same. */
export const WEBHOOK_KINDS = {
  CLIENT: {
    name: 'client',
    changes: ALL,
    audiences: rolesWith('WRITE_SALES'),
    description: 'Client.',
  },
  ENQUIRY: {
    name: 'enquiry',
    changes: ALL,
    audiences: rolesWith('ANSWER_ENQUIRIES'),
    description: 'Enquiry.',
  },
  INVOICE: {
    name: 'invoice',
    changes: ALL,
    audiences: rolesWithBoth('READ_INVOICES', 'SEE_ALL_JOBS'),
    description: 'Invoice.',
  },
  JOB: { name: 'job', ...ofJobs, description: 'Job.' },
  MATERIAL: { name: 'material', ...ofJobs, description: 'Material of a job.' },
  MESSAGE: {
    name: 'message',
    changes: ALL,
    audiences: rolesWithBoth('MESSAGE_CLIENTS', 'SEE_ALL_JOBS'),
    description: 'Message of a client or to a client.',
  },
  NOTE: { name: 'note', ...ofJobs, description: 'Note of a job.' },
  PAYMENT: {
    name: 'payment',
    changes: ALL,
    audiences: rolesWithBoth('READ_INVOICES', 'SEE_ALL_JOBS'),
    description: 'Payment of an invoice.',
  },
  PHOTO: { name: 'photo', ...ofJobs, description: 'Photo of a job.' },
  QUOTE: {
    name: 'quote',
    changes: ALL,
    audiences: rolesWithBoth('SEE_QUOTES', 'SEE_ALL_JOBS'),
    description: 'Quote.',
  },
  TODO: { name: 'todo', ...ofJobs, description: 'To-do of a job.' },
  VISIT: { name: 'visit', ...ofJobs, description: 'Visit of a job.' },
  PUBLICATION: {
    name: 'publication',
    changes: ['created'],
    audiences: rolesWith('SHARE'),
    description: 'Publication of a job.',
  },
  PAGE_PUBLICATION: {
    name: 'publication',
    changes: ['created'],
    audiences: allOf(rolesWith('SHARE'), seesJobs),
    description: 'Publication of a quote or an invoice with a page of its own.',
  },
  TEST: {
    name: 'test',
    changes: [],
    audiences: registrars,
    description: 'Test, sent by `sendTestWebhook`.',
  },
} as const satisfies Record<string, Kind>;

export type WebhookKind = keyof typeof WEBHOOK_KINDS;

/** GraphQL enum of the kinds. */
export const WebhookRecordKind = Object.fromEntries(
  Object.keys(WEBHOOK_KINDS).map((kind) => [kind, kind]),
) as { [K in WebhookKind]: K };

declareEnum(
  WebhookRecordKind,
  'WebhookRecordKind',
  registrars,
  'Kind of the record that an event is about.',
  Object.fromEntries(
    Object.entries(WEBHOOK_KINDS).map(([kind, { description }]) => [kind, description]),
  ) as Record<WebhookKind, string>,
);

/** Type of the event of `sendTestWebhook`; sent whatever the topics are. */
export const TEST_EVENT = 'test';

/** All topics: `*`, `job.*`, `job.created` and so on. */
export const WEBHOOK_TOPICS: string[] = [
  ...new Set([
    '*',
    ...Object.values<Kind>(WEBHOOK_KINDS).flatMap(({ name, changes }) =>
      changes.length > 0 ? [`${name}.*`, ...changes.map((change) => `${name}.${change}`)] : [],
    ),
  ]),
];

export const MAX_TOPICS = WEBHOOK_TOPICS.length;

/** The topics without repetitions, in their order here. Throws VALIDATION_FAILED for unknown ones, and for none. */
export function readTopics(topics: readonly string[]): string[] {
  const unknown = topics.find((topic) => !WEBHOOK_TOPICS.includes(topic));
  if (unknown !== undefined || topics.length === 0)
    throw invalid('input.topics', 'Choose at least one topic of the list, for example job.* or *.');
  return WEBHOOK_TOPICS.filter((topic) => topics.includes(topic));
}
