import type { PortalJobFragment } from '../../gen/portal-operations';
import { NewMark } from '../news/new-mark';
import { usePortalPage } from '../portal-context';
import { useTexts } from '../texts';
import { Fold } from './fold';
import { Section } from './section';

type Note = PortalJobFragment['notes'][number];

const NOTES_SHOWN = 5;

/** Notes, the newest first; many earlier ones are folded. */
export function Notes({ notes }: { notes: Note[] }) {
  const { strings, pageStrings } = useTexts();
  if (notes.length === 0) return null;
  const newestFirst = [...notes].sort((one, other) => (one.createdAt < other.createdAt ? 1 : -1));
  return (
    <Section name="notes" title={strings.notes}>
      <Fold
        items={newestFirst}
        shown={NOTES_SHOWN}
        more={pageStrings.more.notes}
        keyOf={({ id }) => id}
        list={(items) => <ul className="notes">{items}</ul>}
        item={(note, folded) => <OneNote note={note} folded={folded} />}
      />
    </Section>
  );
}

function OneNote({ note: { id, body, createdAt }, folded }: { note: Note; folded: string }) {
  const { formats } = usePortalPage();
  return (
    <li className={folded}>
      <p className="text" dir="auto">
        {body}
      </p>
      <p className="muted small">
        <time dateTime={createdAt}>{formats.dateTime(createdAt)}</time>
        <NewMark section="notes" id={id} />
      </p>
    </li>
  );
}
