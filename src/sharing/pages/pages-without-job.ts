import type { Change } from '../../database/unit-of-work/change.js';
import type { Unit } from '../../database/unit-of-work/unit-of-work.js';
import { allShareables } from '../../shareable/shareable.js';
import type { Sharing } from '../sharing.js';
import type { WrittenFields } from '../state/written-fields.js';
import type { OwnPageKind } from './own-page-kind.js';
import { readPageState } from './page-state.js';
import { updatePage } from './update-page.js';

/** Quote or invoice of a change. */
interface PageSubject {
  id: string;
  businessId: string;
  job: { client?: unknown } | null;
}

/**
 * Updates the pages of changed quotes that have no job, or a job without a client; those of other jobs are updated with
 * their share state. Returns whether it published any.
 */
export async function updatePagesWithoutJob(
  unit: Unit,
  { pageLookups }: Sharing,
  changes: readonly Change[],
  written: WrittenFields,
): Promise<boolean> {
  let isPublished = false;
  for (const { kind, id, businessId } of subjectsIn(changes)) {
    const state = await readPageState(unit, pageLookups, kind, businessId, id);
    if (!state?.page || !state.clientId || state.isJobShared) continue;
    const { clientId, page } = state;
    if (state.jobClientId && state.jobClientId !== clientId) continue;
    if (updatePage(unit, { ...state, clientId, page }, written) !== page) isPublished = true;
  }
  return isPublished;
}

function subjectsIn(changes: readonly Change[]) {
  const created = new Set(changes.flatMap(({ kind, entity }) => (kind === 'create' ? entity : [])));
  const subjects = new Map<string, { kind: OwnPageKind; id: string; businessId: string }>();
  for (const change of changes) {
    const found = subjectOf(change);
    // A new one has no page yet; a job with a client has a share state.
    if (!found || created.has(found.subject) || found.subject.job?.client) continue;
    const { id, businessId } = found.subject;
    subjects.set(id, { kind: found.kind, id, businessId });
  }
  // In a fixed order, as with jobs.
  return [...subjects.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** The quote or invoice that was changed, or of which a part was. */
function subjectOf({ entityClass, entity }: Change) {
  for (const { kind, record, parts, ownPage } of allShareables()) {
    if (!ownPage) continue;
    const part = Object.values(parts).find((each) => each.record() === entityClass);
    if (record !== entityClass && !part) continue;
    const subject = (part ? (entity as Record<string, unknown>)[part.by] : entity) as PageSubject;
    return { kind: kind as OwnPageKind, subject };
  }
  return null;
}
