import { filterStrings } from './filter-strings';

/** Sums under a list; null: there are too many entries to add up. */
export function Sums({ sums }: { sums: [label: string, value: string][] | null }) {
  if (!sums) return <p className="muted">{filterStrings.tooMany}</p>;
  return (
    <dl className="sums" aria-label={filterStrings.sums}>
      {sums.map(([label, value]) => (
        <div key={label}>
          <dt className="muted small">{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
