import { GraphQLDateTime } from 'graphql-scalars';
import { Ctx, ID, Resolver, Root } from 'type-graphql';
import { listOf } from '../../visibility/bounds.js';
import { rolesWith } from '../../visibility/capabilities.js';
import { ArgFor } from '../../visibility/declare/arguments.js';
import { ResolvedFieldFor } from '../../visibility/declare/fields.js';
import { QueryFor } from '../../visibility/declare/operations.js';
import type { StaffContext } from '../common/context.js';
import { AssignedVisit } from './assigned-visit.js';
import {
  assignedVisits,
  keyOfPlan,
  MAX_OVERLAPS,
  overlapsOfPlan,
  overlapsOfVisit,
} from './overlapping-visits.js';
import type { Visit } from './visit.entity.js';
import {
  AssignVisitPayload,
  RescheduleVisitPayload,
  ScheduleVisitPayload,
} from './visit.inputs.js';
import { checkTimes } from './visit-times.js';

const planners = rolesWith('WRITE_JOBS');
const WARNING =
  'Other visits of its assignees at the same time, earliest first, at most 50: a warning, not a refusal.';

async function overlapping(visitId: string, { reader }: StaffContext) {
  return assignedVisits(reader, (await reader.lookup(overlapsOfVisit, visitId)) ?? []);
}

type Changed = { visit: { id: string } };

/** Double booking: a warning in every payload that can cause it, and beforehand for a form. */
@Resolver()
export class OverlapsOfPlanResolver {
  @QueryFor(
    planners,
    'Visits of these staff members at a time, earliest first, at most 50: a warning while planning.',
    () => [AssignedVisit],
  )
  async overlappingVisits(
    @ArgFor(planners, 'startsAt', 'Start time.', () => GraphQLDateTime) startsAt: Date,
    @ArgFor(planners, 'endsAt', 'End time; after the start.', () => GraphQLDateTime) endsAt: Date,
    @ArgFor(planners, 'assigneeIds', 'IDs of staff members.', () => [ID], { bound: listOf(100) })
    assigneeIds: string[],
    @ArgFor(planners, 'exceptVisitId', 'ID of the visit that is being planned.', () => ID, {
      nullable: true,
    })
    exceptVisitId: string | null,
    @Ctx() { reader }: StaffContext,
  ) {
    checkTimes(startsAt, endsAt, 'endsAt');
    const key = keyOfPlan({ startsAt, endsAt, assigneeIds, exceptVisitId: exceptVisitId ?? null });
    return assignedVisits(reader, (await reader.lookup(overlapsOfPlan, key)) ?? []);
  }
}

@Resolver(() => ScheduleVisitPayload)
export class OverlapsOfScheduledResolver {
  @ResolvedFieldFor(planners, WARNING, () => [AssignedVisit])
  async overlappingVisits(@Root() { visits }: { visits: Visit[] }, @Ctx() context: StaffContext) {
    const ofEach = await Promise.all(visits.map(({ id }) => overlapping(id, context)));
    return ofEach.flat().slice(0, MAX_OVERLAPS);
  }
}

@Resolver(() => RescheduleVisitPayload)
export class OverlapsOfRescheduledResolver {
  @ResolvedFieldFor(planners, WARNING, () => [AssignedVisit])
  overlappingVisits(@Root() { visit }: Changed, @Ctx() context: StaffContext) {
    return overlapping(visit.id, context);
  }
}

@Resolver(() => AssignVisitPayload)
export class OverlapsOfAssignedResolver {
  @ResolvedFieldFor(planners, WARNING, () => [AssignedVisit])
  overlappingVisits(@Root() { visit }: Changed, @Ctx() context: StaffContext) {
    return overlapping(visit.id, context);
  }
}
