import { SelectField } from '../../design/select-field';
import { setFilters } from '../app/router';
import { strings } from '../strings';
import { useStatus } from './list-filters';

/** Drop-down filter by status, in the address. */
export function StatusFilter<Status extends string>({
  labels,
}: {
  labels: Record<Status, string>;
}) {
  const status = useStatus(labels);
  const options = Object.entries<string>(labels).map(([value, text]) => ({ value, text }));
  return (
    <SelectField
      label={strings.status}
      value={status ?? ''}
      options={[{ value: '', text: strings.allStatuses }, ...options]}
      onChange={(event) => setFilters({ status: event.target.value })}
    />
  );
}
