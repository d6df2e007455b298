import { useCallback, useRef, useState } from 'react';
import { type AnyVariables, type CombinedError, type TypedDocumentNode, useClient } from 'urql';
import type { PromptToReviewFragment, SharePromptStatus } from '../../gen/operations';
import { useSharePrompts } from '../sharing/review/prompt-context';
import { useWaitingPrompts } from '../sharing/waiting-prompts';

/** Result of a mutation: its data or its error. */
export type MutationResult<Data> =
  | { data: Data; error?: undefined }
  | { data?: undefined; error: CombinedError };

/**
 * The only way in which the console changes data. When the payload has a share prompt, its review opens or its bar
 * appears, so no form can forget it.
 */
export function useMutationWithPrompt<Data, Variables extends AnyVariables>(
  document: TypedDocumentNode<Data, Variables>,
) {
  const api = useClient();
  const { showRaised, showStatus } = useSharePrompts();
  const waiting = useWaitingPrompts();
  const latestWaiting = useRef(waiting);
  latestWaiting.current = waiting;
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<CombinedError | null>(null);
  /** Data of the last successful run. */
  const [lastData, setLastData] = useState<Data | null>(null);
  const run = useCallback(
    async (variables: Variables): Promise<MutationResult<Data>> => {
      const before = latestWaiting.current;
      setBusy(true);
      setError(null);
      const result = await api.mutation(document, variables).toPromise();
      setBusy(false);
      if (result.error || !result.data) {
        const error = result.error as CombinedError;
        setError(error);
        return { error };
      }
      setLastData(result.data);
      const { sharePrompt, sharePromptStatus } = sharingResult(result.data);
      const wasWaiting = before.some(({ id }) => id === sharePrompt?.id);
      if (sharePrompt) showRaised(sharePrompt, wasWaiting);
      else if (sharePromptStatus) showStatus(sharePromptStatus);
      return { data: result.data };
    },
    [api, document, showRaised, showStatus],
  );
  return { run, isBusy, error, lastData };
}

interface SharingResult {
  sharePrompt?: PromptToReviewFragment | null;
  sharePromptStatus?: SharePromptStatus | null;
}

/** The sharing fields of whichever payload has them. */
function sharingResult(data: object): SharingResult {
  const payloads = Object.values(data) as SharingResult[];
  return payloads.find((payload) => payload?.sharePromptStatus) ?? {};
}
