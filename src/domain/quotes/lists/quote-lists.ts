import { GraphQLDateTime } from 'graphql-scalars';
import { ID, InputType } from 'type-graphql';
import type { Condition } from '../../../database/reader/reader.js';
import { TODAY } from '../../../database/sql/scope.js';
import type { Audience } from '../../../visibility/audience.js';
import { ListOf } from '../../../visibility/bounds.js';
import { rolesWith } from '../../../visibility/capabilities.js';
import { declareEnum } from '../../../visibility/declare/enums.js';
import { FieldFor } from '../../../visibility/declare/fields.js';
import {
  COMMON_ORDER_MEANINGS,
  COMMON_ORDERS,
  type CommonOrder,
  UPDATED_SINCE,
  updatedSince,
} from '../../common/lists/orders.js';
import { DateRange, DateTimeRange, inTime, onDays } from '../../common/lists/ranges.js';
import { OptionalLine } from '../../common/text.js';
import { assignedTo } from '../../jobs/assignees.js';
import { Quote } from '../quote.entity.js';
import { QuoteStatus, statusInSql } from '../quote-status.js';

const writers = rolesWith('WRITE_SALES');

@InputType({ description: 'Filter of quotes; all conditions must hold.' })
export class QuoteFilter {
  @ListOf(20)
  @FieldFor(writers, 'Quotes in one of these statuses.', () => [QuoteStatus], {
    nullable: true,
    about: 'Quote.status',
  })
  statuses?: QuoteStatus[] | null;

  @FieldFor(writers, 'Quotes for this client.', () => ID, { nullable: true, about: 'Quote.client' })
  clientId?: string | null;

  @FieldFor(writers, 'Quotes attached to this job.', () => ID, {
    nullable: true,
    about: 'Quote.job',
  })
  jobId?: string | null;

  @FieldFor(writers, 'Quotes of jobs that this staff member is assigned to.', () => ID, {
    nullable: true,
    about: 'Quote.job Job.assignees',
  })
  assigneeId?: string | null;

  @OptionalLine(200)
  @FieldFor(
    writers,
    'Words of the number, title, site address or client, in any order.',
    () => String,
    {
      nullable: true,
      about:
        'Quote.number Quote.title Quote.job Job.siteAddress Quote.client Client.name Client.contactName Client.email Client.phone Client.address',
    },
  )
  search?: string | null;

  @FieldFor(writers, 'Created in this time.', () => DateTimeRange, {
    nullable: true,
    about: 'Quote.createdAt',
  })
  created?: DateTimeRange | null;

  @FieldFor(writers, 'Last sent in this time.', () => DateTimeRange, {
    nullable: true,
    about: 'Quote.sentAt',
  })
  sent?: DateTimeRange | null;

  @FieldFor(writers, 'Whose last day for acceptance is one of these.', () => DateRange, {
    nullable: true,
    about: 'Quote.validUntil',
  })
  validUntil?: DateRange | null;

  @FieldFor(writers, UPDATED_SINCE, () => GraphQLDateTime, {
    nullable: true,
    about: 'Quote.updatedAt',
  })
  updatedSince?: Date | null;
}

export const QuoteOrder = { ...COMMON_ORDERS } as const;
export type QuoteOrder = CommonOrder;
declareEnum(QuoteOrder, 'QuoteOrder', writers, 'Sort order of quotes.', COMMON_ORDER_MEANINGS);

export function quotesOf(filter: QuoteFilter, audience: Audience): Condition[] {
  const { statuses, clientId, jobId, assigneeId, search } = filter;
  return [
    ...(statuses ? withStatuses(statuses) : []),
    ...(clientId ? [{ property: 'clientId', in: [clientId] }] : []),
    ...(jobId ? [{ property: 'jobId', in: [jobId] }] : []),
    ...(assigneeId ? [assignedTo(assigneeId)] : []),
    ...(search ? [{ search }] : []),
    ...inTime((row) => `${row}.created_at`, filter.created),
    ...inTime((row) => `${row}.sent_at`, filter.sent),
    ...onDays((row) => `${row}.valid_until`, filter.validUntil),
    ...updatedSince(Quote, filter.updatedSince, audience),
  ];
}

/** The stored statuses find the rows by an index; EXPIRED is computed from SENT. */
function withStatuses(statuses: QuoteStatus[]): Condition[] {
  const stored = statuses.map((status) => (status === 'EXPIRED' ? 'SENT' : status));
  return [
    { property: 'status', in: stored },
    { sql: (row, bind) => `${statusInSql(row, TODAY)} = any(${bind(statuses)})` },
  ];
}
