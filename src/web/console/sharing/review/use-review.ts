import { useEffect, useState } from 'react';
import { useClient } from 'urql';
import {
  DismissSharePromptDocument,
  PromptOfJobDocument,
  type PromptToReviewFragment,
  ShareWithClientDocument,
} from '../../../gen/operations';
import { errorCode } from '../../app/api';
import { useMutationWithPrompt } from '../../app/use-mutation-with-prompt';
import { useViewer } from '../../session/viewer';
import { strings } from '../../strings';
import { draftKeyOf, dropDraft, type ReviewDraft, readDraft, saveDraft } from './review-drafts';

/** State of an open review: checked items, message, and the actions send and dismiss. */
export function useReview(raised: PromptToReviewFragment, onClose: (toast: string) => void) {
  const client = useClient();
  const { staffId } = useViewer();
  const [prompt, setPrompt] = useState(raised);
  const jobId = prompt.job.id;
  const draftKey = draftKeyOf(staffId, jobId);
  const [draft, setDraft] = useState(() => startingFrom(readDraft(draftKey), raised));
  const [isTouched, setTouched] = useState(false);
  const [isStale, setStale] = useState(false);
  const share = useMutationWithPrompt(ShareWithClientDocument);
  const dismissal = useMutationWithPrompt(DismissSharePromptDocument);
  useEffect(() => {
    if (isTouched) saveDraft(draftKey, draft);
  }, [isTouched, draft, draftKey]);

  const edit = (change: (before: ReviewDraft) => Partial<ReviewDraft>) => {
    setTouched(true);
    setDraft((before) => ({ ...before, ...change(before) }));
  };

  const setChecked = (keys: string[], isChecked: boolean) => {
    const set = new Set(keys);
    edit(({ checkedKeys }) => {
      const others = checkedKeys.filter((key) => !set.has(key));
      return { checkedKeys: isChecked ? [...others, ...keys] : others };
    });
  };

  const answered = (toast: string) => {
    setTouched(false);
    dropDraft(draftKey);
    onClose(toast);
  };

  /** Replaces the prompt by its current revision after somebody else changed or reviewed it. */
  const reload = async () => {
    const { data } = await client
      .query(PromptOfJobDocument, { jobId }, { requestPolicy: 'network-only' })
      .toPromise();
    const current = data?.sharePrompt;
    if (!current) return answered(strings.sharing.nothingLeft);
    setPrompt(current);
    const { raisedAt } = current;
    setDraft((before) => ({ ...before, raisedAt, ...mergedTicks(current, before) }));
    setStale(true);
  };

  const keepInSync = draft.keepInSync ?? prompt.job.keepInSync ?? false;

  const send = async () => {
    const { checkedKeys: items, message } = draft;
    const { data, error } = await share.run({
      input: {
        ...{ jobId, revision: prompt.revision, items, message: message || null },
        // What somebody chose holds, also against a switch that somebody else has turned meanwhile.
        ...(draft.keepInSync !== null && { keepInSync }),
      },
    });
    if (errorCode(error) === 'PROMPT_STALE') return reload();
    if (data) answered(strings.sharing.sentTo(data.shareWithClient.deliveries?.[0]?.to ?? ''));
  };

  const dismiss = async () => {
    const { data, error } = await dismissal.run({ jobId, revision: prompt.revision });
    if (errorCode(error) === 'PROMPT_STALE') return reload();
    if (data) answered(strings.sharing.notSent);
  };

  const error = [share.error, dismissal.error].find(
    (candidate) => candidate && errorCode(candidate) !== 'PROMPT_STALE',
  );
  const { checkedKeys, message } = draft;
  return {
    ...{ prompt, checkedKeys, message, keepInSync, isStale, error, send, dismiss, setChecked },
    setMessage: (text: string) => edit(() => ({ message: text })),
    setKeepInSync: (isOn: boolean) => edit(() => ({ keepInSync: isOn })),
    isBusy: share.isBusy || dismissal.isBusy,
  };
}

export type Review = ReturnType<typeof useReview>;

/** Ticks and words to begin with. The words of a draft always stay; its ticks only while it is the same prompt. */
function startingFrom(draft: ReviewDraft | null, prompt: PromptToReviewFragment): ReviewDraft {
  const { raisedAt } = prompt;
  const isSamePrompt = draft?.raisedAt === raisedAt;
  return {
    raisedAt,
    message: draft?.message ?? '',
    keepInSync: isSamePrompt && draft ? draft.keepInSync : null,
    ...mergedTicks(prompt, isSamePrompt && draft ? draft : { knownKeys: [], checkedKeys: [] }),
  };
}

/** Ticks for a prompt: items that were offered before keep theirs, new ones start preselected or not. */
function mergedTicks(
  { items }: PromptToReviewFragment,
  before: Pick<ReviewDraft, 'knownKeys' | 'checkedKeys'>,
): Pick<ReviewDraft, 'knownKeys' | 'checkedKeys'> {
  const [known, checked] = [new Set(before.knownKeys), new Set(before.checkedKeys)];
  const isChecked = (item: PromptToReviewFragment['items'][number]) =>
    known.has(item.key) ? checked.has(item.key) : item.preselected;
  return {
    knownKeys: items.map(({ key }) => key),
    checkedKeys: items.filter(isChecked).map(({ key }) => key),
  };
}
