import { Ctx, ID, Resolver } from 'type-graphql';
import { internal } from '../../visibility/audience.js';
import { ArgFor, MutationFor } from '../../visibility/declare.js';
import type { StaffContext } from '../context.js';
import { Job } from '../jobs/job.entity.js';
import { connectionOf } from '../pages.js';
import { ListFor, OneFor, PageOf, type Related } from '../relations.js';
import { whoMay } from '../staff/capabilities.js';
import { StaffMember } from '../staff/staff-member.entity.js';
import { Material } from './material.entity.js';
import {
  AddMaterialInput,
  AddMaterialPayload,
  RemoveMaterialPayload,
  UpdateMaterialInput,
  UpdateMaterialPayload,
} from './material.inputs.js';
import { addMaterial, removeMaterial, updateMaterial } from './material-changes.js';

const workers = whoMay('WORK_ON_JOBS');

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
    workers,
    'Records material used on a job. Internal: it raises no prompt.',
    () => AddMaterialPayload,
  )
  addMaterial(
    @ArgFor(workers, 'input', 'The material.', () => AddMaterialInput) input: AddMaterialInput,
    @Ctx() { change }: StaffContext,
  ) {
    return change((unit) => addMaterial(unit, input));
  }

  @MutationFor(
    workers,
    "Changes material: your own, or anybody's with CHANGE_ALL_WORK. Internal: it raises no prompt.",
    () => UpdateMaterialPayload,
  )
  updateMaterial(
    @ArgFor(workers, 'input', 'What changes.', () => UpdateMaterialInput)
    input: UpdateMaterialInput,
    @Ctx() { change }: StaffContext,
  ) {
    return change((unit) => updateMaterial(unit, input));
  }

  @MutationFor(
    workers,
    "Removes material: your own, or anybody's with CHANGE_ALL_WORK. Internal: it raises no prompt.",
    () => RemoveMaterialPayload,
  )
  removeMaterial(
    @ArgFor(workers, 'id', 'Which material.', () => ID) id: string,
    @Ctx() { change }: StaffContext,
  ) {
    return change((unit) => removeMaterial(unit, id));
  }
}

/** Who added a material: for colleagues only. */
@Resolver(() => Material)
export class MaterialAddedByResolver {
  @OneFor(internal, 'Who added it; null when that was not recorded yet.', () => StaffMember)
  addedBy!: Related<StaffMember> | null;
}
