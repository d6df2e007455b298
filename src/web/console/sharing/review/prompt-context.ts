import { createContext, useContext, useEffect } from 'react';
import type { PromptToReviewFragment, SharePromptStatus } from '../../../gen/operations';

interface SharePrompts {
  /** Opens the review of a prompt. */
  openPrompt(prompt: PromptToReviewFragment): void;
  /**
   * After a change: opens the review of a job's first prompt, unless it was waiting before; later ones show themselves in the
   * bar.
   */
  showRaised(prompt: PromptToReviewFragment, wasWaiting: boolean): void;
  /** Shows why a change raised no prompt, when somebody can do something about it. */
  showStatus(status: SharePromptStatus): void;
  /** Sets the job that the page is about; null for none. */
  setJobOfPage(jobId: string | null): void;
}

export const SharePromptContext = createContext<SharePrompts>({
  openPrompt: () => undefined,
  showRaised: () => undefined,
  showStatus: () => undefined,
  setJobOfPage: () => undefined,
});

/** Opens share prompts from anywhere in the console. Does nothing for staff without the SHARE permission. */
export const useSharePrompts = () => useContext(SharePromptContext);

/** Shows the bar of a job's waiting prompt on the page that calls it. */
export function useReviewBarOf(jobId: string | null | undefined): void {
  const { setJobOfPage } = useSharePrompts();
  useEffect(() => {
    setJobOfPage(jobId ?? null);
    return () => setJobOfPage(null);
  }, [jobId, setJobOfPage]);
}
