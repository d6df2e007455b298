import { Migration } from '@mikro-orm/migrations';

/** Messages between a business and a client on a job, switched on per job. */
export class Messages extends Migration {
  override up(): void {
    this.addSql(
      'alter table jobs add column client_messages_enabled boolean not null default false',
    );
    this.addSql(`
      create table messages (
        id uuid primary key,
        business_id uuid not null,
        job_id uuid not null,
        client_id uuid not null,
        sender text not null check (sender in ('CLIENT', 'BUSINESS')),
        author_id uuid,
        body text not null,
        sent_at timestamptz not null,
        read_at timestamptz,
        check ((sender = 'BUSINESS') = (author_id is not null)),
        foreign key (business_id, job_id) references jobs (business_id, id),
        foreign key (business_id, client_id) references clients (business_id, id),
        foreign key (business_id, author_id) references staff_members (business_id, id)
      )`);
    this.addSql('create index messages_of_thread on messages (job_id, client_id, id)');
  }
}
