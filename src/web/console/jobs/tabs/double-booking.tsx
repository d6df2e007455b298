import { useEffect, useRef, useState } from 'react';
import { useQuery } from 'urql';
import { Notice } from '../../../design/notice';
import {
  type OverlapFragment,
  OverlappingVisitsDocument,
  StaffNamesDocument,
} from '../../../gen/operations';
import { useViewer } from '../../session/viewer';
import { strings } from '../../strings';
import { visitStrings } from '../../visit-strings';
import { fromLocalTime } from './local-time';

interface Plan {
  startsAt: string;
  endsAt: string;
  assigneeIds: string[];
}

/** Pause after the last change of the form before the warning is looked up. */
const DEBOUNCE_MS = 300;

/**
 * Warning inside a form with the fields startsAt, endsAt and assigneeIds: who of the chosen people is on another visit at
 * that time. It refuses nothing.
 */
export function DoubleBooking({ exceptVisitId = null }: { exceptVisitId?: string | null }) {
  const { timeZone } = useViewer().business;
  const place = useRef<HTMLDivElement>(null);
  // The form has its checkboxes once these names are loaded.
  const [{ data: staff }] = useQuery({ query: StaffNamesDocument });
  const [plan, setPlan] = useState<Plan | null>(null);
  useEffect(() => {
    const form = place.current?.closest('form');
    if (!form || !staff) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const read = () => setPlan(planIn(new FormData(form), timeZone));
    const onInput = () => {
      clearTimeout(timer);
      timer = setTimeout(read, DEBOUNCE_MS);
    };
    form.addEventListener('input', onInput);
    read();
    return () => {
      clearTimeout(timer);
      form.removeEventListener('input', onInput);
    };
  }, [timeZone, staff]);
  const [{ data }] = useQuery({
    query: OverlappingVisitsDocument,
    variables: { ...(plan ?? NO_PLAN), exceptVisitId },
    pause: !plan,
  });
  return (
    <div ref={place} aria-live="polite">
      {plan && data && <OverlapNotice overlaps={data.overlappingVisits} />}
    </div>
  );
}

const NO_PLAN: Plan = { startsAt: '', endsAt: '', assigneeIds: [] };

/** What the form says; null while it is incomplete or its times cannot be. */
function planIn(form: FormData, timeZone: string): Plan | null {
  const [starts, ends] = ['startsAt', 'endsAt'].map((name) => String(form.get(name) ?? ''));
  const assigneeIds = form.getAll('assigneeIds').map(String);
  if (!starts || !ends || ends <= starts || assigneeIds.length === 0) return null;
  return {
    startsAt: fromLocalTime(starts, timeZone),
    endsAt: fromLocalTime(ends, timeZone),
    assigneeIds,
  };
}

/** Lists overlapping visits, if there are any. */
export function OverlapNotice({ overlaps }: { overlaps: readonly OverlapFragment[] }) {
  const { formats } = useViewer();
  if (overlaps.length === 0) return null;
  return (
    <Notice tone="warn">
      <strong>{visitStrings.doubleBooked}</strong>
      <ul>
        {overlaps.map(({ visit, job, staffMember }) => (
          <li key={`${visit.id} ${staffMember.id}`}>
            {visitStrings.overlap(
              staffMember.name,
              strings.timeRange(formats.visitStart(visit.startsAt), formats.time(visit.endsAt)),
              strings.jobNamed(job.number, job.title),
            )}
          </li>
        ))}
      </ul>
    </Notice>
  );
}
