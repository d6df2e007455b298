import { createContext, type ReactNode, useContext, useEffect } from 'react';
import { useQuery, useSubscription } from 'urql';
import {
  PromptRaisedDocument,
  PromptsThatWaitDocument,
  type PromptsThatWaitQuery,
} from '../../gen/operations';

export type WaitingPrompt = PromptsThatWaitQuery['sharePrompts']['nodes'][number];

const NONE: WaitingPrompt[] = [];
const Waiting = createContext(NONE);

/** The prompts that nobody has reviewed yet; none for those who review none. */
export const useWaitingPrompts = () => useContext(Waiting);

/** Keeps the list fresh: each prompt that is raised anywhere in the business is told at once. */
export function WaitingPromptsProvider({ children }: { children: ReactNode }) {
  const [{ data }, ask] = useQuery({ query: PromptsThatWaitDocument });
  const [raised] = useSubscription({ query: PromptRaisedDocument });
  useEffect(() => {
    if (raised.data) ask({ requestPolicy: 'network-only' });
  }, [raised.data, ask]);
  return <Waiting.Provider value={data?.sharePrompts.nodes ?? NONE}>{children}</Waiting.Provider>;
}
