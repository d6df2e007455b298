import { Ctx, ID, Resolver, Root } from 'type-graphql';
import { brought, type Condition } from '../../database/reader.js';
import { internal, staffAndClient } from '../../visibility/audience.js';
import { ArgFor, MutationFor, QueryFor, ResolvedFieldFor } from '../../visibility/declare.js';
import { notFound } from '../../visibility/refusals.js';
import { Client } from '../clients/client.entity.js';
import type { Context, Rooted, StaffContext } from '../context.js';
import { AFTER, CURSOR, connectionOf, FIRST, FirstType, PAGE_SIZE } from '../pages.js';
import { OneFor, type Related } from '../relations.js';
import { whoMay } from '../staff/capabilities.js';
import { StaffMember } from '../staff/staff-member.entity.js';
import { Todo } from '../todos/todo.entity.js';
import { assignedInSql, whoIs } from './assignees.js';
import { Assignment } from './assignment.entity.js';
import { createJob } from './create-job.js';
import { Job } from './job.entity.js';
import {
  CreateJobInput,
  CreateJobPayload,
  JobFilter,
  JobOrder,
  SetJobStatusPayload,
  UpdateJobInput,
  UpdateJobPayload,
} from './job.inputs.js';
import { JobStatus } from './job-status.js';
import { jobToChange } from './job-to-change.js';
import { Progress, progressInSql, progressOf } from './progress.js';
import { updateJob } from './update-job.js';

export const JobConnection = connectionOf(() => Job, 'Job');

@Resolver(() => Job)
export class JobResolver {
  @QueryFor(staffAndClient, 'One job.', () => Job, { nullable: true })
  async job(
    @ArgFor(staffAndClient, 'id', 'Which job.', () => ID) id: string,
    @Ctx() { reader }: Context,
  ) {
    return (await reader.find(Job, id)) ?? Promise.reject(notFound());
  }

  @QueryFor(internal, 'The jobs that you may see.', () => JobConnection)
  jobs(
    @ArgFor(internal, 'first', FIRST, FirstType, PAGE_SIZE) first: number | null,
    @ArgFor(internal, 'after', AFTER, () => String, CURSOR) after: string | null,
    @ArgFor(internal, 'filter', 'Which of them.', () => JobFilter, { nullable: true })
    filter: JobFilter | null,
    @ArgFor(internal, 'orderBy', 'In which order.', () => JobOrder, {
      nullable: true,
      defaultValue: JobOrder.NEWEST_FIRST,
      about: 'Job.title',
    })
    orderBy: JobOrder | null,
    @Ctx() { reader }: Context,
  ) {
    return reader.page(Job, {
      first,
      after,
      where: conditions(filter),
      orderBy: ORDERS[orderBy ?? JobOrder.NEWEST_FIRST],
    });
  }

  @ResolvedFieldFor(staffAndClient, 'Done and total of the to-dos that you see.', () => Progress, {
    nullable: true,
    needs: [],
    saidFrom: progressInSql,
  })
  progress(@Root() job: Rooted<Job>, @Ctx() { reader }: Context) {
    return brought(job.progress, async () => {
      return progressOf(await reader.children(Todo, 'job', job.id));
    });
  }

  @OneFor(internal, 'Whom the job is for.', () => Client)
  client!: Related<Client> | null;

  @ResolvedFieldFor(internal, 'Who works on the job.', () => [StaffMember], {
    nullable: true,
    needs: [],
    saidFrom: (member, job) => `${assignedInSql(member)}
      where a.job_id = ${job}.id and a.visit_id is null order by a.id`,
  })
  assignees(@Root() job: Rooted<Job>, @Ctx() { reader }: Context) {
    return brought(job.assignees, async () => {
      const assignments = await reader.children(Assignment, 'job', job.id);
      return whoIs(
        reader,
        assignments.filter(({ visitId }) => visitId === null),
      );
    });
  }

  @MutationFor(whoMay('WRITE_JOBS'), 'Creates a job.', () => CreateJobPayload)
  createJob(
    @ArgFor(whoMay('WRITE_JOBS'), 'input', 'The new job.', () => CreateJobInput)
    input: CreateJobInput,
    @Ctx() { change }: StaffContext,
  ) {
    return change(async (unit) => ({ job: await createJob(unit, input) }));
  }

  @MutationFor(
    whoMay('WRITE_JOBS'),
    'Changes a job. A change of client revokes its portal links.',
    () => UpdateJobPayload,
  )
  updateJob(
    @ArgFor(whoMay('WRITE_JOBS'), 'input', 'What changes.', () => UpdateJobInput)
    input: UpdateJobInput,
    @Ctx() { change }: StaffContext,
  ) {
    return change(async (unit) => ({ job: await updateJob(unit, input) }));
  }

  @MutationFor(whoMay('SET_JOB_STATUS'), 'Says how far a job is.', () => SetJobStatusPayload)
  setJobStatus(
    @ArgFor(whoMay('SET_JOB_STATUS'), 'jobId', 'Which job.', () => ID) jobId: string,
    @ArgFor(whoMay('SET_JOB_STATUS'), 'status', 'Its new state.', () => JobStatus, {
      about: 'Job.status',
    })
    status: JobStatus,
    @Ctx() { change }: StaffContext,
  ) {
    return change(async (unit) => {
      const job = await jobToChange(unit, jobId);
      job.status = status;
      return { job };
    });
  }
}

const ORDERS = {
  NEWEST_FIRST: { property: 'id', direction: 'desc' },
  OLDEST_FIRST: { property: 'id', direction: 'asc' },
  TITLE: { property: 'title', direction: 'asc' },
} as const satisfies Record<JobOrder, unknown>;

function conditions(filter: JobFilter | null): Condition[] {
  const { statuses, clientId, search } = filter ?? {};
  return [
    ...(statuses ? [{ property: 'status', in: statuses }] : []),
    ...(clientId ? [{ property: 'clientId', in: [clientId] }] : []),
    ...(search ? [{ anyOf: ['title', 'siteAddress'], contains: search }] : []),
  ];
}
