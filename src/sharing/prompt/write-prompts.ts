import type { Unit } from '../../database/unit-of-work/unit-of-work.js';
import { changedPrompts, type HeldPrompt } from './held-prompts.js';

/** A PostgreSQL notification, delivered at the commit. */
export interface Notification {
  channel: string;
  text: string;
}

/** Writes the changed prompts of a change. The notification is sent by the statement of the first prompt, to save one. */
export async function writePrompts(unit: Unit, notification: Notification | null): Promise<void> {
  let pending = notification;
  for (const held of changedPrompts(unit)) {
    await write(unit, held, pending);
    held.before = held.now;
    pending = null;
  }
  if (pending) await notify(unit, pending);
}

/** Sends a notification at the commit. */
export async function notify(unit: Unit, { channel, text }: Notification): Promise<void> {
  await unit.sql.rows(`select ${NOTIFY(1)}`, [channel, text]);
}

async function write(
  unit: Unit,
  { before, now }: HeldPrompt,
  notification: Notification | null,
): Promise<void> {
  const { id, offered, reviewed, changedAt, raisedAt, ...rest } = now;
  const values = [
    ...[id, now.revision],
    // Each document is about 2 kB and most changes touch one; null leaves it unchanged.
    ...[before?.offered === offered ? null : JSON.stringify(offered)],
    ...[before?.reviewed === reviewed ? null : JSON.stringify(reviewed)],
    ...[now.reviewedForClientId, now.waiting, now.ready],
    ...[changedAt.toISOString(), raisedAt?.toISOString() ?? null, now.raisedById],
    ...[rest.scheduleOutdatedSince?.toISOString() ?? null],
    ...[rest.scheduleOutdatedUntil?.toISOString() ?? null],
    ...(before ? [] : [now.businessId, now.jobId]),
  ];
  const text = before ? UPDATE : INSERT;
  if (!notification) await unit.sql.rows(text, values);
  else {
    const withNotification = `with written as (${text}) select ${NOTIFY(values.length + 1)}`;
    await unit.sql.rows(withNotification, [...values, notification.channel, notification.text]);
  }
}

// With the transaction ID, so that a listener can tell whether a snapshot already includes this change.
const NOTIFY = (first: number) =>
  `pg_notify($${first}, pg_current_xact_id()::text || ' ' || $${first + 1})`;

const UPDATE = `
  update share_prompts set revision = $2, offered = coalesce($3::jsonb, offered),
    reviewed = coalesce($4::jsonb, reviewed), reviewed_for_client_id = $5, waiting = $6, ready = $7,
    changed_at = $8, raised_at = $9, raised_by_id = $10, schedule_outdated_since = $11,
    schedule_outdated_until = $12
  where id = $1`;

const INSERT = `
  insert into share_prompts (id, revision, offered, reviewed, reviewed_for_client_id, waiting, ready,
    changed_at, raised_at, raised_by_id, schedule_outdated_since, schedule_outdated_until, business_id, job_id)
  values ($1, $2, $3::jsonb, $4::jsonb, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`;
