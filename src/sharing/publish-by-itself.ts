import type { Unit } from '../database/unit-of-work.js';
import type { Candidate } from './candidates.js';
import { type ClientView, type ViewItem, withItem, withoutItem } from './client-view.js';
import type { PublicationReason } from './publication.entity.js';
import { publish } from './publish.js';
import type { SharePrompt } from './share-prompt.entity.js';
import type { ShareState } from './share-state.js';
import { allShareables, digestOf } from './shareable.js';
import type { Sharing } from './sharing.js';
import { onlyWritten, type WrittenFields } from './written-fields.js';

/**
 * Publishes the changes that need no review on a job that is already shared: a photo whose toggle was
 * turned, and what the client itself did. Everything else of the client's view stays as reviewed.
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
  const keys = changed.filter((key) =>
    isClient ? written.has(key) && isShownAndOffered(key, state) : comesOrGoesAtOnce(key, state),
  );
  const reason = isClient ? 'CLIENT_ACTED' : 'PUBLISHED_AT_ONCE';
  await publishAsTheyAre(sharing, unit, state, prompt, keys, reason, (view, candidate) =>
    isClient ? onlyWritten(view, candidate, written) : candidate,
  );
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
