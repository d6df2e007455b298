import { GraphQLDateTime } from 'graphql-scalars';
import { ID, InputType } from 'type-graphql';
import type { Condition, ListOrderBy } from '../../../database/reader/reader.js';
import { TODAY } from '../../../database/sql/scope.js';
import type { Audience } from '../../../visibility/audience.js';
import { ListOf } from '../../../visibility/bounds.js';
import { rolesWith } from '../../../visibility/capabilities.js';
import { declareEnum } from '../../../visibility/declare/enums.js';
import { FieldFor } from '../../../visibility/declare/fields.js';
import {
  COMMON_ORDER_MEANINGS,
  COMMON_ORDERS,
  commonOrder,
  UPDATED_SINCE,
  updatedSince,
} from '../../common/lists/orders.js';
import { DateRange, DateTimeRange, inTime, onDays } from '../../common/lists/ranges.js';
import { OptionalLine } from '../../common/text.js';
import { assignedTo } from '../../jobs/assignees.js';
import { Invoice } from '../invoice.entity.js';
import { InvoiceStatus, statusInSql, UNPAID } from '../invoice-status.js';

const readers = rolesWith('READ_INVOICES');

@InputType({ description: 'Filter of invoices; all conditions must hold.' })
export class InvoiceFilter {
  @ListOf(20)
  @FieldFor(readers, 'Invoices in one of these statuses.', () => [InvoiceStatus], {
    nullable: true,
    about: 'Invoice.status',
  })
  statuses?: InvoiceStatus[] | null;

  @FieldFor(
    readers,
    'Invoices sent to this client, and those of its jobs that were not sent yet.',
    () => ID,
    { nullable: true, about: 'Invoice.client Invoice.job Job.client' },
  )
  clientId?: string | null;

  @FieldFor(readers, 'Invoices of this job.', () => ID, { nullable: true, about: 'Invoice.job' })
  jobId?: string | null;

  @FieldFor(readers, 'Invoices of jobs that this staff member is assigned to.', () => ID, {
    nullable: true,
    about: 'Invoice.job Job.assignees',
  })
  assigneeId?: string | null;

  @OptionalLine(200)
  @FieldFor(
    readers,
    'Words of the number, title, site address or client, in any order.',
    () => String,
    {
      nullable: true,
      about:
        'Invoice.number Invoice.title Invoice.job Job.siteAddress Invoice.client Client.name Client.contactName Client.email Client.phone Client.address',
    },
  )
  search?: string | null;

  @FieldFor(readers, 'Created in this time.', () => DateTimeRange, {
    nullable: true,
    about: 'Invoice.createdAt',
  })
  created?: DateTimeRange | null;

  @FieldFor(readers, 'Issued on one of these days.', () => DateRange, {
    nullable: true,
    about: 'Invoice.issuedOn',
  })
  issued?: DateRange | null;

  @FieldFor(readers, 'Due on one of these days.', () => DateRange, {
    nullable: true,
    about: 'Invoice.dueOn',
  })
  due?: DateRange | null;

  @FieldFor(readers, 'Last sent in this time.', () => DateTimeRange, {
    nullable: true,
    about: 'Invoice.sentAt',
  })
  sent?: DateTimeRange | null;

  @FieldFor(readers, UPDATED_SINCE, () => GraphQLDateTime, {
    nullable: true,
    about: 'Invoice.updatedAt',
  })
  updatedSince?: Date | null;
}

export const InvoiceOrder = { ...COMMON_ORDERS, DUE_ON: 'DUE_ON' } as const;
export type InvoiceOrder = keyof typeof InvoiceOrder;
declareEnum(InvoiceOrder, 'InvoiceOrder', readers, 'Sort order of invoices.', {
  ...COMMON_ORDER_MEANINGS,
  DUE_ON: 'By due date, earliest first; those without one last.',
});

export function invoiceOrder(order: InvoiceOrder, audience: Audience): ListOrderBy {
  if (order !== 'DUE_ON') return commonOrder(Invoice, order, audience);
  return { property: 'dueOn', direction: 'asc', columnType: 'date', sql: dueOrNever };
}

/** As in the index. */
function dueOrNever(invoice: string): string {
  return `coalesce(${invoice}.due_on, '9999-12-31'::date)`;
}

export function invoicesOf(filter: InvoiceFilter, audience: Audience): Condition[] {
  const { statuses, clientId, jobId, assigneeId, search } = filter;
  return [
    ...(statuses ? withStatuses(statuses) : []),
    ...(clientId ? [ofClient(clientId)] : []),
    ...(jobId ? [{ property: 'jobId', in: [jobId] }] : []),
    ...(assigneeId ? [assignedTo(assigneeId)] : []),
    ...(search ? [{ search }] : []),
    ...inTime((row) => `${row}.created_at`, filter.created),
    ...onDays((row) => `${row}.issued_on`, filter.issued),
    ...(filter.due ? [{ notNull: 'dueOn' }, ...onDays(dueOrNever, filter.due)] : []),
    ...inTime((row) => `${row}.sent_at`, filter.sent),
    ...updatedSince(Invoice, filter.updatedSince, audience),
  ];
}

/** The stored statuses find the rows by an index; OVERDUE is computed from those that are not paid. */
function withStatuses(statuses: InvoiceStatus[]): Condition[] {
  const stored = statuses.flatMap((status) => (status === 'OVERDUE' ? UNPAID : [status]));
  return [
    { property: 'status', in: stored },
    { sql: (row, bind) => `${statusInSql(row, TODAY)} = any(${bind(statuses)})` },
  ];
}

/** An invoice has its client once it is sent; before, it is for that of its job. */
function ofClient(clientId: string): Condition {
  return {
    sql: (row, bind) => {
      const client = `${bind(clientId)}::uuid`;
      return `${row}.id in (
        select i.id from invoices i where i.business_id = $1 and i.client_id = ${client}
        union all
        select i.id from jobs j join invoices i on i.job_id = j.id
        where j.business_id = $1 and j.client_id = ${client} and i.client_id is null)`;
    },
  };
}
