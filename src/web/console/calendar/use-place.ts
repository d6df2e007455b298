import { useRoute } from '../app/router';
import { useViewer } from '../session/viewer';
import { isDay, todayIn, weekOf } from './days';

/** A day of everybody together, or with one column for each person; or a week. */
type View = 'day' | 'people' | 'week';
export const VIEWS: readonly View[] = ['day', 'people', 'week'];

/** What the calendar shows; all of it is in the address: #/calendar/week/2026-11-03/<person>. */
export interface CalendarPlace {
  view: View;
  day: string;
  days: string[];
  /** ID of a staff member; null: everybody. */
  person: string | null;
}

const PHONE = '(max-width: 45rem)';

/** Place of the current route: today's week, or today on a phone, unless the address says something else. */
export function usePlace(): CalendarPlace {
  const { timeZone, dateOrder } = useViewer().business;
  const [, viewInRoute, dayInRoute, person = null] = useRoute();
  const standard = matchMedia(PHONE).matches ? 'day' : 'week';
  const view = VIEWS.find((each) => each === viewInRoute) ?? standard;
  const day = isDay(dayInRoute) ? dayInRoute : todayIn(timeZone);
  const days = view === 'week' ? weekOf(day, dateOrder === 'MONTH_DAY_YEAR') : [day];
  return { view, day, days, person };
}

export function routeOf({ view, day, person }: Omit<CalendarPlace, 'days'>): string[] {
  return ['calendar', view, day, ...(person ? [person] : [])];
}
