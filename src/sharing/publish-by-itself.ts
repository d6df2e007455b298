import type { Unit } from '../database/unit-of-work.js';
import type { Candidate } from './candidates.js';
import { type ClientView, type ViewItem, withItem, withoutItem } from './client-view.js';
import { keysThatLag, onlyFieldsAtOnce } from './fields-at-once.js';
import type { PublicationReason } from './publication.entity.js';
import { publish } from './publish.js';
import type { SharePrompt } from './share-prompt.entity.js';
import type { ShareState } from './share-state.js';
import { allShareables, digestOf, theSharedJob } from './shareable.js';
import type { Sharing } from './sharing.js';
import { shownAsItIs } from './shown-as-it-is.js';
import { onlyWritten, type WrittenFields } from './written-fields.js';

/** Why an item changes without a review. A version that has several reasons names the first. */
const WITHOUT_REVIEW = ['CLIENT_ACTED', 'PUBLISHED_AT_ONCE', 'KEPT_IN_SYNC'] as const;

/**
 * Publishes the changes that need no review on a job that is already shared: a photo whose toggle was
 * turned, a payment of an invoice that the client has, what the client itself did, and what somebody
 * chose to keep in sync. Everything else of the client's view stays as reviewed.
 */
export async function publishByItself(
  sharing: Sharing,
  unit: Unit,
  state: ShareState,
  prompt: SharePrompt,
  changed: string[],
  written: WrittenFields,
): Promise<void> {
  const isClient = unit.actor?.kind === 'CLIENT';
  const lagging = keysThatLag(state);
  const reasonOf = (key: string) => {
    if (isClient && written.has(key) && isShownAndOffered(key, state)) return 'CLIENT_ACTED';
    if (lagging.includes(key)) return 'PUBLISHED_AT_ONCE';
    if (!isClient && comesOrGoesAtOnce(key, state)) return 'PUBLISHED_AT_ONCE';
    return staysInSync(key, state) ? 'KEPT_IN_SYNC' : null;
  };
  const keys = [...new Set([...changed, ...lagging])].filter((key) => reasonOf(key) !== null);
  const moved = keys.filter((key) => !shownAsItIs(state, key));
  const reason = WITHOUT_REVIEW.find((each) => moved.some((key) => reasonOf(key) === each));
  // A change that was taken back leaves nothing to publish, and nothing to review either.
  for (const key of keys) if (!moved.includes(key)) prompt.reviewItem(key);
  if (!reason) return;
  await publishAsTheyAre(sharing, unit, state, prompt, moved, reason, (view, candidate) => {
    if (reasonOf(candidate.key) === 'CLIENT_ACTED') return onlyWritten(view, candidate, written);
    const isPartly = lagging.includes(candidate.key) && !staysInSync(candidate.key, state);
    return isPartly ? onlyFieldsAtOnce(view, candidate) : candidate;
  });
}

/** Publishes these items of a shared job as they are now; the rest of the view stays as reviewed. */
export async function publishAsTheyAre(
  sharing: Sharing,
  unit: Unit,
  state: ShareState,
  prompt: SharePrompt,
  keys: string[],
  reason: PublicationReason,
  asShared: (view: ClientView, candidate: Candidate) => ViewItem = (_, candidate) => candidate,
): Promise<void> {
  const { publication } = state;
  if (!publication || keys.length === 0) return;
  let { view, itemKeys } = publication;
  for (const key of keys) {
    const offered = offeredCandidate(state, key);
    const item = offered && asShared(view, offered);
    view = item ? withItem(view, item) : withoutItem(view, key);
    itemKeys = itemKeys.filter((each) => each !== key).concat(item ? [key] : []);
    // Whatever else is different about it was not published, and so still waits for its review.
    if (!item || digestOf(item.content) === state.offered[key]) prompt.reviewItem(key);
  }
  state.publication = { ...publication, view, itemKeys };
  await publish(unit, sharing.project, state, { view, itemKeys, reason });
}

/** Only coming and going is at once: a shown photo with a new caption waits for its review. */
function comesOrGoesAtOnce(key: string, state: ShareState): boolean {
  return isShown(key, state) !== isOffered(key, state) && isAtOnce(key);
}

/** Only what the client has already: something new waits for its review, and what is gone leaves. */
function staysInSync(key: string, state: ShareState): boolean {
  const kind = key.split(':')[0];
  const noun =
    kind === 'STATUS' ? theSharedJob() : allShareables().find((each) => each.kind === kind);
  return state.keepInSync && isShown(key, state) && (noun?.canKeepInSync ?? false);
}

function isShownAndOffered(key: string, state: ShareState): boolean {
  return isShown(key, state) && isOffered(key, state);
}

function isShown(key: string, { publication }: ShareState): boolean {
  return publication?.itemKeys.includes(key) ?? false;
}

function isOffered(key: string, state: ShareState): boolean {
  return offeredCandidate(state, key) !== undefined;
}

function isAtOnce(key: string): boolean {
  const kind = key.split(':')[0];
  return allShareables().some((noun) => noun.kind === kind && noun.publishesAtOnce);
}

function offeredCandidate(state: ShareState, key: string): Candidate | undefined {
  return state.candidates.find((each) => each.key === key && each.refusal === null);
}
