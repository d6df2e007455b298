import { GraphQLDateTime } from 'graphql-scalars';
import { Resolver } from 'type-graphql';
import { ComputedFor } from '../../domain/common/computed.js';
import { Job } from '../../domain/jobs/job.entity.js';
import { rolesWith } from '../../visibility/capabilities.js';

/** Alarm of a job whose client has an outdated time of a visit. */
@Resolver(() => Job)
export class OutdatedScheduleResolver {
  @ComputedFor({
    audiences: rolesWith('SHARE'),
    description:
      'Time since which the client has an outdated time of a visit that was moved or cancelled; null if it has none, ' +
      'from the day after both times, or while the Client Portal is off. Sharing the job with its schedule ends it.',
    type: () => GraphQLDateTime,
    record: () => Job,
    computedSql: outdatedSinceInSql,
  })
  clientScheduleOutdatedSince!: Date | null;
}

function outdatedSinceInSql(job: string, today: string): string {
  return `(select p.schedule_outdated_since from share_prompts p join businesses b on b.id = p.business_id
    where p.job_id = ${job}.id and b.client_portal_enabled
      and (p.schedule_outdated_until at time zone b.time_zone)::date >= ${today})`;
}
