import { createContext, type ReactNode, useContext, useEffect } from 'react';
import { useQuery, useSubscription } from 'urql';
import {
  PromptRaisedDocument,
  WaitingPromptsDocument,
  type WaitingPromptsQuery,
} from '../../gen/operations';
import { useWhatWaits } from '../today/what-waits';

export type WaitingPrompt = WaitingPromptsQuery['sharePrompts']['nodes'][number];

const NONE: WaitingPrompt[] = [];
const WaitingPromptsContext = createContext(NONE);

/** Prompts that wait for a review; always empty for staff without the SHARE permission. */
export const useWaitingPrompts = () => useContext(WaitingPromptsContext);

/** Provides the waiting prompts, read again whenever one is raised or dealt with in the business. */
export function WaitingPromptsProvider({ children }: { children: ReactNode }) {
  const [{ data }, execute] = useQuery({ query: WaitingPromptsDocument });
  const [raised] = useSubscription({ query: PromptRaisedDocument });
  const reading = useWhatWaits();
  useEffect(() => {
    if (raised.data || reading > 0) execute({ requestPolicy: 'network-only' });
  }, [raised.data, reading, execute]);
  return (
    <WaitingPromptsContext value={data?.sharePrompts.nodes ?? NONE}>
      {children}
    </WaitingPromptsContext>
  );
}
