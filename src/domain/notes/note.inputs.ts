import { ID, InputType, ObjectType } from 'type-graphql';
import { staffOnly } from '../../visibility/audience.js';
import { FieldFor } from '../../visibility/declare/fields.js';
import { Text } from '../common/text.js';
import { JobChange } from '../jobs/job-change.js';
import { Note } from './note.entity.js';

@InputType({ description: 'Input of addNote.' })
export class AddNoteInput {
  @FieldFor(staffOnly, 'Job ID.', () => ID)
  jobId!: string;

  @Text(10_000)
  @FieldFor(staffOnly, 'Text of the note.', () => String)
  body!: string;

  @FieldFor(
    staffOnly,
    'Whether the note is for staff only; an internal note can never be shared.',
    () => Boolean,
    { defaultValue: false },
  )
  internal!: boolean;
}

@ObjectType({ implements: JobChange, description: 'Result of addNote.' })
export class AddNotePayload extends JobChange {
  @FieldFor(staffOnly, 'Added note.', () => Note)
  note!: Note;
}

@ObjectType({ implements: JobChange, description: 'Result of updateNote.' })
export class UpdateNotePayload extends JobChange {
  @FieldFor(staffOnly, 'Updated note.', () => Note)
  note!: Note;
}

@ObjectType({ implements: JobChange, description: 'Result of removeNote.' })
export class RemoveNotePayload extends JobChange {
  @FieldFor(staffOnly, 'ID of the removed note.', () => ID)
  noteId!: string;
}
