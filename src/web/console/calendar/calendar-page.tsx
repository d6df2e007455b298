import { useState } from 'react';
import { useQuery } from 'urql';
import { Button } from '../../design/button';
import { Notice } from '../../design/notice';
import { SelectField } from '../../design/select-field';
import { CalendarVisitsDocument, StaffNamesDocument } from '../../gen/operations';
import { ErrorMessage } from '../app/error-message';
import { PaginatedList } from '../app/paginated-list';
import { goTo, RouterLink } from '../app/router';
import { useViewer } from '../session/viewer';
import { strings } from '../strings';
import { calendarStrings as texts } from './calendar-strings';
import { columnsOfPeople } from './columns';
import { addDays, noonOf, startOf, todayIn } from './days';
import type { CalendarVisit } from './placed-visits';
import { useMoves } from './use-moves';
import { type CalendarPlace, routeOf, usePlace, VIEWS } from './use-place';
import { useRefetch } from './use-refetch';
import { VisitDialog } from './visit-dialog';
import { VisitGrid } from './visit-grid';

/** Visits of a week or a day, of everybody or of one person. */
export function CalendarPage() {
  const { may, business, formats } = useViewer();
  const place = usePlace();
  const { view, days, person } = place;
  const staff = useAssignable(null);
  const [first = '', last = first] = [days[0], days.at(-1)];
  const variables = {
    from: startOf(first, business.timeZone),
    to: startOf(addDays(last, 1), business.timeZone),
    assigneeId: view === 'people' ? null : person,
  };
  const refetch = useRefetch(CalendarVisitsDocument, { ...variables, after: null });
  const moves = useMoves(refetch);
  const [open, setOpen] = useState<CalendarVisit | null>(null);
  const onClose = () => {
    setOpen(null);
    moves.dismissError();
  };
  const title =
    first === last
      ? formats.day(noonOf(first, business.timeZone))
      : strings.timeRange(formats.date(first), formats.date(last));
  return (
    <>
      <div className="row spread">
        <h1>{strings.sections.calendar}</h1>
        <ViewLinks place={place} />
      </div>
      <PlaceLinks place={place} />
      <p className="calendar-title" aria-live="polite">
        <strong>{title}</strong>
      </p>
      {may('WRITE_JOBS') && (
        <p className="muted small">
          <span className="drag-hint">{texts.moveHint}</span>
          <span className="touch-hint">{texts.touchHint}</span>
        </p>
      )}
      {!open && <ErrorMessage error={moves.error} />}
      {moves.last && <Moved moves={moves} />}
      <PaginatedList
        query={CalendarVisitsDocument}
        variables={variables}
        connection={({ visits }) => visits}
      >
        {(visits, hasMore) => (
          <>
            {hasMore && <Notice tone="warn">{texts.notAllShown}</Notice>}
            <VisitGrid
              columns={
                view === 'people'
                  ? columnsOfPeople(first, staff, visits)
                  : days.map((day) => ({ day }))
              }
              visits={moves.shown(visits)}
              onOpen={setOpen}
              onMove={moves.move}
            />
            {open && (
              // As it is now: a refused change can be made again knowing what somebody else changed.
              <VisitDialog
                visit={visits.find(({ id }) => id === open.id) ?? open}
                {...{ moves, onClose }}
              />
            )}
          </>
        )}
      </PaginatedList>
    </>
  );
}

function Moved({ moves }: { moves: ReturnType<typeof useMoves> }) {
  const { formats } = useViewer();
  if (!moves.last) return null;
  const { visit, times } = moves.last;
  return (
    <Notice>
      {texts.moved(visit.job?.title ?? '', formats.visitStart(times.startsAt))}{' '}
      <Button variant="quiet" onClick={moves.undo}>
        {texts.undo}
      </Button>
    </Notice>
  );
}

function ViewLinks({ place }: { place: CalendarPlace }) {
  return (
    <nav className="row" aria-label={texts.view}>
      {VIEWS.map((view) => (
        <RouterLink
          key={view}
          className={view === place.view ? 'button primary' : 'button'}
          aria-current={view === place.view ? 'page' : undefined}
          to={routeOf({ ...place, view })}
        >
          {texts.views[view]}
        </RouterLink>
      ))}
    </nav>
  );
}

/** Previous, today, next, and whose visits. */
function PlaceLinks({ place }: { place: CalendarPlace }) {
  const { business } = useViewer();
  const staff = useAssignable(place.person);
  const step = place.days.length;
  const to = (day: string) => routeOf({ ...place, day });
  const { view, person } = place;
  return (
    <search className="filters calendar-places">
      <span className="row">
        <RouterLink className="button" to={to(addDays(place.day, -step))}>
          <span aria-hidden="true">‹</span>
          <span className="visually-hidden">{texts.previous[view]}</span>
        </RouterLink>
        <RouterLink className="button" to={to(todayIn(business.timeZone))}>
          {texts.today}
        </RouterLink>
        <RouterLink className="button" to={to(addDays(place.day, step))}>
          <span aria-hidden="true">›</span>
          <span className="visually-hidden">{texts.next[view]}</span>
        </RouterLink>
      </span>
      {view !== 'people' && (
        <SelectField
          label={texts.person}
          value={person ?? ''}
          options={[
            { value: '', text: texts.everybody },
            ...staff.map(({ id, name }) => ({ value: id, text: name })),
          ]}
          onChange={(event) => goTo(...routeOf({ ...place, person: event.target.value || null }))}
        />
      )}
    </search>
  );
}

/** Staff members who can be put on visits, and the one who is chosen. */
function useAssignable(chosen: string | null) {
  const [{ data }] = useQuery({ query: StaffNamesDocument });
  return (data?.staffMembers ?? []).filter(({ id, assignable }) => assignable || id === chosen);
}
