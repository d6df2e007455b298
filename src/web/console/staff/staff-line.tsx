import { useState } from 'react';
import { Badge } from '../../design/badge';
import { Button } from '../../design/button';
import { Dialog } from '../../design/dialog';
import { Field } from '../../design/field';
import { SelectField } from '../../design/select-field';
import {
  ChangeStaffDocument,
  LetGoDocument,
  type StaffListQuery,
  type StaffRole,
} from '../../gen/operations';
import { Form } from '../app/form';
import { Problem } from '../app/problem';
import { useChange } from '../app/use-change';
import { useViewer } from '../app/viewer';
import { words } from '../words';

type Member = StaffListQuery['staffMembers'][number];

const ROLES = Object.entries(words.roles).map(([value, text]) => ({ value, text }));

/** Somebody who works here, to be changed or let go. */
export function StaffLine({ member }: { member: Member }) {
  const { staffId } = useViewer();
  const [asked, ask] = useState<'CHANGE' | 'LET_GO' | null>(null);
  return (
    <li className="line">
      <div>
        <p>
          <strong>{member.name}</strong>
        </p>
        <p className="soft small">{[member.email, member.phone].filter(Boolean).join(' · ')}</p>
      </div>
      <Badge>{words.roles[member.role]}</Badge>
      <span className="row">
        <Button aria-label={words.staff.editThat(member.name)} onClick={() => ask('CHANGE')}>
          {words.edit}
        </Button>
        {member.id !== staffId && (
          <Button
            look="danger"
            aria-label={words.removeThat(member.name)}
            onClick={() => ask('LET_GO')}
          >
            {words.remove}
          </Button>
        )}
      </span>
      {asked === 'CHANGE' && <Change member={member} onDone={() => ask(null)} />}
      {asked === 'LET_GO' && <LetGo member={member} onDone={() => ask(null)} />}
    </li>
  );
}

interface AskedParts {
  member: Member;
  onDone: () => void;
}

function Change({ member, onDone }: AskedParts) {
  const change = useChange(ChangeStaffDocument);
  return (
    <Dialog title={member.name} onClose={onDone}>
      <Form
        {...change}
        submit={words.save}
        onCancel={onDone}
        onSubmit={async (typed) => {
          const { data } = await change.run({
            input: {
              id: member.id,
              name: typed.text('name'),
              phone: typed.maybe('phone'),
              role: typed.text('role') as StaffRole,
              hourlyCostCents: typed.cents('cost'),
            },
          });
          if (data) onDone();
          return { data };
        }}
      >
        <Field label={words.name} name="name" defaultValue={member.name} required maxLength={200} />
        <Field label={words.phone} name="phone" type="tel" defaultValue={member.phone ?? ''} />
        <SelectField
          label={words.staff.role}
          name="role"
          options={ROLES}
          defaultValue={member.role}
        />
        <Field
          label={words.staff.hourlyCost}
          name="cost"
          type="number"
          min="0"
          step="0.01"
          defaultValue={(member.hourlyCostCents ?? 0) / 100}
        />
      </Form>
    </Dialog>
  );
}

function LetGo({ member, onDone }: AskedParts) {
  const letGo = useChange(LetGoDocument);
  const go = async () => {
    const { data } = await letGo.run({ id: member.id });
    if (data) onDone();
  };
  return (
    <Dialog title={words.staff.sure(member.name)} onClose={onDone}>
      <div className="stack">
        <p>{words.staff.removeAbout}</p>
        <Problem error={letGo.error} />
        <p className="row">
          <Button look="danger" isBusy={letGo.isBusy} onClick={go}>
            {words.remove}
          </Button>
          <Button onClick={onDone}>{words.cancel}</Button>
        </p>
      </div>
    </Dialog>
  );
}
