import {
  lazy,
  type ReactNode,
  Suspense,
  useCallback,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import type { PromptToReviewFragment, SharePromptStatus } from '../../../gen/operations';
import { strings } from '../../strings';
import { SharePromptContext } from './prompt-context';
import { returnFocus } from './return-focus';
import { ReviewBar } from './review-bar';

const TOAST_DURATION_MS = 10_000;
const ReviewDialog = lazy(() => import('./review-dialog'));

/** Renders the bar of a waiting prompt and its review above any page, and toasts. */
export function SharePromptProvider({ children }: { children: ReactNode }) {
  const [toast, setToast] = useToast();
  const { prompt, openPrompt, close } = useOpenPrompt();
  const [jobOfPage, setJobOfPage] = useState<string | null>(null);
  const [changedJob, setChangedJob] = useChangedJob();
  const isFirst = useIsFirst();
  const prompts = useMemo(
    () => ({
      ...{ openPrompt, setJobOfPage },
      showRaised: (raised: PromptToReviewFragment, wasWaiting: boolean) => {
        // The form that made the change may lead to another page, at once: the review opens above that one.
        if (isFirst(raised, wasWaiting)) setTimeout(() => openPrompt(raised), 0);
        else setTimeout(() => setChangedJob(raised.job.id), 0);
      },
      showStatus: (status: SharePromptStatus) =>
        setToast(strings.sharing.noPromptReasons[status] ?? ''),
    }),
    [openPrompt, isFirst, setChangedJob, setToast],
  );
  const jobId = jobOfPage ?? changedJob;
  return (
    <SharePromptContext value={prompts}>
      {children}
      <div className="toast" role="status">
        {toast && <p key={toast}>{toast}</p>}
      </div>
      {jobId && <ReviewBar key={jobId} jobId={jobId} isElsewhere={jobId !== jobOfPage} />}
      {prompt && (
        <Suspense>
          <ReviewDialog
            key={prompt.job.id}
            raised={prompt}
            onClose={(sentence) => {
              close();
              setToast(sentence);
            }}
          />
        </Suspense>
      )}
    </SharePromptContext>
  );
}

/** The prompt under review. Afterwards the focus is where it was, or on the heading of the page if that is gone. */
function useOpenPrompt() {
  const [prompt, setPrompt] = useState<PromptToReviewFragment | null>(null);
  const opener = useRef<Element | null>(null);
  const isOpen = prompt !== null;
  const openPrompt = useCallback((opened: PromptToReviewFragment) => {
    opener.current = document.activeElement;
    setPrompt(opened);
  }, []);
  useEffect(() => {
    if (!isOpen) return;
    return () => {
      // After the dialog, which gives the focus back only to what is still there.
      setTimeout(() => returnFocus(opener.current), 0);
    };
  }, [isOpen]);
  const close = useCallback(() => setPrompt(null), []);
  return { prompt, openPrompt, close };
}

/** The job that was last changed from a page of something else, such as a calendar, until the page is left. */
function useChangedJob() {
  const [jobId, setJobId] = useState<string | null>(null);
  useEffect(() => {
    const forget = () => setJobId(null);
    window.addEventListener('hashchange', forget);
    return () => window.removeEventListener('hashchange', forget);
  }, []);
  return [jobId, setJobId] as const;
}

/** Whether a prompt is the job's first and was not raised before. */
function useIsFirst() {
  const raised = useRef(new Set<string>());
  return useCallback(({ id, neverReviewed }: PromptToReviewFragment, wasWaiting: boolean) => {
    const isKnown = wasWaiting || raised.current.has(id);
    raised.current.add(id);
    return neverReviewed && !isKnown;
  }, []);
}

function useToast() {
  const [toast, setToast] = useState('');
  useEffect(() => {
    if (!toast) return;
    const timer = setTimeout(() => setToast(''), TOAST_DURATION_MS);
    return () => clearTimeout(timer);
  }, [toast]);
  return [toast, setToast] as const;
}
