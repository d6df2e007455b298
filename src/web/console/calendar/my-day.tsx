import { CalendarVisitsDocument } from '../../gen/operations';
import { EmptyState, QueryBoundary } from '../app/query-boundary';
import { RouterLink } from '../app/router';
import { useViewer } from '../session/viewer';
import { strings } from '../strings';
import { calendarStrings as texts } from './calendar-strings';
import { addDays, dayOf, noonOf, startOf, todayIn } from './days';
import type { CalendarVisit } from './placed-visits';
import { useRefetch } from './use-refetch';
import { VisitPlace } from './visit-place';

/** Days ahead that are shown. */
const DAYS_AHEAD = 14;

/** The viewer's own visits, today and ahead, with where to go and whom to call. */
export function MyDay() {
  const { staffId, business, formats } = useViewer();
  const { timeZone } = business;
  const today = todayIn(timeZone);
  const tomorrow = startOf(addDays(today, 1), timeZone);
  const variables = {
    from: startOf(today, timeZone),
    to: startOf(addDays(today, DAYS_AHEAD + 1), timeZone),
    assigneeId: staffId,
    after: null,
  };
  useRefetch(CalendarVisitsDocument, variables);
  return (
    <>
      <h1>{strings.sections['my-day']}</h1>
      <p className="muted">{formats.day(noonOf(today, timeZone))}</p>
      <QueryBoundary query={CalendarVisitsDocument} variables={variables}>
        {({ visits: { nodes } }) => (
          <div className="my-day stack narrow">
            <Visits
              title={texts.myToday}
              visits={nodes.filter(({ startsAt }) => startsAt < tomorrow)}
              otherwise={texts.nothingToday}
            />
            <Visits
              title={texts.myNext}
              visits={nodes.filter(({ startsAt }) => startsAt >= tomorrow)}
              otherwise={texts.nothingNext}
            />
          </div>
        )}
      </QueryBoundary>
    </>
  );
}

interface VisitsProps {
  title: string;
  visits: CalendarVisit[];
  otherwise: string;
}

function Visits({ title, visits, otherwise }: VisitsProps) {
  return (
    <section className="stack" aria-label={title}>
      <h2>{title}</h2>
      {visits.length === 0 && <EmptyState>{otherwise}</EmptyState>}
      <ul className="list">
        {visits.map((visit) => (
          <VisitRow key={visit.id} visit={visit} />
        ))}
      </ul>
    </section>
  );
}

function VisitRow({ visit }: { visit: CalendarVisit }) {
  const { business, formats, staffId } = useViewer();
  const { startsAt, endsAt, job, assignees } = visit;
  const isToday = dayOf(startsAt, business.timeZone) === todayIn(business.timeZone);
  const start = isToday ? formats.time(startsAt) : formats.visitStart(startsAt);
  const others = assignees?.filter(({ id }) => id !== staffId) ?? [];
  return (
    <li className="list-row my-visit">
      <div>
        <p>
          <strong>{strings.timeRange(start, formats.time(endsAt))}</strong>
        </p>
        {job && (
          <p>
            <RouterLink to={['jobs', job.id]}>{strings.jobNamed(job.number, job.title)}</RouterLink>
          </p>
        )}
        <VisitPlace visit={visit} />
        {others.length > 0 && (
          <p className="muted">{texts.with(others.map(({ name }) => name).join(', '))}</p>
        )}
      </div>
    </li>
  );
}
