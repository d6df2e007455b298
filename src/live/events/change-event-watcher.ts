import type { EntityClass } from '../../database/sql/rows.js';
import type { Change } from '../../database/unit-of-work/change.js';
import type { Unit } from '../../database/unit-of-work/unit-of-work.js';
import type { Watcher } from '../../database/unit-of-work/watchers.js';
import { changesAttention } from '../../domain/attention/changes-attention.js';
import { Business } from '../../domain/business/business.entity.js';
import { Assignment } from '../../domain/jobs/assignment.entity.js';
import { Job } from '../../domain/jobs/job.entity.js';
import { PortalLink } from '../../domain/portal-links/portal-link.entity.js';
import { ApiKey } from '../../domain/staff/api-keys/api-key.entity.js';
import { StaffSession } from '../../domain/staff/sessions/staff-session.entity.js';
import { StaffMember } from '../../domain/staff/staff-member.entity.js';
import { watchedEntity } from '../../shareable/shareable.js';
import { PagePublication } from '../../sharing/pages/page-publication.entity.js';
import { changedPrompts } from '../../sharing/prompt/held-prompts.js';
import type { Prompt } from '../../sharing/prompt/prompt.js';
import { SharePrompt } from '../../sharing/prompt/share-prompt.entity.js';
import { notify, writePrompts } from '../../sharing/prompt/write-prompts.js';
import {
  CHANNEL,
  type ChangeEvent,
  MESSAGES_SWITCH,
  SYNC_SWITCH,
  serializeChangeEvent,
} from './change-event.js';

/** Columns that decide who may sign in or what they may see. */
const ACCESS_COLUMNS: [EntityClass, string[]][] = [
  [Business, ['clientPortalEnabled']],
  [PortalLink, ['revokedAt', 'expiresAt']],
  [StaffSession, ['revokedAt', 'expiresAt']],
  [ApiKey, ['endedAt']],
  [StaffMember, ['removedAt', 'role']],
  [Job, ['client']],
];

type EventsByBusiness = Map<string, ChangeEvent>;

/**
 * Sends the changes of a unit as notifications in its transaction: listeners receive them on commit, and nothing after
 * a rollback. Must be the last watcher, so that it also sends what the others wrote.
 */
export class ChangeEventWatcher implements Watcher {
  watches(change: Change): boolean {
    return isAccessChange(change) || changesAttention(change) || jobsOf(change).length > 0;
  }

  async settle(unit: Unit, changes: readonly Change[]): Promise<void> {
    const events: EventsByBusiness = new Map();
    for (const change of changes) if (this.watches(change)) addChange(events, change);
    for (const { now } of changedPrompts(unit)) addPrompt(events, now);
    const texts = [...events.values()].flatMap(serializeChangeEvent);
    for (const [at, text] of texts.entries()) {
      const notification = { channel: CHANNEL, text };
      // The statement that sends the first notification also writes the prompts.
      if (at === 0) await writePrompts(unit, notification);
      else await notify(unit, notification);
    }
  }
}

function addChange(events: EventsByBusiness, change: Change): void {
  const { businessId, id } = change.entity as { businessId?: string; id: string };
  const event = eventOf(events, businessId ?? id);
  const name = switchesSyncOnly(change) ? SYNC_SWITCH : change.entityClass.name;
  if (isAccessChange(change)) add(event.accessEntities, name);
  if (changesAttention(change)) event.changesAttention = true;
  for (const jobId of jobsOf(change)) {
    event.jobs[jobId] ??= [];
    add(event.jobs[jobId], name);
    if (switchesMessages(change)) add(event.jobs[jobId], MESSAGES_SWITCH);
  }
}

function addPrompt(events: EventsByBusiness, { businessId, jobId }: Prompt): void {
  const event = eventOf(events, businessId);
  event.changesAttention = true;
  event.jobs[jobId] ??= [];
  add(event.jobs[jobId], SharePrompt.name);
}

function eventOf(events: EventsByBusiness, businessId: string): ChangeEvent {
  const event = events.get(businessId) ?? {
    businessId,
    jobs: {},
    accessEntities: [],
    changesAttention: false,
  };
  events.set(businessId, event);
  return event;
}

/** Returns the ids of the job that an entity belongs to, and of the one it belonged to before. */
function jobsOf({ entityClass, entity, before }: Change): string[] {
  if (entity instanceof Job) return [entity.id];
  if (entity instanceof PagePublication) return subjectsOf(entity);
  const now = (entity as { job?: { id: string } | null }).job?.id;
  const job = before.job as string | { id: string } | undefined;
  const found = [
    now ?? watchedEntity(entityClass)?.(entity as never),
    typeof job === 'object' ? job?.id : job,
  ];
  return [...new Set(found.filter((id): id is string => typeof id === 'string'))];
}

/** The quote, or the invoice with the quote whose page may show it. A change of an invoice's page loads the invoice. */
function subjectsOf({ quote, invoice }: PagePublication): string[] {
  return [quote?.id, invoice?.id, invoice?.quote?.id].filter((id) => id !== undefined);
}

function switchesMessages({ kind, entity, after }: Change): boolean {
  return entity instanceof Job && kind === 'update' && 'clientMessagesEnabled' in after;
}

function switchesSyncOnly({ kind, entity, after }: Change): boolean {
  return entity instanceof Job && kind === 'update' && Object.keys(after).join() === 'keepInSync';
}

function isAccessChange({ kind, entity, after }: Change): boolean {
  if (entity instanceof Assignment) return true;
  return (
    kind !== 'create' &&
    ACCESS_COLUMNS.some(
      ([entityClass, columns]) =>
        entity instanceof entityClass &&
        (kind === 'delete' || columns.some((column) => column in after)),
    )
  );
}

function add(list: string[], name: string): void {
  if (!list.includes(name)) list.push(name);
}
