import { Int, Resolver } from 'type-graphql';
import { staffOnly } from '../../visibility/audience.js';
import { rolesWith, rolesWithBoth } from '../../visibility/capabilities.js';
import { ComputedFor, RelatedFor } from '../common/computed.js';
import { BelongsTo, HasMany, PageOf, type Related } from '../common/relations.js';
import { Invoice } from '../invoices/invoice.entity.js';
import { Job } from '../jobs/job.entity.js';
import { JobConnection } from '../jobs/job.resolver.js';
import { Message } from '../messages/message.entity.js';
import { Quote } from '../quotes/quote.entity.js';
import { QuoteConnection } from '../quotes/quote.resolver.js';
import { StaffMember } from '../staff/staff-member.entity.js';
import { Client } from './client.entity.js';

const invoiceReaders = rolesWith('READ_INVOICES');
const correspondents = rolesWithBoth('WRITE_SALES', 'MESSAGE_CLIENTS');

/** Maximum number of invoices and of messages listed for a client; each job has all of its own. */
const MAX_LISTED = 100;

/** Everything of a client: jobs, quotes, invoices, messages, and what is owed. */
@Resolver(() => Client)
export class ClientHistoryResolver {
  @HasMany(
    rolesWith('WRITE_SALES'),
    'Quotes for the client, oldest first.',
    () => Quote,
    'client',
    { nullable: true },
  )
  quotes!: Quote[];

  @PageOf(
    'quotes',
    rolesWith('WRITE_SALES'),
    () => QuoteConnection,
    () => Quote,
    'client',
    {
      nullable: true,
    },
  )
  quotesPage!: Related<InstanceType<typeof QuoteConnection>>;

  @HasMany(staffOnly, 'Jobs of the client visible to you, oldest first.', () => Job, 'client', {
    nullable: true,
  })
  jobs!: Job[];

  @PageOf(
    'jobs',
    staffOnly,
    () => JobConnection,
    () => Job,
    'client',
    { nullable: true },
  )
  jobsPage!: Related<InstanceType<typeof JobConnection>>;

  @RelatedFor({
    audiences: invoiceReaders,
    description: `Invoices for the client, newest first, at most ${MAX_LISTED}.`,
    type: () => [Invoice],
    nullable: true,
    parent: () => Client,
    relationSql: (invoice, client) => `
      (select i.* from invoices i where i.id in (
        select id from invoices where business_id = ${client}.business_id and client_id = ${client}.id
        union all select d.id from jobs j join invoices d on d.job_id = j.id
          where j.business_id = ${client}.business_id and j.client_id = ${client}.id and d.client_id is null)
      order by i.id desc limit ${MAX_LISTED}) ${invoice} order by ${invoice}.id desc`,
  })
  invoices!: Related<Invoice[]> | null;

  @RelatedFor({
    audiences: correspondents,
    description: `Messages with the client over all jobs, newest first, at most ${MAX_LISTED}.`,
    type: () => [Message],
    nullable: true,
    parent: () => Client,
    relationSql: (message, client) => `
      (select m.* from messages m where m.client_id = ${client}.id order by m.id desc limit ${MAX_LISTED}) ${message}
      order by ${message}.id desc`,
  })
  messages!: Related<Message[]> | null;

  @ComputedFor({
    audiences: invoiceReaders,
    description: 'Amount owed on all sent invoices, in cents.',
    type: () => Int,
    record: () => Client,
    computedSql: (client) => `(select coalesce(sum(i.owed_cents), 0) from invoices i
      where i.business_id = ${client}.business_id and i.client_id = ${client}.id
        and i.status in ('SENT', 'PARTLY_PAID'))`,
  })
  owedCents!: number | null;

  @BelongsTo(
    rolesWith('WRITE_SALES'),
    'Client that it was merged into and that has its jobs now.',
    () => Client,
  )
  mergedInto!: Related<Client> | null;

  @BelongsTo(rolesWith('WRITE_SALES'), 'Staff member who erased it.', () => StaffMember)
  erasedBy!: Related<StaffMember> | null;
}
