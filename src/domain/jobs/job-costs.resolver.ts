import { Ctx, Int, Resolver, Root } from 'type-graphql';
import { brought } from '../../database/reader.js';
import { ResolvedFieldFor } from '../../visibility/declare.js';
import type { Context, Rooted } from '../context.js';
import { whoMay } from '../staff/capabilities.js';
import { Job } from './job.entity.js';
import { jobCosts, jobMarginInSql, materialsCostInSql, staffCostInSql } from './job-costs.js';

@Resolver(() => Job)
export class JobCostsResolver {
  @ResolvedFieldFor(
    whoMay('SEE_COSTS'),
    'Planned hours of visits at hourly cost, in cents.',
    () => Int,
    { nullable: true, saidBy: staffCostInSql },
  )
  staffCostCents(@Root() job: Rooted<Job>, @Ctx() { reader }: Context) {
    return brought(
      job.staffCostCents,
      async () => (await reader.lookup(jobCosts, job.id))?.staffCostCents,
    );
  }

  @ResolvedFieldFor(whoMay('SEE_COSTS'), 'Cost of the materials used, in cents.', () => Int, {
    nullable: true,
    saidBy: materialsCostInSql,
  })
  materialsCostCents(@Root() job: Rooted<Job>, @Ctx() { reader }: Context) {
    return brought(
      job.materialsCostCents,
      async () => (await reader.lookup(jobCosts, job.id))?.materialsCostCents,
    );
  }

  @ResolvedFieldFor(
    whoMay('SEE_COSTS'),
    'Accepted quotes before tax, less staff and materials cost, in cents.',
    () => Int,
    { nullable: true, saidBy: jobMarginInSql },
  )
  marginCents(@Root() job: Rooted<Job>, @Ctx() { reader }: Context) {
    return brought(
      job.marginCents,
      async () => (await reader.lookup(jobCosts, job.id))?.marginCents,
    );
  }
}
