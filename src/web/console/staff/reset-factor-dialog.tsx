import { Button } from '../../design/button';
import { Dialog } from '../../design/dialog';
import { ResetSecondFactorDocument } from '../../gen/operations';
import { ErrorMessage } from '../app/error-message';
import { useMutationWithPrompt } from '../app/use-mutation-with-prompt';
import { strings } from '../strings';

interface ResetFactorProps {
  member: { id: string; name: string };
  onDone: () => void;
}

/** Asks before the second factor of somebody else is reset. */
export function ResetFactorDialog({ member, onDone }: ResetFactorProps) {
  const reset = useMutationWithPrompt(ResetSecondFactorDocument);
  const confirm = async () => {
    const { data } = await reset.run({ staffMemberId: member.id });
    if (data) onDone();
  };
  return (
    <Dialog title={strings.people.factor.resetTitle(member.name)} onClose={onDone}>
      <div className="stack">
        <p>{strings.people.factor.resetHint}</p>
        <ErrorMessage error={reset.error} />
        <p className="row">
          <Button variant="danger" isBusy={reset.isBusy} onClick={confirm}>
            {strings.people.factor.resetOther}
          </Button>
          <Button onClick={onDone}>{strings.cancel}</Button>
        </p>
      </div>
    </Dialog>
  );
}
