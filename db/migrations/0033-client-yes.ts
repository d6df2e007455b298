import { Migration } from '@mikro-orm/migrations';

/**
 * Terms, optional and grouped lines of quotes; the choice of an acceptance, and taking one back; keys of calls that are
 * done once. Every statement is a transaction of its own and can be repeated, so no two tables are locked at once.
 */
export class ClientYes extends Migration {
  /** An index built concurrently does not block writes and cannot be built in a transaction. */
  override isTransactional(): boolean {
    return false;
  }

  override up(): void {
    for (const statement of STATEMENTS) this.addSql(statement);
  }
}

/** A statement that gives up after five seconds without its lock, so that it never holds up a queue of readers. */
const briefly = (statement: string) => `
  do $briefly$
  begin
    set local lock_timeout = '5s';
    ${statement};
  end
  $briefly$`;

const STATEMENTS = [
  briefly('alter table businesses add column if not exists quote_terms text'),
  briefly(`alter table quotes
    add column if not exists terms text,
    add column if not exists answered_at timestamptz,
    add column if not exists answered_by text,
    add column if not exists answer_message text`),
  // Validated in a statement of its own, which blocks no writes.
  briefly(`alter table quotes drop constraint if exists quotes_status_known,
    add constraint quotes_status_known check (status in
      ('DRAFT', 'SENT', 'ACCEPTED', 'DECLINED', 'CHANGES_REQUESTED', 'WITHDRAWN')) not valid`),
  'alter table quotes validate constraint quotes_status_known',
  briefly(`alter table quote_lines
    add column if not exists group_name text,
    add column if not exists optional boolean not null default false,
    add column if not exists chosen boolean not null default true`),
  briefly('alter table quote_versions add column if not exists terms text'),
  briefly(`alter table quote_answers
    add column if not exists chosen_line_ids text[],
    add column if not exists total_cents int,
    add column if not exists undone_at timestamptz,
    add column if not exists undone_by_id uuid,
    add column if not exists undo_reason text`),
  briefly('alter table quote_answers drop constraint if exists quote_answers_undone_by'),
  briefly(`alter table quote_answers add constraint quote_answers_undone_by
    foreign key (business_id, undone_by_id) references staff_members (business_id, id)`),
  // An acceptance that was taken back may be followed by another one.
  'drop index concurrently if exists quote_answers_one_acceptance',
  `create unique index concurrently quote_answers_one_acceptance on quote_answers (quote_id)
    where kind = 'ACCEPTED' and undone_at is null`,
  'drop index concurrently if exists quote_answers_accepted_once',
  // The client reads on its page who answered and when, also of what was answered before this migration.
  `update quotes q set answered_at = a.answered_at, answered_by = a.name, answer_message = a.message
    from quote_answers a
    where a.quote_id = q.id and a.version = q.version and a.kind = q.status and q.answered_at is null
      and a.id = (select id from quote_answers l where l.quote_id = q.id order by l.id desc limit 1)`,
];
