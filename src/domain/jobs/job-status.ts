import { staffAndClient } from '../../visibility/audience.js';
import { declareEnum } from '../../visibility/declare/enums.js';

export const JobStatus = {
  NEW: 'NEW',
  SCHEDULED: 'SCHEDULED',
  IN_PROGRESS: 'IN_PROGRESS',
  ON_HOLD: 'ON_HOLD',
  COMPLETED: 'COMPLETED',
  CANCELLED: 'CANCELLED',
} as const;
export type JobStatus = (typeof JobStatus)[keyof typeof JobStatus];

declareEnum(JobStatus, 'JobStatus', staffAndClient, 'Job status.', {
  NEW: 'Created; no visit scheduled yet.',
  SCHEDULED: 'First visit scheduled.',
  IN_PROGRESS: 'Work in progress.',
  ON_HOLD: 'Work paused.',
  COMPLETED: 'Work completed.',
  CANCELLED: 'Job cancelled.',
});
