import { useState } from 'react';
import { ConfirmDialog } from '../../design/confirm-dialog';
import { MergeClientsDocument } from '../../gen/operations';
import { ErrorMessage } from '../app/error-message';
import { useMutationWithPrompt } from '../app/use-mutation-with-prompt';
import { strings } from '../strings';
import { type ClientChoice, ClientCombobox } from './client-combobox';
import { clientsStrings } from './clients-strings';

interface MergeDialogProps {
  client: ClientChoice;
  onMerged: (revokedLinks: number) => void;
  onClose: () => void;
}

/** Choice of the client to merge into this one, and what that means. */
export function MergeDialog({ client, onMerged, onClose }: MergeDialogProps) {
  const merge = useMutationWithPrompt(MergeClientsDocument);
  const [other, setOther] = useState<ClientChoice | null>(null);
  const confirm = async () => {
    if (!other) return;
    const { data } = await merge.run({ keepId: client.id, mergeId: other.id });
    if (data) onMerged(data.mergeClients.revokedPortalLinks);
  };
  return (
    <ConfirmDialog
      question={clientsStrings.mergeTitle(client.name)}
      consequence={clientsStrings.mergeHint}
      keep={strings.cancel}
      confirm={clientsStrings.confirmMerge}
      isBusy={merge.isBusy}
      isDisabled={!other}
      onConfirm={confirm}
      onClose={onClose}
    >
      <ClientCombobox label={clientsStrings.mergeWhich} chosen={other} onChoose={setOther} />
      <ErrorMessage error={merge.error} />
    </ConfirmDialog>
  );
}
