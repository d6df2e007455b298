import { Migration } from '@mikro-orm/migrations';

/** Rows of removed notes, to-dos and materials, for the minutes in which the removal can be undone. */
export class RemovedRecords extends Migration {
  override up(): void {
    this.addSql("set local lock_timeout = '5s'");
    this.addSql(`create table removed_records (
      id uuid primary key,
      business_id uuid not null references businesses (id),
      job_id uuid not null,
      kind text not null,
      record jsonb not null,
      removed_by_id uuid not null,
      removed_at timestamptz not null,
      foreign key (business_id, job_id) references jobs (business_id, id),
      foreign key (business_id, removed_by_id) references staff_members (business_id, id)
    )`);
    this.addSql('create index removed_records_by_age on removed_records (removed_at)');
    this.addSql('create index removed_records_of_jobs on removed_records (business_id, job_id)');
    this.addSql(
      'create index removed_records_of_staff on removed_records (business_id, removed_by_id)',
    );
  }
}
