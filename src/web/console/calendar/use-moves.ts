import { useState } from 'react';
import { RescheduleVisitDocument } from '../../gen/operations';
import { useMutationWithPrompt } from '../app/use-mutation-with-prompt';
import type { Change } from './columns';
import type { Times } from './days';
import type { CalendarVisit } from './placed-visits';

/** The last move, which can be undone while nobody changed the visit since. */
export interface LastMove {
  visit: CalendarVisit;
  times: Times;
  updatedAt: string | null;
}

interface Dropped {
  visit: CalendarVisit;
  change: Change;
}

/**
 * Moves visits, refused if somebody changed them since they were read. `shown` puts a visit where it was dropped until the
 * calendar was read again.
 */
export function useMoves(refetch: () => void) {
  const reschedule = useMutationWithPrompt(RescheduleVisitDocument);
  const [dropped, setDropped] = useState<Dropped | null>(null);
  const [last, setLast] = useState<LastMove | null>(null);
  const [isSeen, setSeen] = useState(false);
  const save = async (visit: CalendarVisit, change: Change, since = visit.updatedAt) => {
    setSeen(false);
    // Until this one is saved nothing can be undone: “Undo” would be of the move before.
    setLast(null);
    const { startsAt, endsAt, assigneeIds } = change;
    const { data } = await reschedule.run({
      id: visit.id,
      ...{ startsAt, endsAt, assigneeIds },
      ifUnchangedSince: since,
    });
    refetch();
    return data?.rescheduleVisit.visit;
  };
  const move = async (visit: CalendarVisit, change: Change) => {
    const { startsAt, endsAt } = change;
    const times = { startsAt, endsAt };
    setDropped({ visit, change });
    const saved = await save(visit, change);
    if (saved) setLast({ visit, times, updatedAt: saved.updatedAt });
    else setDropped(null);
    return saved;
  };
  const undo = async () => {
    if (!last) return;
    const { startsAt, endsAt, assignees } = last.visit;
    const assigneeIds = assignees?.map(({ id }) => id);
    setDropped(null);
    await save(last.visit, { startsAt, endsAt, assigneeIds }, last.updatedAt);
  };
  const shown = (visits: readonly CalendarVisit[]) =>
    visits.map((visit) => {
      const isOld = dropped?.visit.id === visit.id && dropped.visit.updatedAt === visit.updatedAt;
      return isOld ? { ...visit, ...dropped.change } : visit;
    });
  const error = isSeen ? null : reschedule.error;
  const dismissError = () => setSeen(true);
  return { move, undo, last, shown, isBusy: reschedule.isBusy, error, dismissError };
}
