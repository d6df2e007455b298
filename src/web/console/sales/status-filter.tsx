import { SelectField } from '../../design/select-field';
import { strings } from '../strings';

interface FilterProps<Status extends string> {
  labels: Record<Status, string>;
  selected: Status | null;
  onSelect: (status: Status | null) => void;
}

/** Drop-down filter by status; null is all. */
export function StatusFilter<Status extends string>({
  labels,
  selected,
  onSelect,
}: FilterProps<Status>) {
  const options = Object.entries<string>(labels).map(([value, text]) => ({ value, text }));
  return (
    <search className="filters">
      <SelectField
        label={strings.status}
        value={selected ?? ''}
        options={[{ value: '', text: strings.allStatuses }, ...options]}
        onChange={(event) => onSelect((event.target.value || null) as Status | null)}
      />
    </search>
  );
}
