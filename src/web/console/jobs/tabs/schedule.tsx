import { useState } from 'react';
import { Badge } from '../../../design/badge';
import { Button } from '../../../design/button';
import { ConfirmButton } from '../../../design/confirm-dialog';
import { isolated } from '../../../design/text/isolated';
import {
  AssignVisitDocument,
  CancelVisitDocument,
  JobScheduleDocument,
  type JobScheduleQuery,
  RescheduleVisitDocument,
  ScheduleVisitDocument,
} from '../../../gen/operations';
import { ErrorMessage } from '../../app/error-message';
import { Form } from '../../app/form';
import { EmptyState, QueryBoundary } from '../../app/query-boundary';
import { useMutationWithPrompt } from '../../app/use-mutation-with-prompt';
import { RepeatFields, repeatInput, timeInput, VisitTimes } from '../../calendar/visit-fields';
import { useViewer } from '../../session/viewer';
import { AssigneePicker, assigneeInput } from '../../staff/assignee-picker';
import { strings } from '../../strings';
import { visitStrings } from '../../visit-strings';
import { questionStrings } from '../question-strings';
import { WithClient } from '../with-client';
import { DoubleBooking, OverlapNotice } from './double-booking';
import { toLocalTime } from './local-time';
import type { TabProps } from './tab-props';

type Visit = NonNullable<JobScheduleQuery['job']>['visits'][number];

/** Tab: visits of the job, and a form that schedules one. */
export function Schedule({ id }: TabProps) {
  const { may, business } = useViewer();
  const schedule = useMutationWithPrompt(ScheduleVisitDocument);
  return (
    <QueryBoundary query={JobScheduleDocument} variables={{ id }}>
      {({ job }) => (
        <div className="stack">
          {job?.visits.length === 0 && <EmptyState>{strings.noVisits}</EmptyState>}
          <ul className="list">
            {job?.visits.map((visit) => (
              <VisitRow key={visit.id} visit={visit} />
            ))}
          </ul>
          {may('WRITE_JOBS') && (
            <div className="card">
              <h2>{strings.planVisit}</h2>
              <Form
                draft="visit"
                {...schedule}
                submit={strings.planVisit}
                onSubmit={(values) =>
                  schedule.run({
                    input: {
                      jobId: id,
                      ...timeInput(values, business.timeZone),
                      ...assigneeInput(values),
                      ...repeatInput(values),
                    },
                  })
                }
              >
                <VisitTimes />
                <AssigneePicker selected={job?.assignees?.map((member) => member.id)} isNew />
                <RepeatFields />
                <DoubleBooking />
              </Form>
              <OverlapNotice overlaps={schedule.lastData?.scheduleVisit.overlappingVisits ?? []} />
            </div>
          )}
        </div>
      )}
    </QueryBoundary>
  );
}

function VisitRow({ visit }: { visit: Visit }) {
  const { may, formats, business } = useViewer();
  const [open, setOpen] = useState<'MOVE' | 'ASSIGN' | null>(null);
  const close = () => setOpen(null);
  const reschedule = useMutationWithPrompt(RescheduleVisitDocument);
  const cancel = useMutationWithPrompt(CancelVisitDocument);
  const { day, time } = formats;
  return (
    <li className="list-row">
      <div>
        <p>
          <strong>{day(visit.startsAt)}</strong>
        </p>
        <p className="muted">
          {strings.timeRange(time(visit.startsAt), time(visit.endsAt))}
          {visit.assignees?.length
            ? ` · ${visit.assignees.map(({ name }) => isolated(name)).join(', ')}`
            : ''}
        </p>
        <ErrorMessage error={cancel.error} />
        {open === 'ASSIGN' && <AssignForm visit={visit} onDone={close} />}
        {open === 'MOVE' && (
          <Form
            draft={`move:${visit.id}`}
            {...reschedule}
            submit={strings.move}
            onCancel={close}
            onSubmit={async (values) => {
              const { data } = await reschedule.run({
                id: visit.id,
                ...timeInput(values, business.timeZone),
              });
              if (data) close();
              return { data };
            }}
          >
            <VisitTimes visit={visit} />
            {visit.assignees?.map(({ id }) => (
              <input key={id} type="hidden" name="assigneeIds" value={id} />
            ))}
            <DoubleBooking exceptVisitId={visit.id} />
          </Form>
        )}
      </div>
      <WithClient id={visit.id} />
      {visit.cancelledAt && <Badge tone="wrong">{strings.cancelled}</Badge>}
      {may('WRITE_JOBS') && !visit.cancelledAt && !open && (
        <span className="row">
          <Button onClick={() => setOpen('MOVE')}>{strings.move}</Button>
          <Button onClick={() => setOpen('ASSIGN')}>{visitStrings.assign}</Button>
          <ConfirmButton
            {...questionStrings.cancelVisit}
            label={strings.cancelVisit}
            isBusy={cancel.isBusy}
            onConfirm={() => cancel.run({ id: visit.id })}
          />
        </span>
      )}
    </li>
  );
}

/** Replaces the people on a visit. */
function AssignForm({ visit, onDone }: { visit: Visit; onDone: () => void }) {
  const { timeZone } = useViewer().business;
  const assign = useMutationWithPrompt(AssignVisitDocument);
  return (
    <Form
      draft={`assign:${visit.id}`}
      {...assign}
      submit={strings.save}
      onCancel={onDone}
      onSubmit={async (values) => {
        const { assigneeIds } = assigneeInput(values);
        if (!assigneeIds) return undefined;
        const { data } = await assign.run({ id: visit.id, assigneeIds });
        if (data) onDone();
        return { data };
      }}
    >
      <input type="hidden" name="startsAt" value={toLocalTime(visit.startsAt, timeZone)} />
      <input type="hidden" name="endsAt" value={toLocalTime(visit.endsAt, timeZone)} />
      <AssigneePicker selected={visit.assignees?.map(({ id }) => id)} />
      <DoubleBooking exceptVisitId={visit.id} />
    </Form>
  );
}
