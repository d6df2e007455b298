import { type KeyboardEvent, useState } from 'react';
import { Button } from '../../design/button';
import { Field } from '../../design/field';
import { CreateClientDocument } from '../../gen/operations';
import { ErrorMessage } from '../app/error-message';
import { useMutationWithPrompt } from '../app/use-mutation-with-prompt';
import { strings } from '../strings';
import type { ClientChoice } from './client-combobox';
import { SimilarClients } from './similar-clients';

interface NewClientProps {
  /** What was typed into the search. */
  name: string;
  onMade: (client: ClientChoice) => void;
  onCancel: () => void;
}

/** A new client within another form. Its fields have no names, so they are no part of that form. */
export function NewClient({ name, onMade, onCancel }: NewClientProps) {
  const create = useMutationWithPrompt(CreateClientDocument);
  const [typed, setTyped] = useState({ name, email: '', phone: '' });
  const add = async () => {
    if (create.isBusy) return;
    const { data } = await create.run({
      input: { name: typed.name, email: typed.email || null, phone: typed.phone || null },
    });
    if (data) onMade(data.createClient.client);
  };
  const field = (key: keyof typeof typed) => ({
    value: typed[key],
    onChange: (event: { target: { value: string } }) =>
      setTyped((before) => ({ ...before, [key]: event.target.value })),
    onKeyDown: (event: KeyboardEvent) => {
      if (event.key !== 'Enter') return;
      // Not the form's submission.
      event.preventDefault();
      void add();
    },
  });
  return (
    <fieldset className="card fields">
      <legend>{strings.newClient}</legend>
      <Field label={strings.name} {...field('name')} maxLength={200} autoFocus />
      <Field label={strings.email} type="email" {...field('email')} />
      <Field label={strings.phone} type="tel" {...field('phone')} />
      <SimilarClients typed={typed} onChoose={onMade} />
      <ErrorMessage error={create.error} />
      <div className="row">
        <Button variant="primary" isBusy={create.isBusy} onClick={add}>
          {strings.addClient}
        </Button>
        <Button onClick={onCancel}>{strings.cancel}</Button>
      </div>
    </fieldset>
  );
}
