import { staffAndClient } from '../../visibility/audience.js';
import { declareEnum } from '../../visibility/declare.js';

export const JobStatus = {
  NEW: 'NEW',
  SCHEDULED: 'SCHEDULED',
  IN_PROGRESS: 'IN_PROGRESS',
  ON_HOLD: 'ON_HOLD',
  COMPLETED: 'COMPLETED',
  CANCELLED: 'CANCELLED',
} as const;
export type JobStatus = (typeof JobStatus)[keyof typeof JobStatus];

declareEnum(JobStatus, 'JobStatus', staffAndClient, 'How far a job is.', {
  NEW: 'Created; no visit on the calendar yet.',
  SCHEDULED: 'The first visit is on the calendar.',
  IN_PROGRESS: 'Work has begun.',
  ON_HOLD: 'Work is waiting for something.',
  COMPLETED: 'Work is done.',
  CANCELLED: 'The job will not be done.',
});

/** The status as a prompt or a mail says it. */
export const JOB_STATUS_WORDS: Record<JobStatus, string> = {
  NEW: 'New',
  SCHEDULED: 'Scheduled',
  IN_PROGRESS: 'In progress',
  ON_HOLD: 'On hold',
  COMPLETED: 'Completed',
  CANCELLED: 'Cancelled',
};
