import { Ctx, ID, Resolver } from 'type-graphql';
import { internal, staffAndClient } from '../../visibility/audience.js';
import { ArgFor, MutationFor } from '../../visibility/declare.js';
import type { StaffContext } from '../context.js';
import { Job } from '../jobs/job.entity.js';
import { jobToChange, partOfJob, staffOf } from '../jobs/job-to-change.js';
import { connectionOf } from '../pages.js';
import { ListFor, OneFor, PageOf, type Related } from '../relations.js';
import { whoMay } from '../staff/capabilities.js';
import { StaffMember } from '../staff/staff-member.entity.js';
import { text } from '../text.js';
import { Note } from './note.entity.js';
import {
  AddNoteInput,
  AddNotePayload,
  RemoveNotePayload,
  UpdateNotePayload,
} from './note.inputs.js';

const NoteConnection = connectionOf(() => Note, 'Note', staffAndClient);

/** What a job answers about its notes, and what can be done with them. */
@Resolver(() => Job)
export class NoteResolver {
  // A relation is declared; it is looked up only when the row did not bring it, as a publication does.
  @ListFor(staffAndClient, 'Notes, first written first.', () => Note, 'job')
  notes!: Note[];

  @PageOf(
    'notes',
    staffAndClient,
    () => NoteConnection,
    () => Note,
    'job',
  )
  notesPage!: Related<InstanceType<typeof NoteConnection>>;

  // The work happens in one unit: take the job (so changes queue up), change records, return them.
  // The prompt appears in the payload by itself: sharing watches what was flushed.
  @MutationFor(whoMay('WORK_ON_JOBS'), 'Adds a note to a job.', () => AddNotePayload)
  addNote(
    @ArgFor(whoMay('WORK_ON_JOBS'), 'input', 'The note.', () => AddNoteInput) input: AddNoteInput,
    @Ctx() { change }: StaffContext,
  ) {
    return change(async (unit) => {
      const job = await jobToChange(unit, input.jobId);
      const note = unit.em.create(Note, {
        businessId: job.businessId,
        job,
        body: input.body,
        internal: input.internal,
        createdAt: unit.now,
        author: unit.em.getReference(StaffMember, staffOf(unit).staffId),
      });
      return { note, job };
    });
  }

  @MutationFor(whoMay('WORK_ON_JOBS'), 'Changes what a note says.', () => UpdateNotePayload)
  updateNote(
    @ArgFor(whoMay('WORK_ON_JOBS'), 'id', 'Which note.', () => ID) id: string,
    @ArgFor(whoMay('WORK_ON_JOBS'), 'body', 'What it says now.', () => String, {
      bound: text(10_000),
    })
    body: string,
    @Ctx() { change }: StaffContext,
  ) {
    return change(async (unit) => {
      const { part: note, job } = await partOfJob(unit, Note, id);
      note.body = body;
      return { note, job };
    });
  }

  @MutationFor(
    whoMay('WORK_ON_JOBS'),
    'Removes a note. If it was shared, its client has it until the next share.',
    () => RemoveNotePayload,
  )
  removeNote(
    @ArgFor(whoMay('WORK_ON_JOBS'), 'id', 'Which note.', () => ID) id: string,
    @Ctx() { change }: StaffContext,
  ) {
    return change(async (unit) => {
      const { part: note, job } = await partOfJob(unit, Note, id);
      unit.em.remove(note);
      return { noteId: id, job };
    });
  }
}

/** Who wrote a note: for colleagues only. */
@Resolver(() => Note)
export class NoteAuthorResolver {
  @OneFor(internal, 'Who wrote it.', () => StaffMember)
  author!: Related<StaffMember> | null;
}
