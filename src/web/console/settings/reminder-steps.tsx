import { use } from 'react';
import { Button } from '../../design/button';
import { Field } from '../../design/field';
import { SelectField } from '../../design/select-field';
import { FormKeyContext, useKept } from '../app/drafts/use-kept';
import { reminderStrings as strings, type When } from '../reminders/reminder-strings';

/** A step of the cadence as it is edited. */
export interface Step {
  days: number;
  when: When;
}

interface ReminderStepsProps {
  legend: string;
  /** Prefix of the names of the fields. */
  name: string;
  labels: Record<When, string>;
  saved: Step[];
  maxBefore: number;
  maxAfter: number;
  preview: (steps: Step[]) => string;
}

const MAX_STEPS = 6;

/** Editor of reminders in plain words, with a sentence that shows the days of an example. */
export function ReminderSteps({
  legend,
  name,
  labels,
  saved,
  preview,
  ...max
}: ReminderStepsProps) {
  const form = use(FormKeyContext);
  const [steps, setSteps] = useKept(
    form,
    `${name}Steps`,
    saved.map((step, key) => ({ ...step, key })),
  );
  const [nextKey, setNextKey] = useKept(form, `${name}NextKey`, saved.length);
  const change = (key: number, changed: Partial<Step>) =>
    setSteps(steps.map((step) => (step.key === key ? { ...step, ...changed } : step)));
  const add = () => {
    setSteps([...steps, { days: 7, when: 'AFTER', key: nextKey }]);
    setNextKey(nextKey + 1);
  };
  return (
    <fieldset className="fields">
      <legend>{legend}</legend>
      {steps.map(({ key, days, when }, at) => (
        <div className="row reminder-step" key={key}>
          <Field
            label={strings.days}
            name={`${name}Days`}
            type="number"
            min={when === 'ON' ? 0 : 1}
            max={when === 'AFTER' ? max.maxAfter : max.maxBefore}
            value={when === 'ON' ? 0 : days}
            readOnly={when === 'ON'}
            required
            onChange={(event) => change(key, { days: event.target.valueAsNumber || 0 })}
          />
          <SelectField
            label={strings.when}
            name={`${name}When`}
            value={when}
            options={Object.entries(labels).map(([value, text]) => ({ value, text }))}
            onChange={(event) => change(key, { when: event.target.value as When })}
          />
          <Button
            variant="quiet"
            onClick={() => setSteps(steps.filter((step) => step.key !== key))}
          >
            {strings.remove(at + 1)}
          </Button>
        </div>
      ))}
      {steps.length < MAX_STEPS && (
        <p>
          <Button onClick={add}>{strings.add}</Button>
        </p>
      )}
      <p className="muted" aria-live="polite">
        {preview(steps)}
      </p>
    </fieldset>
  );
}
