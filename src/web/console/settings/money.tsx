import { Field, TextField } from '../../design/field';
import { SelectField } from '../../design/select-field';
import type { BusinessFieldsFragment } from '../../gen/operations';
import { SettingForm } from './setting-form';
import { settingsStrings as strings } from './settings-strings';
import { currencyOptions } from './value-lists';

/** Section: currency, tax, validity and terms of quotes. */
export function Money({ business }: { business: BusinessFieldsFragment }) {
  const { currency, quoteValidityDays } = business;
  const quoteTerms = business.quoteTerms ?? '';
  const taxName = business.taxName ?? '';
  const taxRateBasisPoints = business.taxRateBasisPoints ?? 0;
  return (
    <SettingForm
      title={strings.money}
      hint={strings.currencyHint}
      saved={{ currency, taxName, taxRateBasisPoints, quoteValidityDays, quoteTerms }}
      input={(values) => ({
        currency: values.text('currency'),
        taxName: values.text('taxName'),
        // At most one decimal of a basis point: 9.975 % is 997.5.
        taxRateBasisPoints: Math.round(values.number('taxRate') * 1000) / 10,
        quoteValidityDays: values.optional('quoteValidityDays')
          ? values.number('quoteValidityDays')
          : null,
        quoteTerms: values.optional('quoteTerms'),
      })}
    >
      <SelectField
        label={strings.currency}
        name="currency"
        options={currencyOptions(currency)}
        defaultValue={currency}
      />
      <Field
        label={strings.taxName}
        name="taxName"
        defaultValue={taxName}
        required
        maxLength={60}
      />
      <Field
        label={strings.taxRate}
        name="taxRate"
        type="number"
        min="0"
        max="100"
        step="0.001"
        defaultValue={taxRateBasisPoints / 100}
        required
      />
      <Field
        label={strings.quoteValidityDays}
        name="quoteValidityDays"
        type="number"
        min="1"
        max="365"
        defaultValue={quoteValidityDays ?? ''}
      />
      <TextField
        label={strings.quoteTerms}
        name="quoteTerms"
        defaultValue={quoteTerms}
        maxLength={20_000}
        rows={6}
      />
    </SettingForm>
  );
}
