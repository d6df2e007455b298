import { useState } from 'react';
import { Badge } from '../../../design/badge';
import { Button } from '../../../design/button';
import { TextField } from '../../../design/field';
import { isolated } from '../../../design/text/isolated';
import {
  AddNoteDocument,
  JobNotesDocument,
  type JobNotesQuery,
  RemoveNoteDocument,
  UpdateNoteDocument,
} from '../../../gen/operations';
import { ErrorMessage } from '../../app/error-message';
import { Form } from '../../app/form';
import { EmptyState, QueryBoundary } from '../../app/query-boundary';
import { useMutationWithPrompt } from '../../app/use-mutation-with-prompt';
import { WrittenText } from '../../phone/written-text';
import { useViewer } from '../../session/viewer';
import { strings } from '../../strings';
import { useOfferUndo } from '../../undo/undo-provider';
import { WithClient } from '../with-client';
import type { TabProps } from './tab-props';

type Note = NonNullable<JobNotesQuery['job']>['notes'][number];

/** Tab: notes on the job. */
export function Notes({ id }: TabProps) {
  const { may } = useViewer();
  return (
    <div className="stack">
      {may('WORK_ON_JOBS') && <NewNote jobId={id} />}
      <QueryBoundary query={JobNotesDocument} variables={{ id }}>
        {({ job }) => (
          <>
            {job?.notes.length === 0 && <EmptyState>{strings.noNotes}</EmptyState>}
            <ul className="list">
              {job?.notes.map((note) => (
                <NoteRow key={note.id} note={note} />
              ))}
            </ul>
          </>
        )}
      </QueryBoundary>
    </div>
  );
}

function NewNote({ jobId }: { jobId: string }) {
  const add = useMutationWithPrompt(AddNoteDocument);
  return (
    <div className="card">
      <Form
        draft="note"
        {...add}
        submit={strings.addNote}
        onSubmit={(values) =>
          add.run({
            input: { jobId, body: values.text('body'), internal: values.isChecked('internal') },
          })
        }
      >
        <TextField label={strings.newNote} name="body" required maxLength={10_000} />
        <label className="checkbox">
          <input type="checkbox" name="internal" /> {strings.internalNote}
        </label>
      </Form>
    </div>
  );
}

function NoteRow({ note }: { note: Note }) {
  const { formats, mayChangeWorkOf } = useViewer();
  /** The note as it was when editing began; a change by somebody else meanwhile is not overwritten. */
  const [edited, setEdited] = useState<Note | null>(null);
  const update = useMutationWithPrompt(UpdateNoteDocument);
  const remove = useMutationWithPrompt(RemoveNoteDocument);
  const offerUndo = useOfferUndo();
  const removeNote = async () => {
    const { data } = await remove.run({ id: note.id });
    if (data) offerUndo({ id: note.id, name: note.body });
  };
  return (
    <li className="list-row">
      {edited ? (
        <Form
          draft={`note:${note.id}`}
          {...update}
          submit={strings.save}
          onCancel={() => setEdited(null)}
          onSubmit={async (values) => {
            const { data } = await update.run({
              id: note.id,
              body: values.text('body'),
              ifUnchangedSince: edited.updatedAt,
            });
            if (data) setEdited(null);
            return { data };
          }}
        >
          <TextField label={strings.note} name="body" defaultValue={edited.body} required />
        </Form>
      ) : (
        <div>
          <WrittenText>{note.body}</WrittenText>
          <p className="muted small">
            {note.author && `${isolated(note.author.name)}, `}
            {formats.dateTime(note.createdAt)}
          </p>
          <ErrorMessage error={update.error ?? remove.error} />
        </div>
      )}
      <WithClient id={note.id} />
      {note.internal && <Badge>{strings.internal}</Badge>}
      {!edited && mayChangeWorkOf(note.author) && (
        <span className="row">
          <Button onClick={() => setEdited(note)}>{strings.edit}</Button>
          <MoveNote note={note} />
          <Button variant="danger" isBusy={remove.isBusy} onClick={removeNote}>
            {strings.remove}
          </Button>
        </span>
      )}
    </li>
  );
}

/** Moves a note to Internal, which withdraws it from the client at once, or out of it, which waits to be shared. */
function MoveNote({ note: { id, internal } }: { note: Note }) {
  const move = useMutationWithPrompt(UpdateNoteDocument);
  return (
    <>
      <Button isBusy={move.isBusy} onClick={() => move.run({ id, internal: !internal })}>
        {internal ? strings.moveOutOfInternal : strings.moveToInternal}
      </Button>
      <ErrorMessage error={move.error} />
    </>
  );
}
