import type { Unit } from '../../database/unit-of-work/unit-of-work.js';
import { allShareables } from '../../shareable/shareable.js';
import type { ShareState } from '../state/share-state.js';

/** Calls `unticked` of the nouns that declare it for entities that were left out of a share; a photo is switched off. */
export async function recordUnticked(
  { em }: Unit,
  state: ShareState,
  ticked: string[],
): Promise<void> {
  const unticked = state.candidates.filter(
    ({ key, refusal }) => refusal === null && !ticked.includes(key),
  );
  for (const noun of allShareables()) {
    const ids = unticked
      .filter(({ kind }) => kind === noun.kind)
      .map(({ key }) => key.split(':')[1]);
    if (!noun.unticked || ids.length === 0) continue;
    const where = { id: { $in: ids }, businessId: state.businessId };
    for (const entity of await em.find(noun.record, where as never)) noun.unticked(entity);
  }
}
