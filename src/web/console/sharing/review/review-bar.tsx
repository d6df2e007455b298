import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { useQuery, useSubscription } from 'urql';
import { Button } from '../../../design/button';
import { LiveNotice } from '../../../design/notice';
import { FollowJobDocument, WaitingPromptOfJobDocument } from '../../../gen/operations';
import { ErrorMessage } from '../../app/error-message';
import { strings as consoleStrings } from '../../strings';
import { useWaitingPrompts } from '../waiting-prompts';
import { changeCountOf } from './change-count';
import { focusHeading } from './return-focus';
import { reviewStrings as strings } from './review-strings';
import { useOpenReview } from './use-open-review';

interface ReviewBarProps {
  jobId: string;
  /** The page is about something else, so the bar says which job it means. */
  isElsewhere: boolean;
}

/** Bar at the bottom of the page while changes of a job wait for a review; live. */
export function ReviewBar({ jobId, isElsewhere }: ReviewBarProps) {
  const [{ data }, execute] = useQuery({
    query: WaitingPromptOfJobDocument,
    variables: { jobId },
  });
  const [changed] = useSubscription({ query: FollowJobDocument, variables: { id: jobId } });
  const raised = useWaitingPrompts().find(({ job }) => job.id === jobId)?.revision;
  const known = useRef({ changed: changed.data, raised });
  useEffect(() => {
    const isNews = known.current.changed !== changed.data || known.current.raised !== raised;
    known.current = { changed: changed.data, raised };
    if (isNews) execute({ requestPolicy: 'network-only' });
  }, [changed.data, raised, execute]);
  const prompt = data?.sharePrompt;
  if (!prompt) return null;
  const { number, title } = prompt.job;
  const count = changeCountOf(prompt);
  const text = strings.barText(count);
  return (
    <Bar
      jobId={jobId}
      text={isElsewhere ? strings.barOfJob(number, title, text) : text}
      announcement={strings.announced(count)}
    />
  );
}

interface BarProps {
  jobId: string;
  text: string;
  announcement: string;
}

function Bar({ jobId, text, announcement }: BarProps) {
  const { open, isBusy, error, isGone } = useOpenReview(jobId);
  const bar = useRef<HTMLElement>(null);
  const [said, setSaid] = useState('');
  // A live region is read out when its text changes, not when it appears with it.
  useEffect(() => setSaid(announcement), [announcement]);
  useLayoutEffect(() => {
    const element = bar.current;
    return () => {
      if (element?.contains(document.activeElement)) setTimeout(focusHeading, 0);
    };
  }, []);
  return (
    <aside className="review-bar" aria-label={strings.bar} ref={bar}>
      <Button variant="primary" isBusy={isBusy} onClick={open}>
        {text}
      </Button>
      <ErrorMessage error={error} />
      {isGone && <p role="status">{consoleStrings.sharing.nothingLeft}</p>}
      <LiveNotice>{said}</LiveNotice>
    </aside>
  );
}
