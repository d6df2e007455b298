import { Ctx, Resolver } from 'type-graphql';
import { internal } from '../../visibility/audience.js';
import { ArgFor, MutationFor } from '../../visibility/declare.js';
import type { StaffContext } from '../context.js';
import { Job } from '../jobs/job.entity.js';
import { jobToChange } from '../jobs/job-to-change.js';
import { connectionOf } from '../pages.js';
import { ListFor, PageOf, type Related } from '../relations.js';
import { whoMay } from '../staff/capabilities.js';
import { Material } from './material.entity.js';
import { AddMaterialInput, AddMaterialPayload } from './material.inputs.js';

const MaterialConnection = connectionOf(() => Material, 'Material');

@Resolver(() => Job)
export class MaterialResolver {
  @ListFor(internal, 'What was used. Never shown to a client.', () => Material, 'job', {
    nullable: true,
  })
  materials!: Material[];

  @PageOf(
    'materials',
    internal,
    () => MaterialConnection,
    () => Material,
    'job',
    {
      nullable: true,
    },
  )
  materialsPage!: Related<InstanceType<typeof MaterialConnection>>;

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
