import { GraphQLDateTime } from 'graphql-scalars';
import { Ctx, ID, Resolver, Root } from 'type-graphql';
import { brought } from '../../database/reader.js';
import { staffAndClient } from '../../visibility/audience.js';
import { ArgFor, MutationFor, ResolvedFieldFor } from '../../visibility/declare.js';
import type { Context, Rooted, StaffContext } from '../context.js';
import { Job } from '../jobs/job.entity.js';
import { partOfJob } from '../jobs/job-to-change.js';
import { connectionOf } from '../pages.js';
import { ListFor, PageOf, type Related } from '../relations.js';
import { whoMay } from '../staff/capabilities.js';
import { scheduleVisit } from './schedule-visit.js';
import { Visit } from './visit.entity.js';
import {
  CancelVisitPayload,
  RescheduleVisitPayload,
  ScheduleVisitInput,
  ScheduleVisitPayload,
} from './visit.inputs.js';
import { checkTimes } from './visit-times.js';

const VisitConnection = connectionOf(() => Visit, 'Visit', staffAndClient);

@Resolver(() => Job)
export class VisitResolver {
  @ListFor(
    staffAndClient,
    'Visits, earliest first; to a client, those that will take place or did.',
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

  @ResolvedFieldFor(
    staffAndClient,
    'Visits that were cancelled, earliest first; to a client, those that it knew of.',
    () => [Visit],
    {
      needs: ['businessId'],
      saidFrom: (visit, job) =>
        `visits ${visit} where ${visit}.job_id = ${job}.id and ${visit}.cancelled_at is not null
          order by ${visit}.starts_at, ${visit}.id`,
    },
  )
  cancelledVisits(@Root() job: Rooted<Job>, @Ctx() { reader }: Context) {
    return brought(job.cancelledVisits ?? undefined, async () => {
      // A job as published names no business; one that was published before lists none.
      if (!job.businessId) return [];
      const visits = await reader.children(Visit, 'job', job.id);
      return visits.filter(({ cancelledAt }) => cancelledAt !== null);
    });
  }

  @MutationFor(
    whoMay('WRITE_JOBS'),
    'Puts a visit on the calendar. The first one opens the job for sharing.',
    () => ScheduleVisitPayload,
  )
  scheduleVisit(
    @ArgFor(whoMay('WRITE_JOBS'), 'input', 'The visit.', () => ScheduleVisitInput)
    input: ScheduleVisitInput,
    @Ctx() { change }: StaffContext,
  ) {
    return change((unit) => scheduleVisit(unit, input));
  }

  @MutationFor(whoMay('WRITE_JOBS'), 'Moves a visit to another time.', () => RescheduleVisitPayload)
  rescheduleVisit(
    @ArgFor(whoMay('WRITE_JOBS'), 'id', 'Which visit.', () => ID) id: string,
    @ArgFor(whoMay('WRITE_JOBS'), 'startsAt', 'When it starts now.', () => GraphQLDateTime)
    startsAt: Date,
    @ArgFor(whoMay('WRITE_JOBS'), 'endsAt', 'When it ends now.', () => GraphQLDateTime)
    endsAt: Date,
    @Ctx() { change }: StaffContext,
  ) {
    return change(async (unit) => {
      checkTimes(startsAt, endsAt, 'endsAt');
      const { part: visit, job } = await partOfJob(unit, Visit, id);
      visit.reschedule(startsAt, endsAt);
      return { visit, job };
    });
  }

  @MutationFor(
    whoMay('WRITE_JOBS'),
    'Cancels a visit; it stays for the record.',
    () => CancelVisitPayload,
  )
  cancelVisit(
    @ArgFor(whoMay('WRITE_JOBS'), 'id', 'Which visit.', () => ID) id: string,
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
export class VisitMovedResolver {
  @ResolvedFieldFor(
    staffAndClient,
    'When it was to start before it was moved, as its client knew it; null where it was not moved.',
    () => GraphQLDateTime,
    { nullable: true, needs: [] },
  )
  movedFrom(@Root() { movedFrom }: Rooted<Visit>) {
    return movedFrom ?? null;
  }
}
