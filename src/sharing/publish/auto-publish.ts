import { digestOf, shareableOf, sharedJobDeclaration } from '../../shareable/shareable.js';
import type { Principal } from '../../visibility/principal.js';
import type { Outcome } from '../prompt/outcome.js';
import { type Prompt, reviewItem } from '../prompt/prompt.js';
import type { Candidate } from '../state/candidates.js';
import { type ClientView, type ViewItem, withItem, withoutItem } from '../state/client-view.js';
import type { ShareState } from '../state/share-state.js';
import { onlyWritten, publishedWhenWritten, type WrittenFields } from '../state/written-fields.js';
import { onlyAutoPublishedFields, outdatedKeys } from './auto-published-fields.js';
import type { PublicationReason } from './publication.entity.js';
import { isShownUnchanged } from './shown-unchanged.js';

/** Reasons to publish an item without a review. If several apply to a version, it gets the first. */
const REASONS = ['CLIENT_ACTED', 'PUBLISHED_AT_ONCE', 'KEPT_IN_SYNC'] as const;

/** Change of what can be shared of a job. */
export interface OfferChange {
  /** Keys of the items that were added, changed or removed. */
  changed: string[];
  offeredBefore: Prompt['offered'];
}

/**
 * Publishes the changes of a shared job that need no review: a photo whose toggle was changed, a note that has become
 * internal, a payment of a shared invoice, an answer to a quote, actions of the client, and shared items of a job that is kept in sync. All other items of the client's view
 * stay as reviewed.
 */
export function publishWithoutReview(
  state: ShareState,
  prompt: Prompt,
  { changed, offeredBefore }: OfferChange,
  written: WrittenFields,
  actor: Principal | null,
): Outcome {
  const isClient = actor?.kind === 'CLIENT';
  const outdated = outdatedKeys(state);
  /** What this change wrote of a shown item that is published when it is written, such as the answer to a quote. */
  const atOnce = (key: string): WrittenFields => {
    const offered = state.publication && offeredCandidate(state, key);
    if (!offered || !isShown(key, state)) return new Map();
    return publishedWhenWritten(offered, (state.publication as Shown).view, written);
  };
  const reasonOf = (key: string) => {
    if (isClient && written.has(key) && isShownAndOffered(key, state)) return 'CLIENT_ACTED';
    if (outdated.includes(key) || atOnce(key).size > 0) return 'PUBLISHED_AT_ONCE';
    if (written.has(key) && isToBeWithdrawn(key, state)) return 'PUBLISHED_AT_ONCE';
    if (!isClient && appearsOrDisappears(key, state, offeredBefore)) return 'PUBLISHED_AT_ONCE';
    return staysInSync(key, state) ? 'KEPT_IN_SYNC' : null;
  };
  const keys = [...new Set([...changed, ...outdated])].filter((key) => reasonOf(key) !== null);
  const moved = keys.filter((key) => !isShownUnchanged(state, key));
  const reason = REASONS.find((possible) => moved.some((key) => reasonOf(key) === possible));
  // A change that was reverted needs neither a publication nor a review.
  const reviewed = keys.filter((key) => !moved.includes(key)).reduce(reviewItem, prompt);
  if (!reason) return { prompt: reviewed, draft: null };
  return autoPublishNow(state, reviewed, moved, reason, (view, candidate) => {
    if (reasonOf(candidate.key) === 'CLIENT_ACTED') return onlyWritten(view, candidate, written);
    const fields = atOnce(candidate.key);
    if (fields.size > 0) return onlyWritten(view, candidate, fields);
    const isPartly = outdated.includes(candidate.key) && !staysInSync(candidate.key, state);
    return isPartly ? onlyAutoPublishedFields(view, candidate) : candidate;
  });
}

type Shown = NonNullable<ShareState['publication']>;

/**
 * Publishes the given items of a shared job in their current state; the rest of the view stays as reviewed.
 * `toItem` can limit what is published of an item.
 */
export function autoPublishNow(
  state: ShareState,
  before: Prompt,
  keys: string[],
  reason: PublicationReason,
  toItem: (view: ClientView, candidate: Candidate) => ViewItem = (_, candidate) => candidate,
): Outcome {
  const { publication } = state;
  if (!publication || keys.length === 0) return { prompt: before, draft: null };
  let { view, itemKeys } = publication;
  let prompt = before;
  for (const key of keys) {
    const offered = offeredCandidate(state, key);
    const item = offered && toItem(view, offered);
    view = item ? withItem(view, item) : withoutItem(view, key);
    itemKeys = itemKeys.filter((other) => other !== key).concat(item ? [key] : []);
    // If only part of the item was published, the rest still needs a review.
    if (!item || digestOf(item.content) === state.offered[key]) prompt = reviewItem(prompt, key);
  }
  return { prompt, draft: { view, itemKeys, reason } };
}

/**
 * Whether an `autoPublish` item is added or removed. Changes of a shown item, such as a caption, need a review. An item
 * that could be shown before and was not was left out by staff: a payment of such an invoice does not show it again.
 */
function appearsOrDisappears(
  key: string,
  state: ShareState,
  offeredBefore: Prompt['offered'],
): boolean {
  if (!isAutoPublished(key)) return false;
  return isShown(key, state)
    ? !isOffered(key, state)
    : isOffered(key, state) && !(key in offeredBefore);
}

/** Whether the client has an item that may no longer be shown, such as a note that has become internal. */
function isToBeWithdrawn(key: string, state: ShareState): boolean {
  if (!shareableOf(key.split(':')[0])?.withdrawnWhenHidden || !isShown(key, state)) return false;
  return state.candidates.some((candidate) => candidate.key === key && candidate.refusal !== null);
}

/** Whether the item is kept in sync. Only items that the client sees already: new ones need a review. */
function staysInSync(key: string, state: ShareState): boolean {
  const kind = key.split(':')[0];
  const noun = kind === 'STATUS' ? sharedJobDeclaration() : shareableOf(kind);
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

function isAutoPublished(key: string): boolean {
  return shareableOf(key.split(':')[0])?.autoPublish ?? false;
}

function offeredCandidate(state: ShareState, key: string): Candidate | undefined {
  return state.candidates.find((candidate) => candidate.key === key && candidate.refusal === null);
}
