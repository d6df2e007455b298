import { Card } from '../design/card';
import type { JobOfPortalFragment } from '../gen/operations';
import { usePortalPage } from './portal-context';
import { words } from './words';

/** What the business has written about the job. */
export function Notes({ notes }: { notes: JobOfPortalFragment['notes'] }) {
  const { inWords } = usePortalPage();
  if (notes.length === 0) return null;
  return (
    <Card title={words.notes}>
      <ul className="notes">
        {notes.map(({ id, body, createdAt }) => (
          <li key={id}>
            <p className="text">{body}</p>
            <time className="soft small" dateTime={createdAt}>
              {inWords.moment(createdAt)}
            </time>
          </li>
        ))}
      </ul>
    </Card>
  );
}
