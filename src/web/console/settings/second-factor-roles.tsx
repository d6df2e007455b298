import { Card } from '../../design/card';
import { Notice } from '../../design/notice';
import {
  RequireSecondFactorForDocument,
  SecondFactorRolesDocument,
  type StaffRole,
} from '../../gen/operations';
import { Form } from '../app/form';
import { QueryBoundary } from '../app/query-boundary';
import { useMutationWithPrompt } from '../app/use-mutation-with-prompt';
import { useViewer } from '../session/viewer';
import { strings } from '../strings';

const texts = strings.people.demand;

/** Roles of which the owner demands a second factor; nothing for others. */
export function SecondFactorRoles() {
  const { may } = useViewer();
  if (!may('MANAGE_SECURITY')) return null;
  return (
    <Card title={texts.title} className="stack">
      <p className="muted">{texts.hint}</p>
      <QueryBoundary query={SecondFactorRolesDocument} variables={{}}>
        {({ business }) => <RolesForm chosen={business?.requireSecondFactorFor ?? []} />}
      </QueryBoundary>
    </Card>
  );
}

function RolesForm({ chosen }: { chosen: StaffRole[] }) {
  const demand = useMutationWithPrompt(RequireSecondFactorForDocument);
  return (
    <>
      {demand.lastData && <Notice tone="good">{texts.saved}</Notice>}
      <Form
        draft="factor-roles"
        {...demand}
        submit={strings.save}
        onSubmit={(values) => demand.run({ roles: values.all('roles') as StaffRole[] })}
      >
        {Object.entries(strings.roles).map(([role, label]) => (
          <label key={role} className="checkbox">
            <input
              type="checkbox"
              name="roles"
              value={role}
              defaultChecked={chosen.includes(role as StaffRole)}
            />
            {label}
          </label>
        ))}
      </Form>
    </>
  );
}
