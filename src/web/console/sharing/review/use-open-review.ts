import { useState } from 'react';
import { type CombinedError, useClient } from 'urql';
import { PromptOfJobDocument } from '../../../gen/operations';
import { useSharePrompts } from './prompt-context';

/** Loads the waiting prompt of a job and opens its review. `isGone`: somebody else has answered it meanwhile. */
export function useOpenReview(jobId: string) {
  const client = useClient();
  const { openPrompt } = useSharePrompts();
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<CombinedError | null>(null);
  const [isGone, setGone] = useState(false);
  const open = async () => {
    setBusy(true);
    const { data, error } = await client
      .query(PromptOfJobDocument, { jobId }, { requestPolicy: 'network-only' })
      .toPromise();
    setBusy(false);
    setError(error ?? null);
    setGone(!error && !data?.sharePrompt);
    if (data?.sharePrompt) openPrompt(data.sharePrompt);
  };
  return { open, isBusy, error, isGone };
}
