import { SelectField } from '../../design/select-field';
import { words } from '../words';

interface FilterParts<Status extends string> {
  of: Record<Status, string>;
  chosen: Status | null;
  onChoose: (status: Status | null) => void;
}

/** Only those in one state, or all. */
export function StatusFilter<Status extends string>({ of, chosen, onChoose }: FilterParts<Status>) {
  const options = Object.entries<string>(of).map(([value, text]) => ({ value, text }));
  return (
    <search className="filters">
      <SelectField
        label={words.status}
        value={chosen ?? ''}
        options={[{ value: '', text: words.allStatuses }, ...options]}
        onChange={(event) => onChoose((event.target.value || null) as Status | null)}
      />
    </search>
  );
}
