import type { Principal } from '../../visibility/principal.js';
import { publishWithoutReview } from '../publish/auto-publish.js';
import { changedKeys } from '../state/digests.js';
import { outdatedUntil } from '../state/outdated-groups.js';
import type { ShareState } from '../state/share-state.js';
import type { WrittenFields } from '../state/written-fields.js';
import type { Outcome } from './outcome.js';
import { close, offer, type Prompt, raise, setScheduleOutdated } from './prompt.js';
import { obstacle } from './prompt-status.js';

/**
 * Effect of a change on the prompt of its job, and what is published without a review. Compares what can be shared
 * now (`state`) with what could be shared and was reviewed before (`before`). Pure function.
 */
export function settle(
  state: ShareState,
  before: Prompt,
  written: WrittenFields,
  actor: Principal | null,
  now: Date,
): Outcome {
  const prompt = offer(before, state.client?.id ?? null, state.offered, now);
  const changed = changedKeys(before.offered, state.offered);
  const offerChange = { changed, offeredBefore: before.offered };
  const published = publishWithoutReview(state, prompt, offerChange, written, actor);
  const shown = published.draft ?? state.publication;
  const waiting = waitOrClose(published.prompt, state, shown?.itemKeys ?? [], actor, now);
  return { ...published, prompt: setScheduleOutdated(waiting, outdatedUntil(state, shown), now) };
}

/** The prompt waits while anything is unreviewed, and is closed otherwise. `shownKeys`: items that the client sees now. */
export function waitOrClose(
  prompt: Prompt,
  state: ShareState,
  shownKeys: string[],
  actor: Principal | null,
  now: Date,
): Prompt {
  if (!isUnreviewed(prompt, shownKeys)) return close(prompt);
  const ready = obstacle({ ...state, portalEnabled: true }) === null;
  const waiting = { ...prompt, waiting: true, ready };
  if (obstacle(state) !== null) return waiting;
  return raise(waiting, actor?.kind === 'STAFF' ? actor.staffId : null, now);
}

/** Whether any item differs from its last review. An item that is gone counts only if the client still sees it. */
function isUnreviewed({ offered, reviewed }: Prompt, shownKeys: string[]): boolean {
  return changedKeys(offered, reviewed).some(
    (key) => offered[key] !== undefined || shownKeys.includes(key),
  );
}
