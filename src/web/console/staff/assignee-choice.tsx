import { useQuery } from 'urql';
import { ColleaguesDocument } from '../../gen/operations';
import type { Typed } from '../app/form';
import { words } from '../words';

const ASKED = 'assigneesAsked';

/** Who of the business works on it: as many as wanted. */
export function AssigneeChoice({ chosen = [] }: { chosen?: string[] }) {
  const [{ data }] = useQuery({ query: ColleaguesDocument });
  if (!data) return null;
  return (
    <fieldset className="ticks">
      <legend>{words.assignees}</legend>
      <input type="hidden" name={ASKED} value="on" />
      <div className="row">
        {data.staffMembers.map(({ id, name }) => (
          <label className="check" key={id}>
            <input
              type="checkbox"
              name="assigneeIds"
              value={id}
              defaultChecked={chosen.includes(id)}
            />
            <span>{name}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

/** Who was ticked; nothing is said of assignees as long as they could not be chosen. */
export function assigneesIn(typed: Typed) {
  return { assigneeIds: typed.isOn(ASKED) ? typed.all('assigneeIds') : undefined };
}
