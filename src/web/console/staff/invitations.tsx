import { useState } from 'react';
import { Badge } from '../../design/badge';
import { Button } from '../../design/button';
import { Card } from '../../design/card';
import { Field } from '../../design/field';
import { Notice } from '../../design/notice';
import { SelectField } from '../../design/select-field';
import {
  CancelInvitationDocument,
  InvitationsDocument,
  type InvitationsQuery,
  InviteStaffMemberDocument,
  type StaffRole,
} from '../../gen/operations';
import { ErrorMessage } from '../app/error-message';
import { Form } from '../app/form';
import { PaginatedList } from '../app/paginated-list';
import { EmptyState } from '../app/query-boundary';
import { useMutationWithPrompt } from '../app/use-mutation-with-prompt';
import { useViewer } from '../session/viewer';
import { strings } from '../strings';
import { useRoleOptions } from './staff-row';

const texts = strings.people.invite;

type Invitation = InvitationsQuery['invitations']['nodes'][number];

/** Invitations that wait for an answer, and a form for another. */
export function Invitations() {
  const [sent, setSent] = useState(0);
  const onChange = () => setSent((count) => count + 1);
  return (
    <>
      <Card title={texts.waiting} className="stack">
        <PaginatedList
          key={sent}
          query={InvitationsDocument}
          variables={{}}
          connection={({ invitations }) => invitations}
        >
          {(invitations) =>
            invitations.length === 0 ? (
              <EmptyState>{texts.none}</EmptyState>
            ) : (
              <ul className="list">
                {invitations.map((each) => (
                  <InvitationRow key={each.id} invitation={each} onChange={onChange} />
                ))}
              </ul>
            )
          }
        </PaginatedList>
      </Card>
      <InviteForm onSent={onChange} />
    </>
  );
}

interface RowProps {
  invitation: Invitation;
  onChange: () => void;
}

function InvitationRow({ invitation, onChange }: RowProps) {
  const { formats } = useViewer();
  const again = useMutationWithPrompt(InviteStaffMemberDocument);
  const cancel = useMutationWithPrompt(CancelInvitationDocument);
  const { id, name, email, role, sentAt, expiresAt } = invitation;
  const afterwards = ({ data }: { data?: unknown }) => data && onChange();
  return (
    <li className="list-row">
      <div>
        <p>
          <strong>{name}</strong>
        </p>
        <p className="muted small">
          {email} · {texts.sentAt(formats.dateTime(sentAt))}
        </p>
        <ErrorMessage error={again.error ?? cancel.error} />
      </div>
      <Badge>{strings.roles[role]}</Badge>
      {new Date(expiresAt) < new Date() && <Badge tone="warn">{texts.expired}</Badge>}
      <span className="row">
        <Button
          aria-label={texts.againNamed(name)}
          isBusy={again.isBusy}
          onClick={() => again.run({ input: { name, email, role } }).then(afterwards)}
        >
          {texts.again}
        </Button>
        <Button
          variant="danger"
          aria-label={texts.cancelNamed(name)}
          isBusy={cancel.isBusy}
          onClick={() => cancel.run({ id }).then(afterwards)}
        >
          {texts.cancel}
        </Button>
      </span>
    </li>
  );
}

function InviteForm({ onSent }: { onSent: () => void }) {
  const invite = useMutationWithPrompt(InviteStaffMemberDocument);
  const roles = useRoleOptions();
  return (
    <Card title={texts.title} className="stack">
      <p className="muted">{texts.hint}</p>
      {invite.lastData && (
        <Notice tone="good">
          {texts.sent(invite.lastData.inviteStaffMember.invitation.email)}
        </Notice>
      )}
      <Form
        draft="invitation"
        {...invite}
        submit={texts.submit}
        onSubmit={async (values) => {
          const input = {
            name: values.text('name'),
            email: values.text('email'),
            role: values.text('role') as StaffRole,
          };
          const result = await invite.run({ input });
          if (result.data) onSent();
          return result;
        }}
      >
        <Field label={strings.name} name="name" required maxLength={200} autoComplete="off" />
        <Field label={strings.email} name="email" type="email" required autoComplete="off" />
        <SelectField label={strings.staff.role} name="role" options={roles} defaultValue="TRADIE" />
      </Form>
    </Card>
  );
}
