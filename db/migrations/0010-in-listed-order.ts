import { Migration } from '@mikro-orm/migrations';

/** Indexes on foreign keys in the order of the lists, so that lists are read without sorting. */
const LISTED: Record<string, [table: string, columns: string, where?: string]> = {
  visits_of_job: ['visits', 'job_id, starts_at, id'],
  assignments_of_job: ['assignments', 'job_id, id'],
  assignments_of_visit: ['assignments', 'visit_id, id', 'visit_id is not null'],
  notes_of_job: ['notes', 'job_id, id'],
  todos_of_job: ['todos', 'job_id, id'],
  photos_of_job: ['photos', 'job_id, id'],
  materials_of_job: ['materials', 'job_id, id'],
  quotes_of_job: ['quotes', 'job_id, id', 'job_id is not null'],
  quote_lines_of_quote: ['quote_lines', 'quote_id, position, id'],
  invoices_of_job: ['invoices', 'job_id, id'],
  invoice_lines_of_invoice: ['invoice_lines', 'invoice_id, position, id'],
  payments_of_invoice: ['payments', 'invoice_id, id'],
};

/** Statuses are returned as stored, so only known ones may be stored. */
const STATES: Record<string, [column: string, states: string[]]> = {
  jobs: ['status', ['NEW', 'SCHEDULED', 'IN_PROGRESS', 'ON_HOLD', 'COMPLETED', 'CANCELLED']],
  quotes: ['status', ['DRAFT', 'SENT', 'ACCEPTED', 'DECLINED', 'CHANGES_REQUESTED']],
  publications: [
    'reason',
    ['SHARED', 'SHARING_UPDATED', 'PUBLISHED_AT_ONCE', 'CLIENT_ACTED', 'KEPT_IN_SYNC'],
  ],
};

/** Indexes in list order, and check constraints on statuses. */
export class InListedOrder extends Migration {
  override up(): void {
    for (const [index, [table, columns, where]] of Object.entries(LISTED)) {
      this.addSql(`drop index ${index}`);
      this.addSql(
        `create index ${index} on ${table} (${columns})${where ? ` where ${where}` : ''}`,
      );
    }
    for (const [table, [column, states]] of Object.entries(STATES)) {
      const names = states.map((state) => `'${state}'`).join(', ');
      this.addSql(
        `alter table ${table} add constraint ${table}_${column}_known check (${column} in (${names}))`,
      );
    }
  }
}
