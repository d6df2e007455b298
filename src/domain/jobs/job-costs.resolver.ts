import { Int, Resolver } from 'type-graphql';
import { rolesWith } from '../../visibility/capabilities.js';
import { ComputedFor } from '../common/computed.js';
import { Job } from './job.entity.js';
import { jobMarginInSql, materialsCostInSql, staffCostInSql } from './job-costs.js';

const ofJob = { audiences: rolesWith('SEE_COSTS'), type: () => Int, record: () => Job };

@Resolver(() => Job)
export class JobCostsResolver {
  @ComputedFor({
    ...ofJob,
    description: 'Staff cost in cents: planned hours of visits at hourly cost.',
    computedSql: staffCostInSql,
  })
  staffCostCents!: number | null;

  @ComputedFor({
    ...ofJob,
    description: 'Materials cost in cents.',
    computedSql: materialsCostInSql,
  })
  materialsCostCents!: number | null;

  @ComputedFor({
    ...ofJob,
    description: 'Margin in cents: accepted quotes before tax, less staff and materials cost.',
    computedSql: jobMarginInSql,
  })
  marginCents!: number | null;
}
