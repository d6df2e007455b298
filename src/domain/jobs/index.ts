import { Assignment } from './assignment.entity.js';
import { Job } from './job.entity.js';
import { JobResolver } from './job.resolver.js';
import { JobCostsResolver } from './job-costs.resolver.js';

export const jobs = {
  entities: [Job, Assignment],
  resolvers: [JobResolver, JobCostsResolver],
};
