import type { ShareGroup } from '../../sharing/shareable.js';

interface VisitView {
  id: string;
  startsAt: string;
  endsAt: string;
  movedFrom: string | null;
}

/**
 * The schedule for a client who has had an earlier one. A moved visit says from when, and a cancelled
 * one is told of if the client knew of it, at the time that the client knew.
 */
export function besideKnownVisits(
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

function movedFrom(visit: VisitView, known: VisitView | undefined): string | null {
  if (!known) return null;
  return known.startsAt === visit.startsAt ? (known.movedFrom ?? null) : known.startsAt;
}
