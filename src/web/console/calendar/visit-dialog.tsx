import { Button } from '../../design/button';
import { Dialog } from '../../design/dialog';
import { Form } from '../app/form';
import { RouterLink } from '../app/router';
import { DoubleBooking } from '../jobs/tabs/double-booking';
import { useViewer } from '../session/viewer';
import { AssigneePicker, assigneeInput } from '../staff/assignee-picker';
import { strings } from '../strings';
import { calendarStrings as texts } from './calendar-strings';
import type { CalendarVisit } from './placed-visits';
import type { useMoves } from './use-moves';
import { namesOf } from './visit-block';
import { timeInput, VisitTimes } from './visit-fields';
import { VisitPlace } from './visit-place';

interface DialogProps {
  visit: CalendarVisit;
  moves: ReturnType<typeof useMoves>;
  onClose: () => void;
}

/** A visit of the calendar: what it is, and for planners a form that moves it or changes who goes. */
export function VisitDialog({ visit, moves, onClose }: DialogProps) {
  const { may, business, formats } = useViewer();
  const { job, assignees } = visit;
  return (
    <Dialog title={job ? strings.jobNamed(job.number, job.title) : texts.visits} onClose={onClose}>
      <div className="stack">
        <p>
          {strings.timeRange(formats.visitStart(visit.startsAt), formats.time(visit.endsAt))} ·{' '}
          {namesOf(visit)}
        </p>
        <VisitPlace visit={visit} />
        {job && (
          <p>
            <RouterLink to={['jobs', job.id]}>{texts.openJob}</RouterLink>
          </p>
        )}
        {may('WRITE_JOBS') ? (
          <Form
            draft={`visit:${visit.id}`}
            {...moves}
            submit={strings.save}
            onCancel={onClose}
            onSubmit={async (values) => {
              const times = timeInput(values, business.timeZone);
              const saved = await moves.move(visit, { ...times, ...assigneeInput(values) });
              if (saved) onClose();
              return { data: saved };
            }}
          >
            <VisitTimes visit={visit} />
            <AssigneePicker selected={assignees?.map(({ id }) => id)} />
            <DoubleBooking exceptVisitId={visit.id} />
          </Form>
        ) : (
          <Button onClick={onClose}>{texts.close}</Button>
        )}
      </div>
    </Dialog>
  );
}
