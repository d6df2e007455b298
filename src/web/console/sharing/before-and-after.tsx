import { words } from '../words';

interface Sides {
  label: string;
  before?: string | null;
  after?: string | null;
}

/** What the client has, and what it would have. Words that only repeat the label are left out. */
export function BeforeAndAfter({ label, before, after }: Sides) {
  const isWorthSaying = before || (after && !label.endsWith(after));
  if (!isWorthSaying) return null;
  return (
    <dl className="sides">
      {before && (
        <div className="side before">
          <dt>{words.sharing.before}</dt>
          <dd>{before}</dd>
        </div>
      )}
      {after && (
        <div className="side after">
          <dt>{words.sharing.after}</dt>
          <dd>{after}</dd>
        </div>
      )}
    </dl>
  );
}
