import { use } from 'react';
import { Button } from '../../../design/button';
import { Field, TextField } from '../../../design/field';
import type { BusinessFieldsFragment } from '../../../gen/operations';
import { FormKeyContext, useKept } from '../../app/drafts/use-kept';
import { SettingForm } from '../setting-form';
import { settingsStrings as strings } from '../settings-strings';

const MAX_WAYS = 10;

/** Section: payment terms, and ways to pay in the words of the business. */
export function HowClientsPay({ business }: { business: BusinessFieldsFragment }) {
  const { paymentTermsDays, paymentInstructions } = business;
  return (
    <SettingForm
      title={strings.howClientsPay}
      hint={strings.waysToPayHint}
      saved={{ paymentTermsDays, paymentInstructions }}
      input={(values) => {
        const details = values.all('wayDetails');
        return {
          paymentTermsDays: values.number('paymentTermsDays'),
          paymentInstructions: values.all('wayLabel').map((label, at) => ({
            label,
            details: details[at] ?? '',
          })),
        };
      }}
    >
      <Field
        label={strings.paymentTermsDays}
        name="paymentTermsDays"
        type="number"
        min="0"
        max="365"
        defaultValue={paymentTermsDays ?? 14}
        required
      />
      <WaysToPay saved={paymentInstructions} />
    </SettingForm>
  );
}

type Way = BusinessFieldsFragment['paymentInstructions'][number] & { key: number };

function WaysToPay({ saved }: { saved: BusinessFieldsFragment['paymentInstructions'] }) {
  const form = use(FormKeyContext);
  const [ways, setWays] = useKept<Way[]>(
    form,
    'ways',
    saved.map((way, key) => ({ ...way, key })),
  );
  const [nextKey, setNextKey] = useKept(form, 'nextKey', saved.length);
  const add = () => {
    setWays([...ways, { label: '', details: '', key: nextKey }]);
    setNextKey(nextKey + 1);
  };
  return (
    <>
      {ways.map(({ key, label, details }, at) => (
        <fieldset className="fields" key={key}>
          <legend>{strings.wayToPay(at + 1)}</legend>
          <Field
            label={strings.wayLabel}
            name="wayLabel"
            defaultValue={label}
            required
            maxLength={100}
          />
          <TextField
            label={strings.wayDetails}
            name="wayDetails"
            defaultValue={details}
            required
            maxLength={1000}
            rows={3}
          />
          <p>
            <Button variant="quiet" onClick={() => setWays(ways.filter((way) => way.key !== key))}>
              {strings.removeWay(at + 1)}
            </Button>
          </p>
        </fieldset>
      ))}
      {ways.length < MAX_WAYS && (
        <p>
          <Button onClick={add}>{strings.addWay}</Button>
        </p>
      )}
    </>
  );
}
