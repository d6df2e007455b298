import { type FormEvent, useRef, useState } from 'react';
import { Field } from '../../design/field';
import { SelectField } from '../../design/select-field';
import type { FormValues } from '../app/form';
import { TIME_BOUNDS } from '../filters/date-bounds';
import { fromLocalTime, toLocalTime } from '../jobs/tabs/local-time';
import { useViewer } from '../session/viewer';
import { strings } from '../strings';
import { calendarStrings } from './calendar-strings';
import type { Times } from './days';

const HOUR_MS = 60 * 60 * 1000;

/** Fields of a form for start and end. The end follows the start, and must be later. */
export function VisitTimes({ visit }: { visit?: Times }) {
  const { timeZone } = useViewer().business;
  const localTime = (time?: string) => (time ? toLocalTime(time, timeZone) : '');
  const place = useRef<HTMLDivElement>(null);
  const start = useRef(localTime(visit?.startsAt));
  const [problem, setProblem] = useState('');
  const onInput = (event: FormEvent) => {
    const [begins, ends] = place.current?.querySelectorAll('input') ?? [];
    if (!begins || !ends) return;
    if (event.target === begins) {
      ends.value = followingEnd(start.current, begins.value, ends.value);
      start.current = begins.value;
    }
    const isWrong = begins.value && ends.value && ends.value <= begins.value;
    setProblem(isWrong ? calendarStrings.endsTooEarly : '');
    ends.setCustomValidity(isWrong ? calendarStrings.endsTooEarly : '');
  };
  return (
    <div className="fields" ref={place} onInput={onInput}>
      <Field
        label={strings.starts}
        name="startsAt"
        type="datetime-local"
        {...TIME_BOUNDS}
        defaultValue={localTime(visit?.startsAt)}
        required
      />
      <Field
        label={strings.ends}
        name="endsAt"
        type="datetime-local"
        {...TIME_BOUNDS}
        defaultValue={localTime(visit?.endsAt)}
        problem={problem || null}
        required
      />
    </div>
  );
}

/** The end for another start: as long after it as before; an hour after it if there was none. */
function followingEnd(startBefore: string, start: string, end: string): string {
  if (!start) return end;
  const length = Date.parse(`${end}Z`) - Date.parse(`${startBefore}Z`);
  const later = Date.parse(`${start}Z`) + (length > 0 ? length : HOUR_MS);
  return Number.isNaN(later) ? end : new Date(later).toISOString().slice(0, 16);
}

/** The times of a form with {@link VisitTimes}. */
export function timeInput(values: FormValues, timeZone: string): Times {
  return {
    startsAt: fromLocalTime(values.text('startsAt'), timeZone),
    endsAt: fromLocalTime(values.text('endsAt'), timeZone),
  };
}

/** As on the server. */
const MAX_REPEATS = 26;

/** Fields of a form for how often a visit is repeated; by default it is not. */
export function RepeatFields() {
  const [everyDays, setEveryDays] = useState('');
  return (
    <>
      <SelectField
        label={calendarStrings.repeat}
        name="everyDays"
        value={everyDays}
        options={['', '1', '7', '14', '28'].map((value) => ({
          value,
          text: calendarStrings.repeats[value as keyof typeof calendarStrings.repeats],
        }))}
        onChange={(event) => setEveryDays(event.target.value)}
      />
      {everyDays && (
        <Field
          label={calendarStrings.repeatCount}
          name="count"
          type="number"
          min={2}
          max={MAX_REPEATS}
          defaultValue={4}
          required
        />
      )}
    </>
  );
}

/** The repeat of a form with {@link RepeatFields}; undefined if there is none. */
export function repeatInput(values: FormValues) {
  const everyDays = values.number('everyDays');
  return { repeat: everyDays ? { everyDays, count: values.number('count') } : undefined };
}
