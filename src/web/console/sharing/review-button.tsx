import { useState } from 'react';
import { useClient } from 'urql';
import { Button } from '../../design/button';
import { PromptOfJobDocument } from '../../gen/operations';
import { words } from '../words';
import { useSharePrompts } from './prompt-place';

/** Opens the prompt of a job as it waits now. */
export function ReviewButton({ jobId }: { jobId: string }) {
  const api = useClient();
  const { raise } = useSharePrompts();
  const [isBusy, setBusy] = useState(false);
  const open = async () => {
    setBusy(true);
    const { data } = await api
      .query(PromptOfJobDocument, { jobId }, { requestPolicy: 'network-only' })
      .toPromise();
    setBusy(false);
    if (data?.sharePrompt) raise(data.sharePrompt);
  };
  return (
    <Button look="primary" isBusy={isBusy} onClick={open}>
      {words.sharing.review}
    </Button>
  );
}
