import { Migration } from '@mikro-orm/migrations';

/**
 * Indexes for the filters and orders of lists. An expression is written as in the statements of lists: what an audience
 * sees as `updatedAt` is one (`src/domain/common/updated-at.ts`).
 */
export class Lists extends Migration {
  /** An index built concurrently does not block writes and cannot be built in a transaction. */
  override isTransactional(): boolean {
    return false;
  }

  override up(): void {
    for (const [name, definition] of Object.entries(INDEXES)) {
      this.addSql(`drop index concurrently if exists ${name}`);
      this.addSql(`create index concurrently ${name} on ${definition}`);
    }
  }
}

const INDEXES = {
  jobs_by_update: 'jobs (business_id, updated_at, id)',
  jobs_by_creation: 'jobs (business_id, created_at, id)',

  clients_by_update: 'clients (business_id, greatest(updated_at, office_updated_at), id)',
  clients_by_creation: 'clients (business_id, created_at, id)',
  clients_by_name: 'clients (business_id, name, id)',

  quotes_by_update: 'quotes (business_id, greatest(updated_at, office_updated_at), id)',
  quotes_by_update_with_costs:
    'quotes (business_id, greatest(updated_at, office_updated_at, costs_updated_at), id)',
  quotes_by_creation: 'quotes (business_id, created_at, id)',
  quotes_by_sending: 'quotes (business_id, sent_at) where sent_at is not null',
  quotes_by_last_day: 'quotes (business_id, valid_until) where valid_until is not null',

  invoices_by_update: 'invoices (business_id, updated_at, id)',
  invoices_by_creation: 'invoices (business_id, created_at, id)',
  invoices_by_due_day: `invoices (business_id, coalesce(due_on, '9999-12-31'::date), id)`,
  invoices_by_issue: 'invoices (business_id, issued_on) where issued_on is not null',
  invoices_by_sending: 'invoices (business_id, sent_at) where sent_at is not null',

  enquiries_by_update: 'enquiries (business_id, updated_at, id)',
  enquiries_by_receipt: 'enquiries (business_id, received_at, id)',

  visits_by_start: 'visits (business_id, starts_at, id)',
  visits_by_update: 'visits (business_id, updated_at, id)',
};
