import type { Unit } from '../../database/unit-of-work/unit-of-work.js';
import { daysBefore, type Morning, morningIn } from './mornings.js';
import type { ReminderKind } from './reminder.entity.js';
import {
  CLIENT_IS_ACTIVE,
  INVOICE_IS_SHOWN,
  INVOICE_JOINS,
  INVOICE_WAITS,
  JOB_IS_SHARED,
  QUOTE_IS_SHOWN,
  QUOTE_JOINS,
  QUOTE_WAITS,
} from './subject-sql.js';

/** An invoice or a quote with a step of the cadence today. */
export interface DueReminder {
  businessId: string;
  clientId: string;
  jobId: string | null;
  invoiceId: string | null;
  quoteId: string | null;
  kind: ReminderKind;
  days: number;
  day: string;
  /** Whether the client finds it behind a link. */
  isShown: boolean;
  /** Whether it is on the page of its job; otherwise it has a page of its own. */
  isJobShared: boolean;
}

/**
 * What is to be reminded now, of at most `maxClients` clients that had no reminder today. One statement, whose cost depends
 * on what is due today and not on how much there is.
 */
export async function dueReminders(unit: Unit, maxClients: number): Promise<DueReminder[]> {
  const zones = await unit.sql.rows<Zone>(ZONES, []);
  const mornings = zones.flatMap((zone) => {
    const morning = morningIn(zone.timeZone, unit.now);
    return morning ? { ...morning, days: zone.days } : [];
  });
  if (mornings.length === 0) return [];
  return unit.sql.rows<DueReminder>(DUE, [...parametersOf(mornings), maxClients]);
}

/** A time zone with the days after sending that its businesses use. */
interface Zone {
  timeZone: string;
  days: number[];
}

const ZONES = `
  select b.time_zone as "timeZone",
    coalesce(array_agg(distinct d.days) filter (where d.days is not null), '{}') as days
  from businesses b
  left join lateral unnest(b.quote_reminder_days_after_sending) d(days) on b.remind_of_quotes
  where (b.remind_of_invoices or b.remind_of_quotes) and b.client_portal_enabled
  group by b.time_zone`;

/** Days are computed here and not by PostgreSQL, which may know other time zones. */
function parametersOf(mornings: (Morning & { days: number[] })[]): unknown[] {
  const sendings = mornings.flatMap((morning) =>
    morning.days.map((days) => ({
      timeZone: morning.timeZone,
      days,
      ...daysBefore(morning, days),
    })),
  );
  return [
    mornings.map(({ timeZone }) => timeZone),
    mornings.map(({ day }) => day),
    mornings.map(({ startsAt }) => startsAt.toISOString()),
    mornings.map(({ nine }) => nine.toISOString()),
    sendings.map(({ timeZone }) => timeZone),
    sendings.map(({ days }) => days),
    sendings.map(({ from }) => from.toISOString()),
    sendings.map(({ to }) => to.toISOString()),
  ];
}

/**
 * The statement; exported for the test of its plan. What was sent today is not reminded of today. `offset 0` has each
 * client found by its ID, however many there are.
 */
export const DUE = `
  with active as materialized (
    select b.id, b.remind_of_invoices, b.remind_of_quotes, b.client_portal_enabled, b.time_zone,
      b.invoice_reminder_days, b.quote_reminder_days_before_expiry, b.quote_reminder_days_after_sending,
      m.day, m.starts_at
    from unnest($1::text[], $2::date[], $3::timestamptz[], $4::timestamptz[]) m(time_zone, day, starts_at, nine)
    join businesses b on b.time_zone = m.time_zone
    where (b.remind_of_invoices or b.remind_of_quotes) and b.client_portal_enabled
      and b.reminders_changed_at < m.nine
  ), due as (
    select i.business_id, i.client_id, i.job_id, i.id as invoice_id, null::uuid as quote_id, 'DUE_DAY' as kind,
      d.days, b.day, ${INVOICE_IS_SHOWN} as is_shown, ${JOB_IS_SHARED} as is_job_shared
    from active b
    cross join lateral unnest(b.invoice_reminder_days) d(days)
    join invoices i on i.business_id = b.id and i.due_on = b.day - d.days and i.sent_at < b.starts_at
    ${INVOICE_JOINS}
    where ${INVOICE_WAITS} and not exists (select from reminders r where r.invoice_id = i.id and r.day = b.day)
    union all
    (select distinct on (o.id) o.business_id, o.client_id, o.job_id, null::uuid, o.id, o.kind, o.days, o.day, o.is_shown,
      o.is_job_shared
    from (
      ${openQuotes(
        'LAST_DAY',
        '-d.days',
        `cross join lateral unnest(b.quote_reminder_days_before_expiry) d(days)
        join quotes q on q.business_id = b.id and q.valid_until = b.day + d.days`,
      )}
      union all
      ${openQuotes(
        'SENDING',
        'd.days',
        `cross join lateral unnest(b.quote_reminder_days_after_sending) d(days)
        join unnest($5::text[], $6::int[], $7::timestamptz[], $8::timestamptz[]) s(time_zone, days, since, until)
          on s.time_zone = b.time_zone and s.days = d.days
        join quotes q on q.business_id = b.id and q.sent_at >= s.since and q.sent_at < s.until`,
      )}
    ) o order by o.id, o.kind)
  ), next as materialized (
    select distinct d.client_id from (select distinct client_id, day from due) d
    cross join lateral (select from clients c where c.id = d.client_id and ${CLIENT_IS_ACTIVE} offset 0) c
    where not exists (select from reminded_clients t where t.client_id = d.client_id and t.day = d.day)
    order by d.client_id limit $9
  )
  select d.business_id as "businessId", d.client_id as "clientId", d.job_id as "jobId", d.invoice_id as "invoiceId",
    d.quote_id as "quoteId", d.kind, d.days, d.day::text as day, d.is_shown as "isShown",
    d.is_job_shared as "isJobShared"
  from due d join next n on n.client_id = d.client_id
  order by d.client_id, d.invoice_id, d.quote_id`;

function openQuotes(kind: ReminderKind, days: string, joins: string): string {
  return `
      select q.business_id, q.client_id, q.job_id, q.id, '${kind}' as kind, ${days} as days, b.day,
        ${QUOTE_IS_SHOWN} as is_shown, ${JOB_IS_SHARED} as is_job_shared
      from active b ${joins} ${QUOTE_JOINS}
      where ${QUOTE_WAITS} and q.sent_at < b.starts_at and (q.valid_until is null or q.valid_until >= b.day)
        and not exists (select from reminders r where r.quote_id = q.id and r.day = b.day)`;
}
