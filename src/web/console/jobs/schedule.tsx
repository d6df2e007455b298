import { useState } from 'react';
import { Badge } from '../../design/badge';
import { Button } from '../../design/button';
import { Field } from '../../design/field';
import {
  DropVisitDocument,
  JobScheduleDocument,
  type JobScheduleQuery,
  MoveVisitDocument,
  PlanVisitDocument,
} from '../../gen/operations';
import { Asked, Nothing } from '../app/asked';
import { Form, type Typed } from '../app/form';
import { Problem } from '../app/problem';
import { useChange } from '../app/use-change';
import { useViewer } from '../app/viewer';
import { AssigneeChoice, assigneesIn } from '../staff/assignee-choice';
import { words } from '../words';
import type { TabParts } from './job-tabs';
import { momentOf, shownAt } from './wall-clock';

type Visit = NonNullable<JobScheduleQuery['job']>['visits'][number];

/** When somebody comes. */
export function Schedule({ id }: TabParts) {
  const { may, business } = useViewer();
  const plan = useChange(PlanVisitDocument);
  return (
    <Asked query={JobScheduleDocument} variables={{ id }}>
      {({ job }) => (
        <div className="stack">
          {job?.visits.length === 0 && <Nothing>{words.noVisits}</Nothing>}
          <ul className="list">
            {job?.visits.map((visit) => (
              <VisitLine key={visit.id} visit={visit} />
            ))}
          </ul>
          {may('WRITE_JOBS') && (
            <div className="card">
              <h2>{words.planVisit}</h2>
              <Form
                {...plan}
                submit={words.planVisit}
                onSubmit={(typed) =>
                  plan.run({
                    input: {
                      jobId: id,
                      ...times(typed, business.timeZone),
                      ...assigneesIn(typed),
                    },
                  })
                }
              >
                <Times />
                <AssigneeChoice />
              </Form>
            </div>
          )}
        </div>
      )}
    </Asked>
  );
}

function VisitLine({ visit }: { visit: Visit }) {
  const { may, inWords, business } = useViewer();
  const [isMoving, setMoving] = useState(false);
  const move = useChange(MoveVisitDocument);
  const drop = useChange(DropVisitDocument);
  const { day, time } = inWords;
  return (
    <li className="line">
      <div>
        <p>
          <strong>{day(visit.startsAt)}</strong>
        </p>
        <p className="soft">
          {words.fromTo(time(visit.startsAt), time(visit.endsAt))}
          {visit.assignees?.length
            ? ` · ${visit.assignees.map(({ name }) => name).join(', ')}`
            : ''}
        </p>
        <Problem error={drop.error} />
        {isMoving && (
          <Form
            {...move}
            submit={words.move}
            onCancel={() => setMoving(false)}
            onSubmit={async (typed) => {
              const { data } = await move.run({
                id: visit.id,
                ...times(typed, business.timeZone),
              });
              if (data) setMoving(false);
              return { data };
            }}
          >
            <Times visit={visit} />
          </Form>
        )}
      </div>
      {visit.cancelledAt && <Badge tone="wrong">{words.cancelled}</Badge>}
      {may('WRITE_JOBS') && !visit.cancelledAt && !isMoving && (
        <span className="row">
          <Button onClick={() => setMoving(true)}>{words.move}</Button>
          <Button look="danger" isBusy={drop.isBusy} onClick={() => drop.run({ id: visit.id })}>
            {words.cancelVisit}
          </Button>
        </span>
      )}
    </li>
  );
}

function Times({ visit }: { visit?: Visit }) {
  const { timeZone } = useViewer().business;
  const shown = (moment?: string) => (moment ? shownAt(moment, timeZone) : undefined);
  return (
    <>
      <Field
        label={words.starts}
        name="startsAt"
        type="datetime-local"
        defaultValue={shown(visit?.startsAt)}
        required
      />
      <Field
        label={words.ends}
        name="endsAt"
        type="datetime-local"
        defaultValue={shown(visit?.endsAt)}
        required
      />
    </>
  );
}

function times(typed: Typed, timeZone: string) {
  return {
    startsAt: momentOf(typed.text('startsAt'), timeZone),
    endsAt: momentOf(typed.text('endsAt'), timeZone),
  };
}
