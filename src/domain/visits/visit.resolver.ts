import { GraphQLDateTime } from 'graphql-scalars';
import { Ctx, ID, Resolver, Root } from 'type-graphql';
import { staffAndClient, staffOnly } from '../../visibility/audience.js';
import { listOf } from '../../visibility/bounds.js';
import { rolesWith } from '../../visibility/capabilities.js';
import { ArgFor } from '../../visibility/declare/arguments.js';
import { ResolvedFieldFor } from '../../visibility/declare/fields.js';
import { MutationFor } from '../../visibility/declare/operations.js';
import { RelatedFor } from '../common/computed.js';
import { connectionOf } from '../common/connection.js';
import type { Rooted, StaffContext } from '../common/context.js';
import { IfUnchangedSinceArg } from '../common/if-unchanged-since.js';
import { BelongsTo, HasMany, PageOf, type Related } from '../common/relations.js';
import { Job } from '../jobs/job.entity.js';
import { partOfJob } from '../jobs/lock-job.js';
import { assignVisit, rescheduleVisit } from './change-visit.js';
import { scheduleVisit } from './schedule-visit.js';
import { Visit } from './visit.entity.js';
import {
  AssignVisitPayload,
  CancelVisitPayload,
  RescheduleVisitPayload,
  ScheduleVisitInput,
  ScheduleVisitPayload,
} from './visit.inputs.js';

export const VisitConnection = connectionOf(() => Visit, 'Visit', staffAndClient);

@Resolver(() => Job)
export class VisitResolver {
  @HasMany(
    staffAndClient,
    'Visits, earliest first; for a client without cancelled ones.',
    () => Visit,
    'job',
  )
  visits!: Visit[];

  @PageOf(
    'visits',
    staffAndClient,
    () => VisitConnection,
    () => Visit,
    'job',
  )
  visitsPage!: Related<InstanceType<typeof VisitConnection>>;

  @RelatedFor({
    audiences: staffAndClient,
    description: 'Cancelled visits, earliest first; for a client those that it knew of.',
    type: () => [Visit],
    parent: () => Job,
    relationSql: (visit, job) =>
      `visits ${visit} where ${visit}.job_id = ${job}.id and ${visit}.cancelled_at is not null
        order by ${visit}.starts_at, ${visit}.id`,
    // A job that was published before lists none.
    published: ({ cancelledVisits }) => cancelledVisits ?? [],
  })
  cancelledVisits!: Visit[];

  @MutationFor(
    rolesWith('WRITE_JOBS'),
    'Schedules a visit. After the first one the job can be shared.',
    () => ScheduleVisitPayload,
  )
  scheduleVisit(
    @ArgFor(rolesWith('WRITE_JOBS'), 'input', 'Visit to schedule.', () => ScheduleVisitInput)
    input: ScheduleVisitInput,
    @Ctx() { change }: StaffContext,
  ) {
    return change((unit) => scheduleVisit(unit, input));
  }

  @MutationFor(
    rolesWith('WRITE_JOBS'),
    'Reschedules a visit, and replaces its assignees if they are given.',
    () => RescheduleVisitPayload,
  )
  rescheduleVisit(
    @ArgFor(rolesWith('WRITE_JOBS'), 'id', 'Visit ID.', () => ID) id: string,
    @ArgFor(rolesWith('WRITE_JOBS'), 'startsAt', 'New start time.', () => GraphQLDateTime)
    startsAt: Date,
    @ArgFor(rolesWith('WRITE_JOBS'), 'endsAt', 'New end time.', () => GraphQLDateTime)
    endsAt: Date,
    @ArgFor(
      rolesWith('WRITE_JOBS'),
      'assigneeIds',
      'IDs of staff members; null keeps them.',
      () => [ID],
      {
        nullable: true,
        bound: listOf(100),
      },
    )
    assigneeIds: string[] | null,
    @IfUnchangedSinceArg(rolesWith('WRITE_JOBS')) ifUnchangedSince: Date | null,
    @Ctx() { change }: StaffContext,
  ) {
    return change((unit) =>
      rescheduleVisit(unit, { id, startsAt, endsAt, assigneeIds, ifUnchangedSince }),
    );
  }

  @MutationFor(
    rolesWith('WRITE_JOBS'),
    'Replaces the assignees of a visit, who are told by email.',
    () => AssignVisitPayload,
  )
  assignVisit(
    @ArgFor(rolesWith('WRITE_JOBS'), 'id', 'Visit ID.', () => ID) id: string,
    @ArgFor(rolesWith('WRITE_JOBS'), 'assigneeIds', 'IDs of staff members.', () => [ID], {
      bound: listOf(100),
    })
    assigneeIds: string[],
    @IfUnchangedSinceArg(rolesWith('WRITE_JOBS')) ifUnchangedSince: Date | null,
    @Ctx() { change }: StaffContext,
  ) {
    return change((unit) => assignVisit(unit, { id, assigneeIds, ifUnchangedSince }));
  }

  @MutationFor(
    rolesWith('WRITE_JOBS'),
    'Cancels a visit; it remains listed in cancelledVisits.',
    () => CancelVisitPayload,
  )
  cancelVisit(
    @ArgFor(rolesWith('WRITE_JOBS'), 'id', 'Visit ID.', () => ID) id: string,
    @Ctx() { change }: StaffContext,
  ) {
    return change(async (unit) => {
      const { part: visit, job } = await partOfJob(unit, Visit, id);
      visit.cancel(unit.now);
      return { visit, job };
    });
  }
}

@Resolver(() => Visit)
export class VisitFieldsResolver {
  @BelongsTo(staffOnly, 'Job of the visit.', () => Job, { liveOnly: true })
  job!: Related<Job> | null;

  @ResolvedFieldFor(
    staffAndClient,
    'Earlier start time known to the client; null when the visit was not moved.',
    () => GraphQLDateTime,
    { nullable: true, columns: [], published: ({ movedFrom }) => movedFrom ?? null },
  )
  movedFrom(@Root() { movedFrom }: Rooted<Visit>) {
    return movedFrom ?? null;
  }
}
