import { useState } from 'react';
import { Button } from '../../design/button';
import { Notice } from '../../design/notice';
import { ArchiveClientDocument, RestoreClientDocument } from '../../gen/operations';
import { ErrorMessage } from '../app/error-message';
import { useMutationWithPrompt } from '../app/use-mutation-with-prompt';
import { useViewer } from '../session/viewer';
import type { ClientDetails } from './client-fields';
import { clientsStrings } from './clients-strings';
import { EraseDialog } from './erase-dialog';
import { MergeDialog } from './merge-dialog';

interface ClientActionsProps {
  client: ClientDetails;
  onChanged: () => void;
}

/** Archive or restore, merge, erase. */
export function ClientActions({ client, onChanged }: ClientActionsProps) {
  const { may } = useViewer();
  const archive = useMutationWithPrompt(ArchiveClientDocument);
  const restore = useMutationWithPrompt(RestoreClientDocument);
  const [dialog, setDialog] = useState<'merge' | 'erase' | null>(null);
  const [notice, setNotice] = useState<string | null>(null);
  const { isArchived, change } = client.archivedAt
    ? { isArchived: true, change: restore }
    : { isArchived: false, change: archive };
  const close = () => setDialog(null);
  return (
    <div className="stack">
      {notice && <Notice tone="good">{notice}</Notice>}
      <ErrorMessage error={archive.error ?? restore.error} />
      <p className="row">
        <Button
          isBusy={change.isBusy}
          onClick={async () => {
            if ((await change.run({ id: client.id })).data) onChanged();
          }}
        >
          {isArchived ? clientsStrings.restore : clientsStrings.archive}
        </Button>
        <Button onClick={() => setDialog('merge')}>{clientsStrings.merge}</Button>
        {may('ERASE_CLIENTS') && (
          <Button variant="danger" onClick={() => setDialog('erase')}>
            {clientsStrings.erase}
          </Button>
        )}
      </p>
      {dialog === 'merge' && (
        <MergeDialog
          client={client}
          onClose={close}
          onMerged={(links) => {
            close();
            setNotice(clientsStrings.merged(links));
            onChanged();
          }}
        />
      )}
      {dialog === 'erase' && (
        <EraseDialog
          client={client}
          onClose={close}
          onErased={() => {
            close();
            onChanged();
          }}
        />
      )}
    </div>
  );
}
