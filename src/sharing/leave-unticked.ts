import type { Unit } from '../database/unit-of-work.js';
import type { ShareState } from './share-state.js';
import { allShareables } from './shareable.js';

/** Tells the records that were offered and left out, where their noun wants to know (a photo's toggle goes off). */
export async function leaveUnticked(
  { em }: Unit,
  state: ShareState,
  ticked: string[],
): Promise<void> {
  const left = state.candidates.filter(
    ({ key, refusal }) => refusal === null && !ticked.includes(key),
  );
  for (const noun of allShareables()) {
    const ids = left.filter(({ kind }) => kind === noun.kind).map(({ key }) => key.split(':')[1]);
    if (!noun.unticked || ids.length === 0) continue;
    const where = { id: { $in: ids }, businessId: state.businessId };
    for (const record of await em.find(noun.record, where as never)) noun.unticked(record);
  }
}
