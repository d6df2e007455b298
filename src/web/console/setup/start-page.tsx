import { type FormEvent, useState } from 'react';
import { useMutation } from 'urql';
import { Button } from '../../design/button';
import { Field } from '../../design/field';
import { Notice } from '../../design/notice';
import { RequestRegistrationDocument } from '../../gen/operations';
import { ErrorMessage } from '../app/error-message';
import { setupStrings } from './setup-strings';

const strings = setupStrings.start;

/** Page on which anybody asks for a set-up link, where registration is open. */
export function StartPage() {
  const [{ fetching, data, error }, request] = useMutation(RequestRegistrationDocument);
  const [email, setEmail] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!fetching) void request({ email });
  };
  return (
    <main className="sign-in">
      <form className="card stack" onSubmit={submit}>
        <h1>{strings.title}</h1>
        <ErrorMessage error={error} />
        {data ? (
          <Notice tone="good">{strings.sent}</Notice>
        ) : (
          <>
            <p>{strings.hint}</p>
            <Field
              label={strings.email}
              type="email"
              autoComplete="email"
              required
              value={email}
              onChange={(event) => setEmail(event.target.value)}
            />
            <Button type="submit" variant="primary" isBusy={fetching}>
              {strings.submit}
            </Button>
          </>
        )}
      </form>
    </main>
  );
}
