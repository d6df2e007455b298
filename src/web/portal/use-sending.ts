import { useEffect, useState } from 'react';
import { errorMessage } from './errors';
import type { PortalError } from './portal-api';
import { type PageTexts, useTexts } from './texts';

const SLOW_AFTER_MS = 5_000;

/** State of a request that sends something. */
export interface Sending {
  isSending: boolean;
  /** It takes long; said to the reader, who would press again. */
  isSlow: boolean;
  /** Sentence about the failure of the last attempt. */
  problem: string | null;
  setProblem(problem: string | null): void;
  /** Sends, unless it is being sent; returns whether it was done. */
  send(request: () => Promise<{ error?: PortalError }>): Promise<{ error?: PortalError }>;
}

export function useSending(): Sending {
  const texts = useTexts();
  const [isSending, setSending] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const isSlow = useSlow(isSending);
  return {
    isSending,
    isSlow,
    problem,
    setProblem,
    async send(request) {
      setSending(true);
      setProblem(null);
      const wasOnline = navigator.onLine;
      const result = await request();
      setSending(false);
      if (result.error) setProblem(failureOf(result.error, wasOnline, texts));
      return result;
    },
  };
}

/** Without a connection nothing was sent; when it broke in between, nobody here knows. */
function failureOf(error: PortalError, wasOnline: boolean, texts: PageTexts): string {
  if (!error.networkError || error.graphQLErrors.length > 0) return errorMessage(error, texts);
  return wasOnline ? texts.pageStrings.unknown : texts.pageStrings.notSent;
}

function useSlow(isSending: boolean): boolean {
  const [isSlow, setSlow] = useState(false);
  useEffect(() => {
    if (!isSending) return;
    const timer = setTimeout(() => setSlow(true), SLOW_AFTER_MS);
    return () => {
      clearTimeout(timer);
      setSlow(false);
    };
  }, [isSending]);
  return isSlow;
}
