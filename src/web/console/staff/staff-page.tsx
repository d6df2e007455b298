import { StaffListDocument } from '../../gen/operations';
import { QueryBoundary } from '../app/query-boundary';
import { strings } from '../strings';
import { Invitations } from './invitations';
import { StaffRow } from './staff-row';

/** List of staff members, the invitations that wait, and a form for a new one. */
export default function StaffPage() {
  return (
    <div className="stack narrow">
      <h1>{strings.sections.staff}</h1>
      <QueryBoundary query={StaffListDocument} variables={{}}>
        {({ staffMembers }) => (
          <ul className="list">
            {staffMembers.map((member) => (
              <StaffRow key={member.id} member={member} />
            ))}
          </ul>
        )}
      </QueryBoundary>
      <Invitations />
    </div>
  );
}
