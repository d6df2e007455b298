import {
  createContext,
  lazy,
  type ReactNode,
  Suspense,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useState,
} from 'react';
import type { PromptToReviewFragment, SharePromptStatus } from '../../gen/operations';
import { words } from '../words';

interface SharePrompts {
  /** Opens the prompt of a job. */
  raise(prompt: PromptToReviewFragment): void;
  /** Says why a change raised none, where somebody can do something about it. */
  say(status: SharePromptStatus): void;
}

const SHOWN_FOR = 10_000;
const Place = createContext<SharePrompts>({ raise: () => undefined, say: () => undefined });
const ReviewDialog = lazy(() => import('./review-dialog'));

/** From anywhere in the console: shows a prompt that a change has raised. */
export const useSharePrompts = () => useContext(Place);

/** Where share prompts appear, whatever page is open. */
export function PromptPlace({ children }: { children: ReactNode }) {
  const [prompt, setPrompt] = useState<PromptToReviewFragment | null>(null);
  const [told, setTold] = useState('');
  const close = useCallback((sentence: string) => {
    setPrompt(null);
    setTold(sentence);
  }, []);
  const prompts = useMemo(
    () => ({
      raise: setPrompt,
      say: (status: SharePromptStatus) => setTold(words.sharing.obstacles[status] ?? ''),
    }),
    [],
  );
  useEffect(() => {
    if (!told) return;
    const timer = setTimeout(() => setTold(''), SHOWN_FOR);
    return () => clearTimeout(timer);
  }, [told]);
  return (
    <Place.Provider value={prompts}>
      {children}
      <div className="toast" role="status">
        {told && <p key={told}>{told}</p>}
      </div>
      {prompt && (
        <Suspense>
          <ReviewDialog key={prompt.job.id} raised={prompt} onClose={close} />
        </Suspense>
      )}
    </Place.Provider>
  );
}
