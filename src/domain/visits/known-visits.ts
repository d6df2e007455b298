import type { ShareGroup } from '../../shareable/shareable.js';

interface VisitView {
  id: string;
  startsAt: string;
  endsAt: string;
  movedFrom: string | null;
}

/**
 * The schedule for a client who has an earlier one: moved visits have `movedFrom`, and cancelled visits that the
 * client knew of are listed at the time that the client knew.
 */
export function withMovedVisits(
  now: ShareGroup<VisitView>,
  known: ShareGroup<VisitView>,
): ShareGroup<VisitView> {
  const visits = new Map([...known.listed, ...known.former].map((visit) => [visit.id, visit]));
  return {
    listed: now.listed.map((visit) => ({
      ...visit,
      movedFrom: movedFrom(visit, visits.get(visit.id)),
    })),
    former: now.former.flatMap(({ id }) => visits.get(id) ?? []),
  };
}

/**
 * End of the latest of the times, old or new, of the visits that were moved or cancelled since the client got to know them;
 * null if there are none.
 */
export function outdatedUntil(
  now: ShareGroup<VisitView>,
  known: ShareGroup<VisitView>,
): Date | null {
  const planned = new Map(now.listed.map((visit) => [visit.id, visit]));
  const ends = known.listed.flatMap((visit) => {
    const current = planned.get(visit.id);
    if (current && isAtSameTime(current, visit)) return [];
    return [visit.endsAt, ...(current ? [current.endsAt] : [])].map((end) => Date.parse(end));
  });
  return ends.length > 0 ? new Date(Math.max(...ends)) : null;
}

function isAtSameTime(one: VisitView, other: VisitView): boolean {
  return one.startsAt === other.startsAt && one.endsAt === other.endsAt;
}

function movedFrom(visit: VisitView, known: VisitView | undefined): string | null {
  if (!known) return null;
  return known.startsAt === visit.startsAt ? (known.movedFrom ?? null) : known.startsAt;
}
