import { useState } from 'react';
import { Field } from '../../design/field';
import { SelectField } from '../../design/select-field';
import type { SetupPageQuery } from '../../gen/operations';
import { setupStrings } from './setup-strings';

export type Choices = SetupPageQuery['businessChoices'];
/** Returns the sentence about a field that the API refused, or null. */
export type Problem = (name: string) => string | null;

/** Country, time zone, currency and tax. A change of the country brings its defaults. */
export function PlaceFields({ choices, problem }: { choices: Choices; problem: Problem }) {
  const [code, setCode] = useState('');
  const country = choices.countries.find((each) => each.code === code);
  return (
    <>
      <SelectField
        label={setupStrings.country}
        name="country"
        required
        value={code}
        onChange={(event) => setCode(event.target.value)}
        options={[
          { value: '', text: setupStrings.chooseCountry },
          ...choices.countries.map((each) => ({ value: each.code, text: each.name })),
        ]}
      />
      {country && (
        // A new key: the fields begin with the defaults of the country.
        <CountryFields key={code} {...{ country, choices, problem }} />
      )}
    </>
  );
}

interface CountryFieldsProps {
  country: Choices['countries'][number];
  choices: Choices;
  problem: Problem;
}

function CountryFields({ country, choices, problem }: CountryFieldsProps) {
  const others = choices.timeZones.filter((zone) => !country.timeZones.includes(zone));
  const [onlyZone] = country.timeZones.length === 1 ? country.timeZones : [];
  const rate = country.taxRateBasisPoints;
  return (
    <>
      <SelectField
        label={setupStrings.timeZone}
        name="timeZone"
        required
        defaultValue={country.timeZone ?? onlyZone ?? ''}
        options={[
          { value: '', text: setupStrings.choose },
          ...[...country.timeZones, ...others].map((zone) => ({ value: zone, text: zone })),
        ]}
      />
      <SelectField
        label={setupStrings.currency}
        name="currency"
        required
        defaultValue={country.currency ?? ''}
        options={[
          { value: '', text: setupStrings.choose },
          ...choices.currencies.map(({ code, name }) => ({
            value: code,
            text: `${name} (${code})`,
          })),
        ]}
      />
      <Field
        label={setupStrings.taxName}
        name="taxName"
        problem={problem('taxName')}
        maxLength={60}
        defaultValue={country.taxName ?? ''}
      />
      <Field
        label={setupStrings.taxRate}
        name="taxRate"
        problem={problem('taxRateBasisPoints')}
        type="number"
        min="0"
        max="100"
        step="0.001"
        required
        defaultValue={rate === null ? '' : rate / 100}
      />
    </>
  );
}
