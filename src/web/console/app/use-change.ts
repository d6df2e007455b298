import { useCallback, useRef, useState } from 'react';
import { type AnyVariables, type CombinedError, type TypedDocumentNode, useClient } from 'urql';
import type { PromptToReviewFragment, SharePromptStatus } from '../../gen/operations';
import { useSharePrompts } from '../sharing/prompt-place';
import { useWaitingPrompts } from '../sharing/waiting-prompts';

/** How a change went: its data, or why there is none. */
export type Outcome<Data> =
  | { data: Data; error?: undefined }
  | { data?: undefined; error: CombinedError };

/**
 * The only way in which the console changes anything. It looks at what came back: when a share prompt
 * waits, it opens by itself, so no form can forget it.
 */
export function useChange<Data, Variables extends AnyVariables>(
  document: TypedDocumentNode<Data, Variables>,
) {
  const api = useClient();
  const { raise, say } = useSharePrompts();
  const waiting = useWaitingPrompts();
  const known = useRef(waiting);
  known.current = waiting;
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<CombinedError | null>(null);
  /** What came of it the last time that it worked. */
  const [sent, setSent] = useState<Data | null>(null);
  const run = useCallback(
    async (variables: Variables): Promise<Outcome<Data>> => {
      const before = known.current;
      setBusy(true);
      setError(null);
      const answer = await api.mutation(document, variables).toPromise();
      setBusy(false);
      if (answer.error || !answer.data) {
        const error = answer.error as CombinedError;
        setError(error);
        return { error };
      }
      setSent(answer.data);
      const { sharePrompt, sharePromptStatus } = changeIn(answer.data);
      // What waited already at this revision was not raised by this change: it stays in its list.
      const isOld = before.some(
        ({ id, revision }) => id === sharePrompt?.id && revision === sharePrompt.revision,
      );
      if (sharePrompt && !isOld) raise(sharePrompt);
      else if (sharePromptStatus) say(sharePromptStatus);
      return { data: answer.data };
    },
    [api, document, raise, say],
  );
  return { run, isBusy, error, sent };
}

interface Told {
  sharePrompt?: PromptToReviewFragment | null;
  sharePromptStatus?: SharePromptStatus | null;
}

/** What the payload of a mutation says of sharing, whichever mutation it is. */
function changeIn(data: object): Told {
  const payloads = Object.values(data) as Told[];
  return payloads.find((payload) => payload?.sharePromptStatus) ?? {};
}
