import { ID, ObjectType } from 'type-graphql';
import { staffOnly } from '../../visibility/audience.js';
import { FieldFor } from '../../visibility/declare/fields.js';
import { JobChange } from '../jobs/job-change.js';

@ObjectType({ implements: JobChange, description: 'Result of undoRemoval.' })
export class UndoRemovalPayload extends JobChange {
  @FieldFor(staffOnly, 'ID of the record that is there again.', () => ID)
  recordId!: string;
}
