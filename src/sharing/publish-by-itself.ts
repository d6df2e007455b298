import type { Unit } from '../database/unit-of-work.js';
import type { Candidate } from './candidates.js';
import { withItem, withoutItem } from './client-view.js';
import type { PublicationReason } from './publication.entity.js';
import { publish } from './publish.js';
import type { SharePrompt } from './share-prompt.entity.js';
import type { ShareState } from './share-state.js';
import { allShareables } from './shareable.js';
import type { Sharing } from './sharing.js';

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
): Promise<void> {
  const keys = changed.filter((key) => publishesItself(key, state, unit));
  const reason = unit.actor?.kind === 'CLIENT' ? 'CLIENT_ACTED' : 'PUBLISHED_AT_ONCE';
  await publishAsTheyAre(sharing, unit, state, prompt, keys, reason);
}

/** Publishes these items of a shared job as they are now; the rest of the view stays as reviewed. */
export async function publishAsTheyAre(
  sharing: Sharing,
  unit: Unit,
  state: ShareState,
  prompt: SharePrompt,
  keys: string[],
  reason: PublicationReason,
): Promise<void> {
  const { publication } = state;
  if (!publication || keys.length === 0) return;
  let { view, itemKeys } = publication;
  for (const key of keys) {
    const offered = offeredCandidate(state, key);
    view = offered ? withItem(view, offered) : withoutItem(view, key);
    itemKeys = itemKeys.filter((each) => each !== key).concat(offered ? [key] : []);
    prompt.reviewItem(key);
  }
  state.publication = { ...publication, view, itemKeys };
  await publish(unit, sharing.project, state, { view, itemKeys, reason });
}

function publishesItself(key: string, state: ShareState, { actor }: Unit): boolean {
  const shown = state.publication?.itemKeys.includes(key) ?? false;
  const candidate = state.candidates.find((each) => each.key === key);
  const offered = candidate?.refusal === null;
  if (actor?.kind === 'CLIENT') return shown && offered;
  // Only coming and going is at once: a shown photo with a new caption waits for its review.
  return shown !== offered && isAtOnce(key);
}

function isAtOnce(key: string): boolean {
  const kind = key.split(':')[0];
  return allShareables().some((noun) => noun.kind === kind && noun.publishesAtOnce);
}

function offeredCandidate(state: ShareState, key: string): Candidate | undefined {
  return state.candidates.find((each) => each.key === key && each.refusal === null);
}
