import { IsPositive, Min } from 'class-validator';
import { Float, ID, InputType, Int, ObjectType } from 'type-graphql';
import { internal } from '../../visibility/audience.js';
import { FieldFor } from '../../visibility/declare.js';
import { JobChange } from '../jobs/job-change.js';
import { Text } from '../text.js';
import { Material } from './material.entity.js';

@InputType({ description: 'Material used on a job.' })
export class AddMaterialInput {
  @FieldFor(internal, 'On which job.', () => ID)
  jobId!: string;

  @Text(200)
  @FieldFor(internal, 'What it is; at most 200 characters.', () => String)
  name!: string;

  @IsPositive({ message: 'The quantity must be more than 0.' })
  @FieldFor(internal, 'How many, in its own unit; more than 0.', () => Float, {
    defaultValue: 1,
  })
  quantity!: number;

  @Min(0, { message: 'The cost cannot be less than 0.' })
  @FieldFor(internal, 'What one cost the business, in cents.', () => Int, {
    defaultValue: 0,
  })
  unitCostCents!: number;
}

@ObjectType({ implements: JobChange, description: 'The recorded material.' })
export class AddMaterialPayload extends JobChange {
  @FieldFor(internal, 'The new record.', () => Material)
  material!: Material;
}
