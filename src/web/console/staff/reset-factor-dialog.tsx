import { ConfirmDialog } from '../../design/confirm-dialog';
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
    <ConfirmDialog
      question={strings.people.factor.resetTitle(member.name)}
      consequence={strings.people.factor.resetHint}
      keep={strings.cancel}
      confirm={strings.people.factor.resetOther}
      isBusy={reset.isBusy}
      onConfirm={confirm}
      onClose={onDone}
    >
      <ErrorMessage error={reset.error} />
    </ConfirmDialog>
  );
}
