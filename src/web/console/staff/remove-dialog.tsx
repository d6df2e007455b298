import { useState } from 'react';
import { useQuery } from 'urql';
import { Button } from '../../design/button';
import { Dialog } from '../../design/dialog';
import { SelectField } from '../../design/select-field';
import {
  RemoveStaffMemberDocument,
  StaffNamesDocument,
  StaffRemovalImpactDocument,
  type StaffRemovalImpactQuery,
} from '../../gen/operations';
import { ErrorMessage } from '../app/error-message';
import { QueryBoundary } from '../app/query-boundary';
import { useMutationWithPrompt } from '../app/use-mutation-with-prompt';
import { useViewer } from '../session/viewer';
import { strings } from '../strings';
import { visitStrings } from '../visit-strings';

interface RemoveDialogProps {
  member: { id: string; name: string };
  onDone: () => void;
}

/** Confirmation of a removal: says which visits ahead are theirs, and offers them to somebody else. */
export function RemoveDialog({ member, onDone }: RemoveDialogProps) {
  const removal = useMutationWithPrompt(RemoveStaffMemberDocument);
  const [reassignTo, setReassignTo] = useState('');
  const confirm = async () => {
    const { data } = await removal.run({ id: member.id, reassignTo: reassignTo || null });
    if (data) onDone();
  };
  return (
    <Dialog title={strings.staff.confirmRemove(member.name)} onClose={onDone}>
      <div className="stack">
        <p>{strings.staff.removeHint}</p>
        <QueryBoundary query={StaffRemovalImpactDocument} variables={{ id: member.id }}>
          {({ staffRemovalImpact: impact }) => (
            <>
              <VisitsAhead impact={impact} />
              {impact.visitsAheadCount > 0 && (
                <SuccessorPicker without={member.id} value={reassignTo} onChange={setReassignTo} />
              )}
              <ErrorMessage error={removal.error} />
              <p className="row">
                <Button onClick={onDone}>{strings.cancel}</Button>
                <Button variant="danger" isBusy={removal.isBusy} onClick={confirm}>
                  {strings.remove}
                </Button>
              </p>
            </>
          )}
        </QueryBoundary>
      </div>
    </Dialog>
  );
}

function VisitsAhead({ impact }: { impact: StaffRemovalImpactQuery['staffRemovalImpact'] }) {
  const { formats } = useViewer();
  const { visitsAhead, visitsAheadCount } = impact;
  if (visitsAheadCount === 0) return <p className="muted">{visitStrings.noVisitsAhead}</p>;
  const more = visitsAheadCount - visitsAhead.length;
  return (
    <>
      <p>{visitStrings.visitsAhead(visitsAheadCount)}</p>
      <ul className="impact">
        {visitsAhead.map(({ visit, job }) => (
          <li key={visit.id} className="muted">
            {visitStrings.visitOfJob(
              formats.visitStart(visit.startsAt),
              strings.jobNamed(job.number, job.title),
            )}
          </li>
        ))}
        {more > 0 && <li className="muted">{visitStrings.moreVisits(more)}</li>}
      </ul>
    </>
  );
}

interface SuccessorPickerProps {
  without: string;
  value: string;
  onChange: (id: string) => void;
}

function SuccessorPicker({ without, value, onChange }: SuccessorPickerProps) {
  const [{ data }] = useQuery({ query: StaffNamesDocument });
  const others =
    data?.staffMembers.filter(({ id, assignable }) => assignable && id !== without) ?? [];
  return (
    <SelectField
      label={visitStrings.reassignTo}
      value={value}
      onChange={(event) => onChange(event.target.value)}
      options={[
        { value: '', text: visitStrings.nobody },
        ...others.map(({ id, name }) => ({ value: id, text: name })),
      ]}
    />
  );
}
