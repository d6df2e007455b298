import { ID, InputType, ObjectType } from 'type-graphql';
import { internal } from '../../visibility/audience.js';
import { FieldFor } from '../../visibility/declare.js';
import { JobChange } from '../jobs/job-change.js';
import { Text } from '../text.js';
import { Note } from './note.entity.js';

@InputType({ description: 'A remark to add to a job.' })
export class AddNoteInput {
  @FieldFor(internal, 'To which job.', () => ID)
  jobId!: string;

  @Text(10_000)
  @FieldFor(internal, 'What it says.', () => String)
  body!: string;

  @FieldFor(
    internal,
    'Whether it is for the team only; an internal note can never be shared.',
    () => Boolean,
    { defaultValue: false },
  )
  internal!: boolean;
}

@ObjectType({ implements: JobChange, description: 'The added note.' })
export class AddNotePayload extends JobChange {
  @FieldFor(internal, 'The new note.', () => Note)
  note!: Note;
}

@ObjectType({ implements: JobChange, description: 'The changed note.' })
export class UpdateNotePayload extends JobChange {
  @FieldFor(internal, 'The note as it reads now.', () => Note)
  note!: Note;
}

@ObjectType({ implements: JobChange, description: 'The job without the note.' })
export class RemoveNotePayload extends JobChange {
  @FieldFor(internal, 'Id of the note that is gone.', () => ID)
  noteId!: string;
}
