import { Migration } from '@mikro-orm/migrations';
import { movedBy, stampColumns, stampFunction } from './updated-at-triggers.js';

/**
 * Whether a job and new jobs are kept in sync is seen by those who share: a change of it moves a time of their own. Every
 * statement is a transaction of its own and can be repeated.
 */
export class SharingStamps extends Migration {
  override isTransactional(): boolean {
    return false;
  }

  override up(): void {
    for (const statement of STATEMENTS) this.addSql(statement);
  }
}

const { updatedAt, changedIn } = stampColumns('sharing_');

/** Moves a column from the group of all readers to that of those who share, in one transaction. */
const forSharersOnly = (table: string, column: string) => `
  do $table$
  declare
    changed text := '(old.${column} IS DISTINCT FROM new.${column})';
    trigger text := (select pg_get_triggerdef(oid) from pg_trigger
      where tgrelid = '${table}'::regclass and tgname = 'updated_at');
  begin
    set local lock_timeout = '5s';
    -- Before every change so far, which moved the time of all readers.
    alter table ${table}
      add column if not exists ${updatedAt} timestamptz not null default '2000-01-01T00:00:00Z',
      add column if not exists ${changedIn} xid8 not null default '0';
    alter table ${table}
      alter column ${updatedAt} set default next_stamp(null),
      alter column ${changedIn} set default pg_current_xact_id();
    trigger := replace(replace(trigger, ' OR ' || changed, ''), changed || ' OR ', '');
    execute replace(trigger, 'CREATE TRIGGER', 'CREATE OR REPLACE TRIGGER');
    ${movedBy(table, 'sharing_', [column])};
  end
  $table$`;

const STATEMENTS = [
  stampFunction('sharing_'),
  forSharersOnly('jobs', 'keep_in_sync'),
  forSharersOnly('businesses', 'keep_in_sync_by_default'),
  // Webhooks raise an event for it, of which those who share are told.
  `do $function$
  begin
    execute replace(pg_get_functiondef('queue_webhooks'::regproc),
      $$array['costs', 'office'])$$, $$array['costs', 'office', 'sharing'])$$);
  end
  $function$`,
  `do $trigger$
  begin
    set local lock_timeout = '5s';
    create or replace trigger webhooks_of_updated after update on jobs
      for each row when (old.updated_at <> new.updated_at or old.${updatedAt} <> new.${updatedAt})
      execute function queue_webhooks('JOB');
  end
  $trigger$`,
  'drop index concurrently if exists jobs_by_update_with_sharing',
  `create index concurrently jobs_by_update_with_sharing
    on jobs (business_id, greatest(updated_at, ${updatedAt}), id)`,
];
