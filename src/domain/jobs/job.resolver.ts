import { Ctx, ID, Resolver } from 'type-graphql';
import { staffAndClient, staffOnly } from '../../visibility/audience.js';
import { rolesWith } from '../../visibility/capabilities.js';
import { ArgFor } from '../../visibility/declare/arguments.js';
import { MutationFor, QueryFor } from '../../visibility/declare/operations.js';
import { notFound } from '../../visibility/refusals.js';
import { Client } from '../clients/client.entity.js';
import { RelatedFor } from '../common/computed.js';
import { connectionOf, PageArgs, PageFor } from '../common/connection.js';
import type { Context, StaffContext } from '../common/context.js';
import { IfUnchangedSinceArg, refuseIfChanged } from '../common/if-unchanged-since.js';
import { BelongsTo, type Related } from '../common/relations.js';
import { StaffMember } from '../staff/staff-member.entity.js';
import { assignedInSql } from './assignees.js';
import { createJob } from './create-job.js';
import { Job } from './job.entity.js';
import {
  CreateJobInput,
  CreateJobPayload,
  SetJobStatusPayload,
  UpdateJobInput,
  UpdateJobPayload,
} from './job.inputs.js';
import { JobStatus } from './job-status.js';
import { JobFilter, JobOrder, jobOrder, jobsOf } from './lists/job-lists.js';
import { lockJob } from './lock-job.js';
import { Progress, progressInSql } from './progress.js';
import { updateJob } from './update-job.js';

export const JobConnection = connectionOf(() => Job, 'Job');

@Resolver(() => Job)
export class JobResolver {
  @QueryFor(staffAndClient, 'Job by ID.', () => Job, { nullable: true, reads: () => Job })
  async job(
    @ArgFor(staffAndClient, 'id', 'Job ID.', () => ID) id: string,
    @Ctx() { reader }: Context,
  ) {
    return (await reader.find(Job, id)) ?? Promise.reject(notFound());
  }

  @QueryFor(staffOnly, 'Jobs visible to you.', () => JobConnection, { reads: () => Job })
  jobs(
    @PageFor(staffOnly) page: PageArgs,
    @ArgFor(staffOnly, 'filter', 'Filter.', () => JobFilter, { nullable: true })
    filter: JobFilter | null,
    @ArgFor(staffOnly, 'orderBy', 'Sort order.', () => JobOrder, {
      nullable: true,
      defaultValue: JobOrder.NEWEST_FIRST,
      about: 'Job.title Job.updatedAt',
    })
    orderBy: JobOrder | null,
    @Ctx() { reader, principal: { audience } }: Context,
  ) {
    return reader.page(Job, {
      ...page,
      where: jobsOf(filter ?? {}, audience),
      orderBy: jobOrder(orderBy ?? JobOrder.NEWEST_FIRST, audience),
    });
  }

  @RelatedFor({
    audiences: staffAndClient,
    description: 'Progress over the to-dos visible to you.',
    type: () => Progress,
    nullable: true,
    parent: () => Job,
    relationSql: progressInSql,
    published: ({ progress }) => progress,
  })
  progress!: Progress | null;

  @BelongsTo(staffOnly, 'Client of the job.', () => Client)
  client!: Related<Client> | null;

  @RelatedFor({
    audiences: staffOnly,
    description: 'Staff members assigned to the job.',
    type: () => [StaffMember],
    nullable: true,
    parent: () => Job,
    relationSql: (member, job) => `${assignedInSql(member)}
      where a.job_id = ${job}.id and a.visit_id is null order by a.id`,
  })
  assignees!: Related<StaffMember[]> | null;

  @MutationFor(rolesWith('WRITE_JOBS'), 'Creates a job.', () => CreateJobPayload)
  createJob(
    @ArgFor(rolesWith('WRITE_JOBS'), 'input', 'Job to create.', () => CreateJobInput)
    input: CreateJobInput,
    @Ctx() { change }: StaffContext,
  ) {
    return change(async (unit) => ({ job: await createJob(unit, input) }));
  }

  @MutationFor(
    rolesWith('WRITE_JOBS'),
    'Updates a job. A change of client revokes its portal links.',
    () => UpdateJobPayload,
  )
  updateJob(
    @ArgFor(rolesWith('WRITE_JOBS'), 'input', 'Changes to make.', () => UpdateJobInput)
    input: UpdateJobInput,
    @Ctx() { change }: StaffContext,
  ) {
    return change(async (unit) => ({ job: await updateJob(unit, input) }));
  }

  @MutationFor(rolesWith('SET_JOB_STATUS'), 'Sets the status of a job.', () => SetJobStatusPayload)
  setJobStatus(
    @ArgFor(rolesWith('SET_JOB_STATUS'), 'jobId', 'Job ID.', () => ID) jobId: string,
    @ArgFor(rolesWith('SET_JOB_STATUS'), 'status', 'New status.', () => JobStatus, {
      about: 'Job.status',
    })
    status: JobStatus,
    @IfUnchangedSinceArg(rolesWith('SET_JOB_STATUS')) ifUnchangedSince: Date | null,
    @Ctx() { change }: StaffContext,
  ) {
    return change(async (unit) => {
      const job = await lockJob(unit, jobId);
      await refuseIfChanged(unit, job, ifUnchangedSince, { status });
      job.status = status;
      return { job };
    });
  }
}
