import type { Unit } from '../../database/unit-of-work/unit-of-work.js';
import type { HeldPrompt } from '../prompt/held-prompts.js';
import { promptState } from '../prompt/prompt.js';
import type { Publication } from '../publish/publication.entity.js';
import type { Sharing } from '../sharing.js';
import type { ChangeState } from './share-state.js';

/** Makes the payload's reads return the state that the change has read, with its prompt and publication, without a query. */
export function cacheState(
  unit: Unit,
  sharing: Sharing,
  state: ChangeState,
  { now: prompt }: HeldPrompt,
  publication?: Publication,
): void {
  const result = { prompt: promptState(prompt), publication };
  unit.known.setLookupResult(sharing.stateLookup, state.jobId, () => state.after(result));
}
