import { Float, ID, InputType, Int, ObjectType } from 'type-graphql';
import { staffOnly } from '../../visibility/audience.js';
import { FieldFor } from '../../visibility/declare/fields.js';
import { IfUnchangedSince } from '../common/if-unchanged-since.js';
import { OneLine } from '../common/text.js';
import { JobChange } from '../jobs/job-change.js';
import { Cost, Quantity } from '../money/bounds.js';
import { Material } from './material.entity.js';

@InputType({ description: 'Input of addMaterial.' })
export class AddMaterialInput {
  @FieldFor(staffOnly, 'Job ID.', () => ID)
  jobId!: string;

  @OneLine(200)
  @FieldFor(staffOnly, 'Name of the material.', () => String)
  name!: string;

  @Quantity()
  @FieldFor(staffOnly, 'Quantity, in its own unit.', () => Float, {
    defaultValue: 1,
  })
  quantity!: number;

  @Cost()
  @FieldFor(staffOnly, 'Cost of one unit to the business, in cents.', () => Int, {
    defaultValue: 0,
  })
  unitCostCents!: number;
}

@InputType({ description: 'Changes to a material; omitted fields are unchanged.' })
export class UpdateMaterialInput {
  @FieldFor(staffOnly, 'Material ID.', () => ID)
  id!: string;

  @IfUnchangedSince(staffOnly)
  ifUnchangedSince?: Date | null;

  @OneLine(200)
  @FieldFor(staffOnly, 'Name of the material.', () => String, { nullable: true })
  name?: string | null;

  @Quantity()
  @FieldFor(staffOnly, 'Quantity, in its own unit.', () => Float, { nullable: true })
  quantity?: number | null;

  @Cost()
  @FieldFor(staffOnly, 'Cost of one unit to the business, in cents.', () => Int, { nullable: true })
  unitCostCents?: number | null;
}

@ObjectType({ implements: JobChange, description: 'Result of addMaterial.' })
export class AddMaterialPayload extends JobChange {
  @FieldFor(staffOnly, 'Added material.', () => Material)
  material!: Material;
}

@ObjectType({ implements: JobChange, description: 'Result of updateMaterial.' })
export class UpdateMaterialPayload extends JobChange {
  @FieldFor(staffOnly, 'Updated material.', () => Material)
  material!: Material;
}

@ObjectType({ implements: JobChange, description: 'Result of removeMaterial.' })
export class RemoveMaterialPayload extends JobChange {
  @FieldFor(staffOnly, 'ID of the removed material.', () => ID)
  materialId!: string;
}
