import { useState } from 'react';
import { useClient } from 'urql';
import {
  NotNowDocument,
  PromptOfJobDocument,
  type PromptToReviewFragment,
  ShareDocument,
} from '../../gen/operations';
import { codeOf } from '../app/api';
import { useChange } from '../app/use-change';
import { words } from '../words';

/** A review under way: what is ticked, the message, and the two answers. */
export function useReview(raised: PromptToReviewFragment, onClose: (told: string) => void) {
  const api = useClient();
  const [prompt, setPrompt] = useState(raised);
  const [ticked, setTicked] = useState(() => preselected(raised));
  const [message, setMessage] = useState('');
  const [isStale, setStale] = useState(false);
  const share = useChange(ShareDocument);
  const notNow = useChange(NotNowDocument);
  const jobId = prompt.job.id;

  const tick = (key: string, isOn: boolean) =>
    setTicked((before) => (isOn ? [...before, key] : before.filter((each) => each !== key)));

  /** Somebody was faster: what waits now takes the place of what was looked at. */
  const lookAgain = async () => {
    const { data } = await api
      .query(PromptOfJobDocument, { jobId }, { requestPolicy: 'network-only' })
      .toPromise();
    const fresh = data?.sharePrompt;
    if (!fresh) return onClose(words.sharing.answeredByOthers);
    setPrompt(fresh);
    setTicked((before) => stillTicked(fresh, before, prompt));
    setStale(true);
  };

  const send = async () => {
    const input = { jobId, revision: prompt.revision, items: ticked, message: message || null };
    const { data, error } = await share.run({ input });
    if (codeOf(error) === 'PROMPT_STALE') return lookAgain();
    if (data) onClose(words.sharing.sentTo(data.shareWithClient.deliveries?.[0]?.to ?? ''));
  };

  const leave = async () => {
    const { data, error } = await notNow.run({ jobId, revision: prompt.revision });
    if (codeOf(error) === 'PROMPT_STALE') return lookAgain();
    if (data) onClose(words.sharing.notSent);
  };

  const error = [share.error, notNow.error].find((each) => each && codeOf(each) !== 'PROMPT_STALE');
  const isBusy = share.isBusy || notNow.isBusy;
  return { prompt, ticked, tick, message, setMessage, isStale, send, leave, error, isBusy };
}

export type Review = ReturnType<typeof useReview>;

function preselected({ items }: PromptToReviewFragment): string[] {
  return items.filter((each) => each.preselected).map(({ key }) => key);
}

/** What was ticked stays so; what was not there before starts as the prompt would have it. */
function stillTicked(
  fresh: PromptToReviewFragment,
  ticked: string[],
  seen: PromptToReviewFragment,
): string[] {
  const known = new Set(seen.items.map(({ key }) => key));
  return fresh.items
    .filter((each) => (known.has(each.key) ? ticked.includes(each.key) : each.preselected))
    .map(({ key }) => key);
}
