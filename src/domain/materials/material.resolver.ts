import { Ctx, ID, Resolver } from 'type-graphql';
import { staffOnly } from '../../visibility/audience.js';
import { rolesWith } from '../../visibility/capabilities.js';
import { ArgFor } from '../../visibility/declare/arguments.js';
import { MutationFor } from '../../visibility/declare/operations.js';
import { connectionOf } from '../common/connection.js';
import type { StaffContext } from '../common/context.js';
import { BelongsTo, HasMany, PageOf, type Related } from '../common/relations.js';
import { Job } from '../jobs/job.entity.js';
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

const workers = rolesWith('WORK_ON_JOBS');

const MaterialConnection = connectionOf(() => Material, 'Material');

@Resolver(() => Job)
export class MaterialResolver {
  @HasMany(staffOnly, 'Materials used; never visible to clients.', () => Material, 'job', {
    nullable: true,
  })
  materials!: Material[];

  @PageOf(
    'materials',
    staffOnly,
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
    'Adds material used on a job. Internal: no share prompt.',
    () => AddMaterialPayload,
  )
  addMaterial(
    @ArgFor(workers, 'input', 'Material to add.', () => AddMaterialInput) input: AddMaterialInput,
    @Ctx() { change }: StaffContext,
  ) {
    return change((unit) => addMaterial(unit, input));
  }

  @MutationFor(
    workers,
    'Updates material that you added, or any with CHANGE_ALL_WORK. Internal: no share prompt.',
    () => UpdateMaterialPayload,
  )
  updateMaterial(
    @ArgFor(workers, 'input', 'Changes to make.', () => UpdateMaterialInput)
    input: UpdateMaterialInput,
    @Ctx() { change }: StaffContext,
  ) {
    return change((unit) => updateMaterial(unit, input));
  }

  @MutationFor(
    workers,
    'Removes material that you added, or any with CHANGE_ALL_WORK. Internal: no share prompt.',
    () => RemoveMaterialPayload,
  )
  removeMaterial(
    @ArgFor(workers, 'id', 'Material ID.', () => ID) id: string,
    @Ctx() { change }: StaffContext,
  ) {
    return change((unit) => removeMaterial(unit, id));
  }
}

/** Staff member who added a material; visible to staff only. */
@Resolver(() => Material)
export class MaterialAddedByResolver {
  @BelongsTo(staffOnly, 'Staff member who added it; null for old entries.', () => StaffMember)
  addedBy!: Related<StaffMember> | null;
}
