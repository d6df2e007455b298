import { Ctx, Resolver, Root } from 'type-graphql';
import { brought } from '../../database/reader.js';
import { internal } from '../../visibility/audience.js';
import { ArgFor, MutationFor, ResolvedFieldFor } from '../../visibility/declare.js';
import type { Context, Rooted, StaffContext } from '../context.js';
import { Job } from '../jobs/job.entity.js';
import { jobToChange } from '../jobs/job-to-change.js';
import { whoMay } from '../staff/capabilities.js';
import { Material } from './material.entity.js';
import { AddMaterialInput, AddMaterialPayload } from './material.inputs.js';

@Resolver(() => Job)
export class MaterialResolver {
  @ResolvedFieldFor(internal, 'What was used. Never shown to a client.', () => [Material], {
    nullable: true,
  })
  materials(@Root() job: Rooted<Job>, @Ctx() { reader }: Context) {
    return brought(job.materials, () => reader.children(Material, 'job', job.id));
  }

  @MutationFor(
    whoMay('WORK_ON_JOBS'),
    'Records material used on a job. Internal: it raises no prompt.',
    () => AddMaterialPayload,
  )
  addMaterial(
    @ArgFor(whoMay('WORK_ON_JOBS'), 'input', 'The material.', () => AddMaterialInput)
    input: AddMaterialInput,
    @Ctx() { change }: StaffContext,
  ) {
    return change(async (unit) => {
      const job = await jobToChange(unit, input.jobId);
      const material = unit.em.create(Material, {
        businessId: job.businessId,
        job,
        name: input.name.trim(),
        quantity: input.quantity,
        unitCostCents: input.unitCostCents ?? 0,
      });
      return { material, job };
    });
  }
}
