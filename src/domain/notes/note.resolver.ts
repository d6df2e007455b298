import { Ctx, ID, Resolver } from 'type-graphql';
import { staffAndClient, staffOnly } from '../../visibility/audience.js';
import { rolesWith } from '../../visibility/capabilities.js';
import { ArgFor } from '../../visibility/declare/arguments.js';
import { MutationFor } from '../../visibility/declare/operations.js';
import { connectionOf } from '../common/connection.js';
import type { StaffContext } from '../common/context.js';
import { changeFields, fieldsOf } from '../common/copy-fields.js';
import { IfUnchangedSinceArg, refuseIfChanged } from '../common/if-unchanged-since.js';
import { BelongsTo, HasMany, PageOf, type Related } from '../common/relations.js';
import { text } from '../common/text.js';
import { Job } from '../jobs/job.entity.js';
import { lockJob, partOfJob, refuseOthersWork, staffOf } from '../jobs/lock-job.js';
import { removeForUndo } from '../removals/remove-for-undo.js';
import { StaffMember } from '../staff/staff-member.entity.js';
import { Note } from './note.entity.js';
import {
  AddNoteInput,
  AddNotePayload,
  RemoveNotePayload,
  UpdateNotePayload,
} from './note.inputs.js';

const NoteConnection = connectionOf(() => Note, 'Note', staffAndClient);

/** Notes of a job, and their mutations. */
@Resolver(() => Job)
export class NoteResolver {
  // A relation is declared. It is read only when the row does not have it preloaded, as a publication does.
  @HasMany(staffAndClient, 'Notes, oldest first.', () => Note, 'job')
  notes!: Note[];

  @PageOf(
    'notes',
    staffAndClient,
    () => NoteConnection,
    () => Note,
    'job',
  )
  notesPage!: Related<InstanceType<typeof NoteConnection>>;

  // A mutation runs in one unit of work: lock the job, change entities, return them. The change watcher of
  // `sharing` adds the share prompt to the payload.
  @MutationFor(rolesWith('WORK_ON_JOBS'), 'Adds a note to a job.', () => AddNotePayload)
  addNote(
    @ArgFor(rolesWith('WORK_ON_JOBS'), 'input', 'Note to add.', () => AddNoteInput)
    input: AddNoteInput,
    @Ctx() { change }: StaffContext,
  ) {
    return change(async (unit) => {
      const job = await lockJob(unit, input.jobId);
      const note = unit.em.create(
        Note,
        {
          ...fieldsOf(unit, Note, input),
          businessId: job.businessId,
          job,
          createdAt: unit.now,
          author: unit.em.getReference(StaffMember, staffOf(unit).staffId),
        },
        { partial: true },
      );
      return { note, job };
    });
  }

  @MutationFor(
    rolesWith('WORK_ON_JOBS'),
    "Updates a note: your own, or with CHANGE_ALL_WORK everybody's. A note that becomes internal is withdrawn from the client at once.",
    () => UpdateNotePayload,
  )
  updateNote(
    @ArgFor(rolesWith('WORK_ON_JOBS'), 'id', 'Note ID.', () => ID) id: string,
    @ArgFor(rolesWith('WORK_ON_JOBS'), 'body', 'New text; left out, it stays.', () => String, {
      bound: text(10_000),
      nullable: true,
    })
    body: string | null,
    @ArgFor(
      rolesWith('WORK_ON_JOBS'),
      'internal',
      'Whether it is for staff only from now on; left out, it stays. One that is no longer internal waits to be shared.',
      () => Boolean,
      { nullable: true },
    )
    internal: boolean | null,
    @IfUnchangedSinceArg(rolesWith('WORK_ON_JOBS')) ifUnchangedSince: Date | null,
    @Ctx() { change }: StaffContext,
  ) {
    return change(async (unit) => {
      const { part: note, job } = await partOfJob(unit, Note, id);
      refuseOthersWork(unit, note.author);
      await refuseIfChanged(unit, note, ifUnchangedSince, { body, internal });
      changeFields(unit, note, { body, internal }, 'KEEP');
      return { note, job };
    });
  }

  @MutationFor(
    rolesWith('WORK_ON_JOBS'),
    "Removes a note: your own, or with CHANGE_ALL_WORK everybody's. If it was shared, the client sees it until the next share.",
    () => RemoveNotePayload,
  )
  removeNote(
    @ArgFor(rolesWith('WORK_ON_JOBS'), 'id', 'Note ID.', () => ID) id: string,
    @Ctx() { change }: StaffContext,
  ) {
    return change(async (unit) => {
      const { part: note, job } = await partOfJob(unit, Note, id);
      refuseOthersWork(unit, note.author);
      await removeForUndo(unit, 'NOTE', note);
      return { noteId: id, job };
    });
  }
}

/** Author of a note; visible to staff only. */
@Resolver(() => Note)
export class NoteAuthorResolver {
  @BelongsTo(staffOnly, 'Author.', () => StaffMember)
  author!: Related<StaffMember> | null;
}
