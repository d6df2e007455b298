import { Field, TextField } from '../../design/field';
import { SelectField } from '../../design/select-field';
import type { BusinessFieldsFragment, PageColour } from '../../gen/operations';
import { strings as common } from '../strings';
import { SettingForm } from './setting-form';
import { settingsStrings as strings } from './settings-strings';
import { timeZoneOptions } from './value-lists';

/** Section: what the business is called, how to reach it, and the colour of the client's page. */
export function Profile({ business }: { business: BusinessFieldsFragment }) {
  const { name, phone, email, address, taxNumber, taxNumberLabel, timeZone, pageColour } = business;
  return (
    <SettingForm
      title={strings.profile}
      hint={strings.profileHint}
      saved={{ name, phone, email, address, taxNumber, taxNumberLabel, timeZone, pageColour }}
      input={(values) => ({
        name: values.text('name'),
        phone: values.optional('phone'),
        email: values.optional('email'),
        address: values.optional('address'),
        taxNumber: values.optional('taxNumber'),
        taxNumberLabel: values.optional('taxNumberLabel'),
        timeZone: values.text('timeZone'),
        pageColour: values.text('pageColour') as PageColour,
      })}
    >
      <Field label={common.name} name="name" defaultValue={name} required maxLength={200} />
      <Field label={strings.phone} name="phone" type="tel" defaultValue={phone ?? ''} />
      <Field label={strings.email} name="email" type="email" defaultValue={email ?? ''} />
      {!email && <p className="muted small">{strings.noEmail}</p>}
      <TextField
        label={strings.address}
        name="address"
        defaultValue={address ?? ''}
        maxLength={500}
        rows={3}
      />
      <Field
        label={strings.taxNumber}
        name="taxNumber"
        defaultValue={taxNumber ?? ''}
        maxLength={50}
      />
      <Field
        label={strings.taxNumberLabel}
        name="taxNumberLabel"
        defaultValue={taxNumberLabel ?? ''}
        maxLength={50}
      />
      <SelectField
        label={strings.timeZone}
        name="timeZone"
        options={timeZoneOptions(timeZone)}
        defaultValue={timeZone}
      />
      <ColourPicker selected={pageColour} />
    </SettingForm>
  );
}

/** Radio buttons with a sample of each colour. */
function ColourPicker({ selected }: { selected: PageColour }) {
  return (
    <fieldset className="checklist">
      <legend>{strings.pageColour}</legend>
      <div className="row">
        {Object.entries(strings.colours).map(([value, text]) => (
          <label className="checkbox" key={value}>
            <input
              type="radio"
              name="pageColour"
              value={value}
              defaultChecked={value === selected}
            />
            <span className="colour-sample" data-colour={value} aria-hidden="true" />
            <span>{text}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
