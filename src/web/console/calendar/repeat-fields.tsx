import { useState } from 'react';
import { Field } from '../../design/field';
import { SelectField } from '../../design/select-field';
import type { FormValues } from '../app/form';
import { calendarStrings as texts } from './calendar-strings';

/** As on the server. */
const MAX_VISITS = 26;

/** Fields of a form for how often a visit is repeated; by default it is not. */
export function RepeatFields() {
  const [everyDays, setEveryDays] = useState('');
  return (
    <>
      <SelectField
        label={texts.repeat}
        name="everyDays"
        value={everyDays}
        options={['', '1', '7', '14', '28'].map((value) => ({
          value,
          text: texts.repeats[value as keyof typeof texts.repeats],
        }))}
        onChange={(event) => setEveryDays(event.target.value)}
      />
      {everyDays && (
        <Field
          label={texts.repeatCount}
          name="count"
          type="number"
          min={2}
          max={MAX_VISITS}
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
