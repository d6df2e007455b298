import { createContext, type ReactNode, useContext, useEffect } from 'react';
import { useQuery, useSubscription } from 'urql';
import {
  PromptRaisedDocument,
  WaitingPromptsDocument,
  type WaitingPromptsQuery,
} from '../../gen/operations';

export type WaitingPrompt = WaitingPromptsQuery['sharePrompts']['nodes'][number];

const NONE: WaitingPrompt[] = [];
const WaitingPromptsContext = createContext(NONE);

/** Prompts that wait for a review; always empty for staff without the SHARE permission. */
export const useWaitingPrompts = () => useContext(WaitingPromptsContext);

/** Provides the waiting prompts, refetched whenever one is raised in the business. */
export function WaitingPromptsProvider({ children }: { children: ReactNode }) {
  const [{ data }, execute] = useQuery({ query: WaitingPromptsDocument });
  const [raised] = useSubscription({ query: PromptRaisedDocument });
  useEffect(() => {
    if (raised.data) execute({ requestPolicy: 'network-only' });
  }, [raised.data, execute]);
  return (
    <WaitingPromptsContext value={data?.sharePrompts.nodes ?? NONE}>
      {children}
    </WaitingPromptsContext>
  );
}
