import { useState } from 'react';
import { LANGUAGES } from '../../../texts/languages.js';
import { Field, TextField } from '../../design/field';
import { SelectField } from '../../design/select-field';
import type { ClientDetailsQuery, ClientLanguage } from '../../gen/operations';
import type { FormValues } from '../app/form';
import { useViewer } from '../session/viewer';
import { strings } from '../strings';
import { clientsStrings } from './clients-strings';
import { SimilarClients } from './similar-clients';

export type ClientDetails = NonNullable<ClientDetailsQuery['client']>;

interface Details {
  id: string;
  name: string;
  contactName: string | null;
  email: string | null;
  phone: string | null;
  address: string | null;
  language: ClientLanguage | null;
  notes: string | null;
}

/** Mutation input of the fields below. */
export function clientInput(values: FormValues) {
  return {
    name: values.text('name'),
    contactName: values.optional('contactName'),
    email: values.optional('email'),
    phone: values.optional('phone'),
    address: values.optional('address'),
    language: values.optional('language') as ClientLanguage | null,
    notes: values.optional('notes'),
  };
}

const LANGUAGE_OPTIONS = Object.entries(LANGUAGES).map(([value, { ownName }]) => ({
  value,
  text: ownName,
}));

/** Fields of a client, with a hint at a client who is probably the same. */
export function ClientFields({ client }: { client?: Details }) {
  const { phoneText } = useViewer();
  const [typed, setTyped] = useState({ name: '', email: '', phone: '' });
  const watched = (name: keyof typeof typed) => ({
    name,
    defaultValue: client?.[name] ?? '',
    onChange: (event: { target: { value: string } }) =>
      setTyped((before) => ({ ...before, [name]: event.target.value })),
  });
  return (
    <>
      <Field label={strings.name} {...watched('name')} required maxLength={200} />
      <Field
        label={clientsStrings.contactName}
        name="contactName"
        defaultValue={client?.contactName ?? ''}
        maxLength={200}
      />
      <Field label={strings.email} type="email" {...watched('email')} />
      <Field
        label={strings.phone}
        type="tel"
        {...watched('phone')}
        defaultValue={phoneText(client?.phone ?? null) ?? ''}
      />
      <SimilarClients typed={typed} exceptId={client?.id} />
      <Field
        label={clientsStrings.address}
        name="address"
        defaultValue={client?.address ?? ''}
        maxLength={500}
      />
      <SelectField
        label={clientsStrings.language}
        name="language"
        defaultValue={client?.language ?? 'EN'}
        options={LANGUAGE_OPTIONS}
      />
      <TextField
        label={clientsStrings.notes}
        name="notes"
        defaultValue={client?.notes ?? ''}
        maxLength={10_000}
      />
    </>
  );
}
