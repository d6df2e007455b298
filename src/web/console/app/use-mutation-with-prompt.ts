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
  const show = useCallback(
    (data: object, before: typeof waiting) => {
      const { sharePrompt, sharePromptStatus } = sharingResult(data);
      const wasWaiting = before.some(({ id }) => id === sharePrompt?.id);
      if (sharePrompt) showRaised(sharePrompt, wasWaiting);
      else if (sharePromptStatus) showStatus(sharePromptStatus);
    },
    [showRaised, showStatus],
  );
  const mutate = useCallback(
    async (variables: Variables): Promise<MutationResult<Data>> => {
      const { data, error } = await api.mutation(document, variables).toPromise();
      return error || !data ? { error: error as CombinedError } : { data };
    },
    [api, document],
  );
  const run = useCallback(
    async (variables: Variables): Promise<MutationResult<Data>> => {
      const before = latestWaiting.current;
      setBusy(true);
      setError(null);
      const result = await mutate(variables);
      setBusy(false);
      if (!result.data) {
        setError(result.error as CombinedError);
        return result;
      }
      setLastData(result.data);
      show(result.data as object, before);
      return result;
    },
    [mutate, show],
  );
  /** Runs each, in their order, as soon as its variables are there, if any. The prompt appears once, after the last. */
  const runAll = useCallback(
    async (
      each: Promise<Variables | null>[],
      onResult: (variables: Variables, result: MutationResult<Data>) => void,
    ): Promise<void> => {
      const before = latestWaiting.current;
      let last: object | undefined;
      for (const coming of each) {
        const variables = await coming;
        if (!variables) continue;
        const result = await mutate(variables);
        last = result.data ?? last;
        onResult(variables, result);
      }
      if (last) show(last, before);
    },
    [mutate, show],
  );
  return { run, runAll, isBusy, error, lastData };
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
