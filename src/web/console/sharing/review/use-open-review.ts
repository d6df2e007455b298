import { useState } from 'react';
import { useClient } from 'urql';
import { PromptOfJobDocument } from '../../../gen/operations';
import { useSharePrompts } from './prompt-context';

/** Loads the waiting prompt of a job and opens its review. */
export function useOpenReview(jobId: string) {
  const client = useClient();
  const { openPrompt } = useSharePrompts();
  const [isBusy, setBusy] = useState(false);
  const open = async () => {
    setBusy(true);
    const { data } = await client
      .query(PromptOfJobDocument, { jobId }, { requestPolicy: 'network-only' })
      .toPromise();
    setBusy(false);
    if (data?.sharePrompt) openPrompt(data.sharePrompt);
  };
  return { open, isBusy };
}
