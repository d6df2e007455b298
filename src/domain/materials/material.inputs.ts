import { Float, ID, InputType, Int, ObjectType } from 'type-graphql';
import { internal } from '../../visibility/audience.js';
import { FieldFor } from '../../visibility/declare.js';
import { JobChange } from '../jobs/job-change.js';
import { Cost, Quantity } from '../money/bounds.js';
import { OneLine } from '../text.js';
import { Material } from './material.entity.js';

@InputType({ description: 'Material used on a job.' })
export class AddMaterialInput {
  @FieldFor(internal, 'On which job.', () => ID)
  jobId!: string;

  @OneLine(200)
  @FieldFor(internal, 'What it is.', () => String)
  name!: string;

  @Quantity()
  @FieldFor(internal, 'How many, in its own unit.', () => Float, {
    defaultValue: 1,
  })
  quantity!: number;

  @Cost()
  @FieldFor(internal, 'What one cost the business, in cents.', () => Int, {
    defaultValue: 0,
  })
  unitCostCents!: number;
}

@InputType({ description: 'Changes to a record of material. What is left out stays as it is.' })
export class UpdateMaterialInput {
  @FieldFor(internal, 'Which material.', () => ID)
  id!: string;

  @OneLine(200)
  @FieldFor(internal, 'What it is.', () => String, { nullable: true })
  name?: string | null;

  @Quantity()
  @FieldFor(internal, 'How many, in its own unit.', () => Float, { nullable: true })
  quantity?: number | null;

  @Cost()
  @FieldFor(internal, 'What one cost the business, in cents.', () => Int, { nullable: true })
  unitCostCents?: number | null;
}

@ObjectType({ implements: JobChange, description: 'The recorded material.' })
export class AddMaterialPayload extends JobChange {
  @FieldFor(internal, 'The new record.', () => Material)
  material!: Material;
}

@ObjectType({ implements: JobChange, description: 'The changed record of material.' })
export class UpdateMaterialPayload extends JobChange {
  @FieldFor(internal, 'The record as it is now.', () => Material)
  material!: Material;
}

@ObjectType({ implements: JobChange, description: 'The job without the material.' })
export class RemoveMaterialPayload extends JobChange {
  @FieldFor(internal, 'Id of the record that is gone.', () => ID)
  materialId!: string;
}
