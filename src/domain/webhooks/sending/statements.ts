import type { Pool } from 'pg';
import type { Unit } from '../../../database/unit-of-work/unit-of-work.js';
import { MUST_SET_UP } from '../../staff/second-factor/must-set-up.js';
import type { ClaimedDelivery } from './claimed-delivery.js';
import type { PostResult } from './post-event.js';

/** Attempts under way at one endpoint, over all servers; one while it fails. */
const MAX_OF_ENDPOINT = 4;
/** Deliveries that wait at one endpoint before it is switched off. */
const MAX_WAITING = 10_000;
const KEPT_DAYS = 30;
const PRUNED_AT_ONCE = 5_000;

/** Places that are free for attempts, in all and for endpoints whose last attempt failed. */
interface Places {
  all: number;
  failing: number;
}

/**
 * Begins the attempts that are due: of each record the oldest delivery, and no more of an endpoint than it may have. They
 * are held until the given time; after that their server has crashed and another may begin them.
 */
export async function claim(
  pool: Pool,
  now: Date,
  heldUntil: Date,
  places: Places,
): Promise<ClaimedDelivery[]> {
  const { rows } = await pool.query<ClaimedDelivery>(CLAIM, [
    now.toISOString(),
    heldUntil.toISOString(),
    MAX_OF_ENDPOINT,
    places.all,
    places.failing,
  ]);
  return rows.map(withDates);
}

const CLAIM = `
  with free as materialized (
    select e.id, e.failing_since is not null as is_failing,
      case when e.failing_since is null then $3::int else 1 end - (
        select count(*) from webhook_deliveries x
        where x.endpoint_id = e.id and x.status = 'WAITING' and x.sending_until > $1::timestamptz) as places
    from webhook_endpoints e where e.status = 'ENABLED'
  ), due as materialized (
    select d.id, f.is_failing, row_number() over (partition by f.is_failing order by d.next_attempt_at, d.position) as place
    from free f cross join lateral (
      select d.id, d.next_attempt_at, d.position from webhook_deliveries d
      where d.endpoint_id = f.id and d.status = 'WAITING' and d.next_attempt_at <= $1::timestamptz
        and (d.sending_until is null or d.sending_until <= $1::timestamptz)
        and not exists (select from webhook_deliveries x
          where x.endpoint_id = d.endpoint_id and x.record_id = d.record_id and x.status = 'WAITING'
            and x.position < d.position)
      order by d.position limit greatest(f.places, 0) for update skip locked
    ) d
  ), chosen as materialized (
    select id from due where not is_failing or place <= $5::int order by is_failing, place limit $4::int
  )
  update webhook_deliveries d
  set sending_until = $2::timestamptz, attempts = d.attempts + 1, last_attempt_at = $1::timestamptz
  from chosen c, webhook_endpoints e
  join businesses b on b.id = e.business_id
  left join staff_members m on m.id = e.registered_by_id and m.removed_at is null
  where d.id = c.id and e.id = d.endpoint_id and d.status = 'WAITING'
    and (d.sending_until is null or d.sending_until <= $1::timestamptz)
  returning d.id, d.business_id as "businessId", d.endpoint_id as "endpointId", d.event_id as "eventId", d.type,
    d.record_kind as "recordKind", d.record_id as "recordId", d.record_updated_at as "recordUpdatedAt",
    d.only_groups as "onlyGroups", d.attempts, d.created_at as "createdAt", e.url, e.secret_id as "secretId",
    e.previous_secret_id as "previousSecretId", e.previous_secret_until as "previousSecretUntil",
    e.failing_since as "failingSince", m.role, coalesce(${MUST_SET_UP}, false) as "mustSetUp"`;

/** Timestamps may come as text, as the parsers of a pool are. */
function withDates(row: ClaimedDelivery): ClaimedDelivery {
  const asDate = (value: Date | string | null) => value && new Date(value);
  return {
    ...row,
    recordUpdatedAt: new Date(row.recordUpdatedAt),
    createdAt: new Date(row.createdAt),
    previousSecretUntil: asDate(row.previousSecretUntil) as Date | null,
    failingSince: asDate(row.failingSince) as Date | null,
  };
}

/** Records that the event arrived. What could not reach the endpoint before is due at once: it is back. */
export async function recordDelivered(
  pool: Pool,
  { id, endpointId }: ClaimedDelivery,
  { statusCode }: PostResult,
  now: Date,
): Promise<void> {
  await pool.query(
    `update webhook_deliveries set status = 'DELIVERED', status_code = $2, error = null, delivered_at = $3::timestamptz,
       next_attempt_at = null, sending_until = null
     where id = $1 and status = 'WAITING'`,
    [id, statusCode, now.toISOString()],
  );
  const { rowCount } = await pool.query(
    'update webhook_endpoints set failing_since = null where id = $1 and failing_since is not null',
    [endpointId],
  );
  if (rowCount === 0) return;
  await pool.query(
    `update webhook_deliveries set next_attempt_at = $2::timestamptz
     where endpoint_id = $1 and status = 'WAITING' and status_code is null and next_attempt_at > $2::timestamptz`,
    [endpointId, now.toISOString()],
  );
}

/** Records a failed attempt, with the time of the next one; null gives the delivery up. */
export async function recordFailed(
  pool: Pool,
  { id, endpointId }: ClaimedDelivery,
  { statusCode, error }: PostResult,
  now: Date,
  next: Date | null,
): Promise<void> {
  await pool.query(
    `update webhook_deliveries set status = case when $4::timestamptz is null then 'FAILED' else 'WAITING' end,
       status_code = $2, error = $3, next_attempt_at = $4::timestamptz, sending_until = null
     where id = $1 and status = 'WAITING'`,
    [id, statusCode, error, next?.toISOString() ?? null],
  );
  await pool.query(
    'update webhook_endpoints set failing_since = $2::timestamptz where id = $1 and failing_since is null',
    [endpointId, now.toISOString()],
  );
}

/** Takes a begun attempt back, which does not count: it is due at the given time. */
export async function release(
  pool: Pool,
  { id }: ClaimedDelivery,
  due: Date,
  error: string | null = null,
): Promise<void> {
  await pool.query(
    `update webhook_deliveries set attempts = attempts - 1, sending_until = null, next_attempt_at = $2::timestamptz,
       error = coalesce($3, error)
     where id = $1 and status = 'WAITING'`,
    [id, due.toISOString(), error],
  );
}

/** Records that an event is not sent to this registrar. */
export async function recordHidden(pool: Pool, { id }: ClaimedDelivery): Promise<void> {
  await pool.query(
    `update webhook_deliveries set status = 'CANCELLED', attempts = attempts - 1, sending_until = null,
       next_attempt_at = null, error = 'The person who registered the endpoint may not see this record.'
     where id = $1 and status = 'WAITING'`,
    [id],
  );
}

/** Cancels what waits at an endpoint that is switched off, in the transaction of that. */
export async function cancelWaiting({ sql }: Unit, endpointId: string): Promise<void> {
  await sql.rows(
    `update webhook_deliveries set status = 'CANCELLED', next_attempt_at = null, sending_until = null,
       error = 'The endpoint was switched off.'
     where endpoint_id = $1 and status = 'WAITING'`,
    [endpointId],
  );
}

/** Removes the deliveries of an endpoint that is removed, in the transaction of that. */
export async function removeDeliveries({ sql }: Unit, endpointId: string): Promise<void> {
  await sql.rows('delete from webhook_deliveries where endpoint_id = $1', [endpointId]);
}

/** The endpoints at which more deliveries wait than may. */
export async function overfull(pool: Pool): Promise<string[]> {
  const { rows } = await pool.query<{ id: string }>(
    `select e.id from webhook_endpoints e
     where e.status = 'ENABLED' and exists (
       select from webhook_deliveries d where d.endpoint_id = e.id and d.status = 'WAITING' offset $1)`,
    [MAX_WAITING],
  );
  return rows.map(({ id }) => id);
}

/**
 * Removes deliveries that are old or whose endpoint is gone, and cancels what a change queued while its endpoint was
 * being switched off.
 */
export async function tidy(pool: Pool, now: Date): Promise<void> {
  const kept = new Date(now.getTime() - KEPT_DAYS * 86_400_000);
  await pool.query(
    `delete from webhook_deliveries where id in (
       select id from webhook_deliveries where created_at < $1::timestamptz and status <> 'WAITING' limit $2)`,
    [kept.toISOString(), PRUNED_AT_ONCE],
  );
  await pool.query(
    `delete from webhook_deliveries d where d.status = 'WAITING'
       and not exists (select from webhook_endpoints e where e.id = d.endpoint_id)`,
  );
  await pool.query(
    `update webhook_deliveries d set status = 'CANCELLED', next_attempt_at = null, error = 'The endpoint was switched off.'
     from webhook_endpoints e where e.id = d.endpoint_id and e.status = 'DISABLED' and d.status = 'WAITING'`,
  );
}
