import { useState } from 'react';
import { Button } from '../../design/button';
import { Dialog } from '../../design/dialog';
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
    <Dialog title={clientsStrings.mergeTitle(client.name)} onClose={onClose}>
      <div className="stack">
        <p>{clientsStrings.mergeHint}</p>
        <ClientCombobox label={clientsStrings.mergeWhich} chosen={other} onChoose={setOther} />
        <ErrorMessage error={merge.error} />
        <p className="row">
          <Button onClick={onClose}>{strings.cancel}</Button>
          <Button variant="danger" isBusy={merge.isBusy} disabled={!other} onClick={confirm}>
            {clientsStrings.confirmMerge}
          </Button>
        </p>
      </div>
    </Dialog>
  );
}
