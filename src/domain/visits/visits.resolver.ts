import { GraphQLDateTime } from 'graphql-scalars';
import { Ctx, ID, Resolver } from 'type-graphql';
import { staffOnly } from '../../visibility/audience.js';
import { ArgFor } from '../../visibility/declare/arguments.js';
import { QueryFor } from '../../visibility/declare/operations.js';
import { PageFor, pageArgs } from '../common/connection.js';
import type { StaffContext } from '../common/context.js';
import { Visit } from './visit.entity.js';
import { VisitConnection } from './visit.resolver.js';
import { VisitFilter, VisitOrder, visitOrder, visitsOf } from './visit-lists.js';

/** A calendar shows more visits at once than other lists show entries. */
const MAX_VISITS = 100;
const CalendarPage = pageArgs(MAX_VISITS);

/** The calendar. */
@Resolver(() => Visit)
export class VisitsResolver {
  @QueryFor(
    staffOnly,
    'Visits visible to you that overlap a time, of at most 100 days, earliest first.',
    () => VisitConnection,
    { name: 'visits', reads: () => Visit },
  )
  visitsBetween(
    @ArgFor(staffOnly, 'from', 'Start of the time.', () => GraphQLDateTime) from: Date,
    @ArgFor(staffOnly, 'to', 'End of the time, not included.', () => GraphQLDateTime) to: Date,
    @ArgFor(staffOnly, 'assigneeId', 'Visits of this staff member.', () => ID, {
      nullable: true,
      about: 'Visit.assignees',
    })
    assigneeId: string | null,
    @PageFor(staffOnly, () => CalendarPage) page: InstanceType<typeof CalendarPage>,
    @ArgFor(staffOnly, 'filter', 'Filter.', () => VisitFilter, { nullable: true })
    filter: VisitFilter | null,
    @ArgFor(staffOnly, 'orderBy', 'Sort order.', () => VisitOrder, {
      nullable: true,
      defaultValue: VisitOrder.STARTS_AT,
      about: 'Visit.startsAt Visit.updatedAt',
    })
    orderBy: VisitOrder | null,
    @Ctx() { reader, principal: { audience } }: StaffContext,
  ) {
    const order = orderBy ?? VisitOrder.STARTS_AT;
    return reader.page(Visit, {
      ...page,
      defaultFirst: MAX_VISITS,
      where: visitsOf({ from, to, assigneeId, filter: filter ?? {}, order }, audience),
      orderBy: visitOrder(order, audience),
    });
  }
}
