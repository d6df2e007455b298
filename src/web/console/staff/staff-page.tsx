import { Field } from '../../design/field';
import { SelectField } from '../../design/select-field';
import { StaffListDocument, type StaffRole, TakeOnDocument } from '../../gen/operations';
import { Asked } from '../app/asked';
import { Form } from '../app/form';
import { useChange } from '../app/use-change';
import { words } from '../words';
import { StaffLine } from './staff-line';

const ROLES = Object.entries(words.roles).map(([value, text]) => ({ value, text }));

/** Who works here, and in which role. */
export default function StaffPage() {
  return (
    <div className="stack narrow">
      <h1>{words.room.staff}</h1>
      <Asked query={StaffListDocument} variables={{}}>
        {({ staffMembers }) => (
          <ul className="list">
            {staffMembers.map((member) => (
              <StaffLine key={member.id} member={member} />
            ))}
          </ul>
        )}
      </Asked>
      <TakeOn />
    </div>
  );
}

function TakeOn() {
  const add = useChange(TakeOnDocument);
  return (
    <div className="card">
      <h2>{words.staff.add}</h2>
      <Form
        {...add}
        submit={words.staff.add}
        onSubmit={(typed) =>
          add.run({
            input: {
              name: typed.text('name'),
              email: typed.text('email'),
              password: typed.text('password'),
              phone: typed.maybe('phone'),
              role: typed.text('role') as StaffRole,
              hourlyCostCents: typed.cents('cost'),
            },
          })
        }
      >
        <Field label={words.name} name="name" required maxLength={200} autoComplete="off" />
        <Field label={words.email} name="email" type="email" required autoComplete="off" />
        <Field
          label={words.staff.password}
          name="password"
          type="password"
          required
          minLength={12}
          maxLength={200}
          autoComplete="new-password"
        />
        <Field label={words.phone} name="phone" type="tel" autoComplete="off" />
        <SelectField label={words.staff.role} name="role" options={ROLES} defaultValue="TRADIE" />
        <Field
          label={words.staff.hourlyCost}
          name="cost"
          type="number"
          min="0"
          step="0.01"
          defaultValue="0"
        />
      </Form>
    </div>
  );
}
