import type { AllOfPortalFragment } from '../gen/operations';

const LISTS = ['visits', 'notes', 'todos', 'photos', 'quotes', 'invoices'] as const;

export type Section = (typeof LISTS)[number] | 'job' | 'messages';

/** Which parts of the page say something else than before. */
export function changedSections(
  before: AllOfPortalFragment,
  after: AllOfPortalFragment,
): Section[] {
  const lists = LISTS.filter((each) => differs(listOf(before, each), listOf(after, each)));
  const hasNewMessages = differs(before.messages, after.messages);
  return [
    ...(differs(headOf(before), headOf(after)) ? (['job'] as const) : []),
    ...lists,
    ...(hasNewMessages ? (['messages'] as const) : []),
  ];
}

/** A cancelled visit has left one list of visits for another. */
function listOf({ job }: AllOfPortalFragment, list: (typeof LISTS)[number]) {
  return list === 'visits' ? [job.visits, job.cancelledVisits] : job[list];
}

function headOf({ business, job }: AllOfPortalFragment) {
  return [business, job.title, job.description, job.siteAddress, job.status];
}

function differs(before: unknown, after: unknown): boolean {
  return JSON.stringify(before) !== JSON.stringify(after);
}
