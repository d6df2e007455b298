import { Migration } from '@mikro-orm/migrations';

/**
 * Since when the client of a job has a time of a visit that is no longer true, and until when that matters. Kept beside
 * the prompt by every change, since a board cannot compare fifty publications with their visits.
 */
export class OutdatedSchedule extends Migration {
  override up(): void {
    this.addSql("set local lock_timeout = '5s'");
    this.addSql(`alter table share_prompts
      add column schedule_outdated_since timestamptz,
      add column schedule_outdated_until timestamptz`);
    // Of earlier changes only the newest is known.
    this.addSql(`
      update share_prompts p set schedule_outdated_since = x.since, schedule_outdated_until = x.until
      from (
        select j.id, min(coalesce(v.cancelled_at, v.updated_at)) as since,
          max(greatest(v.ends_at, (k ->> 'endsAt')::timestamptz)) as until
        from jobs j
        join lateral (
          select n.view from publications n
          where n.job_id = j.id and n.client_id = j.client_id order by n.version desc limit 1) n on true
        cross join lateral json_array_elements(
          case json_typeof(n.view -> 'visits') when 'array' then n.view -> 'visits' else '[]' end) k
        join visits v on v.id = (k ->> 'id')::uuid and v.job_id = j.id
        where v.cancelled_at is not null or v.starts_at <> (k ->> 'startsAt')::timestamptz
          or v.ends_at <> (k ->> 'endsAt')::timestamptz
        group by j.id) x
      where p.job_id = x.id`);
  }
}
