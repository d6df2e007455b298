import { useQuery } from 'urql';
import { StaffNamesDocument } from '../../gen/operations';
import type { FormValues } from '../app/form';
import { strings } from '../strings';

const SHOWN_FIELD = 'assigneesShown';

interface PickerProps {
  selected?: string[];
  /** For something new, where nobody can stay whose role is not assigned any more. */
  isNew?: boolean;
}

/** Checkboxes for the assignees of a job or a visit. */
export function AssigneePicker({ selected = [], isNew = false }: PickerProps) {
  const [{ data }] = useQuery({ query: StaffNamesDocument });
  if (!data) return null;
  // Somebody who was assigned before their role changed stays in the list, to be taken off.
  const assignable = data.staffMembers.filter(
    (member) => member.assignable || (!isNew && selected.includes(member.id)),
  );
  return (
    <fieldset className="checklist">
      <legend>{strings.assignees}</legend>
      <input type="hidden" name={SHOWN_FIELD} value="on" />
      <div className="row">
        {assignable.map(({ id, name }) => (
          <label className="checkbox" key={id}>
            <input
              type="checkbox"
              name="assigneeIds"
              value={id}
              defaultChecked={selected.includes(id)}
            />
            <span>{name}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

/** Mutation input of the checked assignees; undefined (no change) when the checkboxes had not loaded. */
export function assigneeInput(values: FormValues) {
  return { assigneeIds: values.isChecked(SHOWN_FIELD) ? values.all('assigneeIds') : undefined };
}
