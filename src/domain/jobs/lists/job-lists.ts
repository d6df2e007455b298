import { GraphQLDateTime } from 'graphql-scalars';
import { ID, InputType } from 'type-graphql';
import type { Condition, ListOrderBy } from '../../../database/reader/reader.js';
import { type Audience, staffOnly } from '../../../visibility/audience.js';
import { ListOf } from '../../../visibility/bounds.js';
import { declareEnum } from '../../../visibility/declare/enums.js';
import { FieldFor } from '../../../visibility/declare/fields.js';
import {
  COMMON_ORDER_MEANINGS,
  COMMON_ORDERS,
  commonOrder,
  UPDATED_SINCE,
  updatedSince,
} from '../../common/lists/orders.js';
import { DateTimeRange, inTime } from '../../common/lists/ranges.js';
import { OptionalLine } from '../../common/text.js';
import { assignedTo } from '../assignees.js';
import { Job } from '../job.entity.js';
import { JobStatus } from '../job-status.js';

/** Fields that a search of jobs reads. */
export const JOB_SEARCH =
  'Job.number Job.title Job.siteAddress Job.client Client.name Client.contactName Client.email Client.phone Client.address';

@InputType({
  description: 'Filter of jobs; all conditions must hold.',
})
export class JobFilter {
  @ListOf(20)
  @FieldFor(staffOnly, 'Jobs in one of these statuses.', () => [JobStatus], {
    nullable: true,
    about: 'Job.status',
  })
  statuses?: JobStatus[] | null;

  @FieldFor(staffOnly, 'Jobs of this client.', () => ID, {
    nullable: true,
    about: 'Job.client',
  })
  clientId?: string | null;

  @OptionalLine(200)
  @FieldFor(
    staffOnly,
    'Words of the number, title, site address or client, in any order.',
    () => String,
    {
      nullable: true,
      about: JOB_SEARCH,
    },
  )
  search?: string | null;

  @FieldFor(
    staffOnly,
    'Jobs that this staff member is assigned to, or to one of whose visits.',
    () => ID,
    { nullable: true, about: 'Job.assignees Job.visits Visit.assignees' },
  )
  assigneeId?: string | null;

  @FieldFor(staffOnly, 'Created in this time.', () => DateTimeRange, {
    nullable: true,
    about: 'Job.createdAt',
  })
  created?: DateTimeRange | null;

  @FieldFor(staffOnly, 'With a visit in this time that was not cancelled.', () => DateTimeRange, {
    nullable: true,
    about: 'Job.visits Visit.startsAt Visit.endsAt Visit.cancelledAt',
  })
  visit?: DateTimeRange | null;

  @FieldFor(staffOnly, UPDATED_SINCE, () => GraphQLDateTime, {
    nullable: true,
    about: 'Job.updatedAt',
  })
  updatedSince?: Date | null;
}

export const JobOrder = { ...COMMON_ORDERS, TITLE: 'TITLE' } as const;
export type JobOrder = keyof typeof JobOrder;
declareEnum(JobOrder, 'JobOrder', staffOnly, 'Sort order of jobs.', {
  ...COMMON_ORDER_MEANINGS,
  TITLE: 'By title, A to Z.',
});

export function jobOrder(order: JobOrder, audience: Audience): ListOrderBy {
  return order === 'TITLE'
    ? { property: 'title', direction: 'asc' }
    : commonOrder(Job, order, audience);
}

export function jobsOf(filter: JobFilter, audience: Audience): Condition[] {
  const { statuses, clientId, search, assigneeId } = filter;
  return [
    ...(statuses ? [{ property: 'status', in: statuses }] : []),
    ...(clientId ? [{ property: 'clientId', in: [clientId] }] : []),
    ...(search ? [{ search }] : []),
    ...(assigneeId ? [assignedTo(assigneeId, 'id')] : []),
    ...inTime((row) => `${row}.created_at`, filter.created),
    ...(filter.visit ? [visited(filter.visit)] : []),
    ...updatedSince(Job, filter.updatedSince, audience),
  ];
}

function visited({ from, to }: DateTimeRange): Condition {
  return {
    sql: (row, bind) => {
      const range = [
        ...(from ? [`v.ends_at > ${bind(from.toISOString())}::timestamptz`] : []),
        ...(to ? [`v.starts_at < ${bind(to.toISOString())}::timestamptz`] : []),
      ];
      const where = ['v.business_id = $1', 'v.cancelled_at is null', ...range].join(' and ');
      return `${row}.id in (select v.job_id from visits v where ${where})`;
    },
  };
}
