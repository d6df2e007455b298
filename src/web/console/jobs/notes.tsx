import { useState } from 'react';
import { Badge } from '../../design/badge';
import { Button } from '../../design/button';
import { TextField } from '../../design/field';
import {
  DropNoteDocument,
  JobNotesDocument,
  type JobNotesQuery,
  RewriteNoteDocument,
  WriteNoteDocument,
} from '../../gen/operations';
import { Asked, Nothing } from '../app/asked';
import { Form } from '../app/form';
import { Problem } from '../app/problem';
import { useChange } from '../app/use-change';
import { useViewer } from '../app/viewer';
import { words } from '../words';
import type { TabParts } from './job-tabs';

type Note = NonNullable<JobNotesQuery['job']>['notes'][number];

/** What somebody wrote down about the job. */
export function Notes({ id }: TabParts) {
  const write = useChange(WriteNoteDocument);
  return (
    <div className="stack">
      <div className="card">
        <Form
          {...write}
          submit={words.addNote}
          onSubmit={(typed) =>
            write.run({
              input: { jobId: id, body: typed.text('body'), internal: typed.isOn('internal') },
            })
          }
        >
          <TextField label={words.newNote} name="body" required maxLength={10_000} />
          <label className="check">
            <input type="checkbox" name="internal" /> {words.internalNote}
          </label>
        </Form>
      </div>
      <Asked query={JobNotesDocument} variables={{ id }}>
        {({ job }) => (
          <>
            {job?.notes.length === 0 && <Nothing>{words.noNotes}</Nothing>}
            <ul className="list">
              {job?.notes.map((note) => (
                <NoteLine key={note.id} note={note} />
              ))}
            </ul>
          </>
        )}
      </Asked>
    </div>
  );
}

function NoteLine({ note }: { note: Note }) {
  const { inWords } = useViewer();
  const [isEditing, setEditing] = useState(false);
  const rewrite = useChange(RewriteNoteDocument);
  const drop = useChange(DropNoteDocument);
  return (
    <li className="line">
      {isEditing ? (
        <Form
          {...rewrite}
          submit={words.save}
          onCancel={() => setEditing(false)}
          onSubmit={async (typed) => {
            const { data } = await rewrite.run({ id: note.id, body: typed.text('body') });
            if (data) setEditing(false);
            return { data };
          }}
        >
          <TextField label={words.note} name="body" defaultValue={note.body} required />
        </Form>
      ) : (
        <div>
          <p className="as-typed">{note.body}</p>
          <p className="soft small">
            {note.author && `${note.author.name}, `}
            {inWords.moment(note.createdAt)}
          </p>
          <Problem error={drop.error} />
        </div>
      )}
      {note.internal && <Badge>{words.internal}</Badge>}
      {!isEditing && (
        <span className="row">
          <Button onClick={() => setEditing(true)}>{words.edit}</Button>
          <Button look="danger" isBusy={drop.isBusy} onClick={() => drop.run({ id: note.id })}>
            {words.remove}
          </Button>
        </span>
      )}
    </li>
  );
}
