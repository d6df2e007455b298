import { strings } from '../../../strings';

interface BeforeAndAfterProps {
  label: string;
  before?: string | null;
  after?: string | null;
}

/** What the client sees now and after sending. Omitted when it would only repeat the label. */
export function BeforeAndAfter({ label, before, after }: BeforeAndAfterProps) {
  const isInformative = before || (after && !label.endsWith(after));
  if (!isInformative) return null;
  return (
    <dl className="comparison">
      {before && (
        <div className="comparison-side before">
          <dt>{strings.sharing.before}</dt>
          <dd>{before}</dd>
        </div>
      )}
      {after && (
        <div className="comparison-side after">
          <dt>{strings.sharing.after}</dt>
          <dd>{after}</dd>
        </div>
      )}
    </dl>
  );
}
