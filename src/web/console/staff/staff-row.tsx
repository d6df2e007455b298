import { useState } from 'react';
import { Badge } from '../../design/badge';
import { Button } from '../../design/button';
import { ContactLinks } from '../../design/contact-links';
import { Dialog } from '../../design/dialog';
import { Field } from '../../design/field';
import { SelectField } from '../../design/select-field';
import {
  type StaffListQuery,
  type StaffRole,
  UpdateStaffMemberDocument,
} from '../../gen/operations';
import { Form } from '../app/form';
import { useMutationWithPrompt } from '../app/use-mutation-with-prompt';
import { useViewer } from '../session/viewer';
import { strings } from '../strings';
import { RemoveDialog } from './remove-dialog';
import { ResetFactorDialog } from './reset-factor-dialog';

type Member = StaffListQuery['staffMembers'][number];

/** Roles that this staff member may give to others. */
export function useRoleOptions() {
  return useViewer().manageableRoles.map((value) => ({ value, text: strings.roles[value] }));
}

/** One staff member, with buttons to edit and remove them. */
export function StaffRow({ member }: { member: Member }) {
  const { staffId, manageableRoles, may, phoneText } = useViewer();
  const mayManage = manageableRoles.includes(member.role);
  const [dialog, setDialog] = useState<'EDIT' | 'REMOVE' | 'RESET' | null>(null);
  return (
    <li className="list-row">
      <div>
        <p>
          <strong dir="auto">{member.name}</strong>
        </p>
        <ContactLinks {...member} name={null} phoneText={phoneText(member.phone)} />
      </div>
      <Badge>{strings.roles[member.role]}</Badge>
      <span className="row">
        {mayManage && (
          <Button
            aria-label={strings.staff.editNamed(member.name)}
            onClick={() => setDialog('EDIT')}
          >
            {strings.edit}
          </Button>
        )}
        {member.id !== staffId && member.hasSecondFactor && may('MANAGE_SECURITY') && (
          <Button onClick={() => setDialog('RESET')}>{strings.people.factor.resetOther}</Button>
        )}
        {mayManage && member.id !== staffId && (
          <Button
            variant="danger"
            aria-label={strings.removeNamed(member.name)}
            onClick={() => setDialog('REMOVE')}
          >
            {strings.remove}
          </Button>
        )}
      </span>
      {dialog === 'EDIT' && <EditDialog member={member} onDone={() => setDialog(null)} />}
      {dialog === 'RESET' && <ResetFactorDialog member={member} onDone={() => setDialog(null)} />}
      {dialog === 'REMOVE' && <RemoveDialog member={member} onDone={() => setDialog(null)} />}
    </li>
  );
}

interface DialogProps {
  member: Member;
  onDone: () => void;
}

function EditDialog({ member, onDone }: DialogProps) {
  const roleOptions = useRoleOptions();
  const { formats, phoneText } = useViewer();
  const { amount } = formats;
  const update = useMutationWithPrompt(UpdateStaffMemberDocument);
  return (
    <Dialog title={member.name} onClose={onDone}>
      <Form
        draft={`staff:${member.id}`}
        {...update}
        submit={strings.save}
        onCancel={onDone}
        onSubmit={async (values) => {
          const { data } = await update.run({
            input: {
              id: member.id,
              name: values.text('name'),
              phone: values.optional('phone'),
              role: values.text('role') as StaffRole,
              hourlyCostCents: values.cents('cost'),
            },
          });
          if (data) onDone();
          return { data };
        }}
      >
        <Field
          label={strings.name}
          name="name"
          defaultValue={member.name}
          required
          maxLength={200}
        />
        <Field
          label={strings.phone}
          name="phone"
          type="tel"
          defaultValue={phoneText(member.phone) ?? ''}
        />
        <SelectField
          label={strings.staff.role}
          name="role"
          options={roleOptions}
          defaultValue={member.role}
        />
        <Field
          label={strings.staff.hourlyCost}
          name="cost"
          type="number"
          min="0"
          step={amount.step}
          defaultValue={amount.fromCents(member.hourlyCostCents ?? 0)}
        />
      </Form>
    </Dialog>
  );
}
