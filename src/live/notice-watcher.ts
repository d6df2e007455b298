import type {
  ChangeSet,
  EventSubscriber,
  FlushEventArgs,
  TransactionEventArgs,
} from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { RecordClass } from '../database/rows.js';
import { unitOf } from '../database/unit-of-work.js';
import { Business } from '../domain/business/business.entity.js';
import { Assignment } from '../domain/jobs/assignment.entity.js';
import { Job } from '../domain/jobs/job.entity.js';
import { StaffMember } from '../domain/staff/staff-member.entity.js';
import { StaffSession } from '../domain/staff/staff-session.entity.js';
import { PortalLink } from '../portal/portal-link.entity.js';
import { watchedRecord } from '../sharing/shareable.js';
import { CHANNEL, MESSAGES_SWITCH, type Notice, written } from './notice.js';

/** Changes of these columns change who may come in, or what they may see. */
const STANDING: [RecordClass, string[]][] = [
  [Business, ['clientPortalEnabled']],
  [PortalLink, ['revokedAt', 'expiresAt']],
  [StaffSession, ['revokedAt', 'expiresAt']],
  [StaffMember, ['removedAt', 'role']],
  [Job, ['client']],
];

// With the number of the transaction, so that whoever read after it knows that it has seen this.
const NOTIFY = "select pg_notify(?, pg_current_xact_id()::text || ' ' || ?)";

type Notices = Map<string, Notice>;

/**
 * Watches every flush and, just before the transaction commits, leaves a notification in it: whoever
 * listens learns of the change when it is true, and never of one that was rolled back. It must be
 * registered last, so that it also sees what the other watchers wrote.
 */
export class NoticeWatcher implements EventSubscriber {
  readonly #noticed = new WeakMap<object, Notices>();

  onFlush({ uow, em }: FlushEventArgs): void {
    for (const changeSet of uow.getChangeSets() as ChangeSet<object>[]) {
      const jobIds = jobsOf(changeSet);
      const changesStanding = isStanding(changeSet);
      if (jobIds.length === 0 && !changesStanding) continue;
      const { businessId, id } = changeSet.entity as {
        businessId?: string;
        id: string;
      };
      const notice = this.#noticeIn(em as EntityManager, businessId ?? id);
      const kind = changeSet.meta.className;
      if (changesStanding) add(notice.standing, kind);
      for (const jobId of jobIds) {
        notice.jobs[jobId] ??= [];
        add(notice.jobs[jobId], kind);
        if (switchesMessages(changeSet)) add(notice.jobs[jobId], MESSAGES_SWITCH);
      }
    }
  }

  async beforeTransactionCommit({ em, transaction }: TransactionEventArgs): Promise<void> {
    const noticed = transaction && this.#noticed.get(transaction);
    if (!noticed) return;
    this.#noticed.delete(transaction);
    const unit = unitOf(em as EntityManager);
    for (const text of [...noticed.values()].flatMap(written)) {
      await unit.em.execute(NOTIFY, [CHANNEL, text]);
    }
  }

  #noticeIn(em: EntityManager, businessId: string): Notice {
    const transaction = unitOf(em).em.getTransactionContext() as object;
    const noticed: Notices = this.#noticed.get(transaction) ?? new Map();
    this.#noticed.set(transaction, noticed);
    const notice = noticed.get(businessId) ?? {
      businessId,
      jobs: {},
      standing: [],
    };
    noticed.set(businessId, notice);
    return notice;
  }
}

/** The job that a record belongs to, and the one that it belonged to before. */
function jobsOf({ meta, entity, originalEntity }: ChangeSet<object>): string[] {
  if (entity instanceof Job) return [entity.id];
  const now = (entity as { job?: { id: string } | null }).job?.id;
  const before = (originalEntity as { job?: string | { id: string } } | undefined)?.job;
  const found = [
    now ?? watchedRecord(meta.class as RecordClass)?.(entity as never),
    typeof before === 'object' ? before?.id : before,
  ];
  return [...new Set(found.filter((id): id is string => typeof id === 'string'))];
}

function switchesMessages({ type, entity, payload }: ChangeSet<object>): boolean {
  return entity instanceof Job && type === 'update' && 'clientMessagesEnabled' in payload;
}

function isStanding({ type, entity, payload }: ChangeSet<object>): boolean {
  if (entity instanceof Assignment) return true;
  return (
    type !== 'create' &&
    STANDING.some(
      ([record, columns]) =>
        entity instanceof record && (type === 'delete' || columns.some((each) => each in payload)),
    )
  );
}

function add(list: string[], kind: string): void {
  if (!list.includes(kind)) list.push(kind);
}
