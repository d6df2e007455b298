import { GraphQLDateTime } from 'graphql-scalars';
import { ID, InputType } from 'type-graphql';
import type { Condition, ListOrderBy } from '../../database/reader/reader.js';
import { type Audience, staffOnly } from '../../visibility/audience.js';
import { declareEnum } from '../../visibility/declare/enums.js';
import { FieldFor } from '../../visibility/declare/fields.js';
import { invalid } from '../../visibility/refusals.js';
import {
  COMMON_ORDER_MEANINGS,
  COMMON_ORDERS,
  commonOrder,
  UPDATED_SINCE,
  updatedSince,
} from '../common/lists/orders.js';
import { ofJobsOf } from '../jobs/assignees.js';
import { Visit } from './visit.entity.js';
import { MAX_VISIT_MS } from './visit-times.js';

@InputType({ description: 'Filter of visits; all conditions must hold.' })
export class VisitFilter {
  @FieldFor(staffOnly, 'Visits of this job.', () => ID, { nullable: true, about: 'Job.visits' })
  jobId?: string | null;

  @FieldFor(staffOnly, 'Visits of jobs of this client.', () => ID, {
    nullable: true,
    about: 'Job.visits Job.client',
  })
  clientId?: string | null;

  @FieldFor(staffOnly, 'Cancelled visits besides the others.', () => Boolean, {
    nullable: true,
    about: 'Visit.cancelledAt',
  })
  includeCancelled?: boolean | null;

  @FieldFor(staffOnly, UPDATED_SINCE, () => GraphQLDateTime, {
    nullable: true,
    about: 'Visit.updatedAt',
  })
  updatedSince?: Date | null;
}

export const VisitOrder = { STARTS_AT: 'STARTS_AT', ...COMMON_ORDERS } as const;
export type VisitOrder = keyof typeof VisitOrder;
declareEnum(VisitOrder, 'VisitOrder', staffOnly, 'Sort order of visits.', {
  STARTS_AT: 'By start, earliest first.',
  ...COMMON_ORDER_MEANINGS,
});

export function visitOrder(order: VisitOrder, audience: Audience): ListOrderBy {
  return order === 'STARTS_AT'
    ? { property: 'startsAt', direction: 'asc' }
    : commonOrder(Visit, order, audience);
}

const DAY_MS = 24 * 60 * 60 * 1000;
const MAX_DAYS = 100;

/** Visits that overlap the time from one moment up to another. */
interface VisitsWanted {
  from: Date;
  to: Date;
  assigneeId: string | null;
  filter: VisitFilter;
  order: VisitOrder;
}

/**
 * Returns the conditions for the visits of a calendar. Throws VALIDATION_FAILED for a time that is empty, or longer than a
 * calendar needs; lists of what changed may span any time.
 */
export function visitsOf(wanted: VisitsWanted, audience: Audience): Condition[] {
  const { from, to, assigneeId, filter, order } = wanted;
  if (to <= from) throw invalid('to', 'Choose a `to` that is later than `from`.');
  const isOfChanges = order === 'UPDATED_AT' || order === 'RECENTLY_UPDATED';
  if (!isOfChanges && to.getTime() - from.getTime() > MAX_DAYS * DAY_MS)
    throw invalid('to', `Ask for at most ${MAX_DAYS} days at a time.`);
  const { jobId, clientId, includeCancelled } = filter;
  return [
    overlapping(from, to),
    ...(includeCancelled ? [] : [{ isNull: 'cancelledAt' }]),
    ...(assigneeId ? [assignedTo(assigneeId)] : []),
    ...(jobId ? [{ property: 'jobId', in: [jobId] }] : []),
    ...(clientId ? [ofJobsOf(clientId)] : []),
    ...updatedSince(Visit, filter.updatedSince, audience),
  ];
}

/** No visit takes longer than MAX_VISIT_MS, so an index on the start finds them. */
function overlapping(from: Date, to: Date): Condition {
  const earliest = new Date(from.getTime() - MAX_VISIT_MS).toISOString();
  return {
    sql: (row, bind) =>
      `${row}.starts_at < ${bind(to.toISOString())}::timestamptz
        and ${row}.starts_at >= ${bind(earliest)}::timestamptz
        and ${row}.ends_at > ${bind(from.toISOString())}::timestamptz`,
  };
}

function assignedTo(staffId: string): Condition {
  return {
    sql: (row, bind) =>
      `${row}.id in (select a.visit_id from assignments a
        where a.staff_member_id = ${bind(staffId)}::uuid and a.visit_id is not null)`,
  };
}
