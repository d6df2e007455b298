import { type FormEvent, useState } from 'react';
import { useMutation } from 'urql';
import { Button } from '../../design/button';
import { Field } from '../../design/field';
import { Notice } from '../../design/notice';
import { SignInToConsoleDocument } from '../../gen/operations';
import { words } from '../words';
import { sentenceOf } from './problem';

/** Who are you? */
export function SignIn({
  told,
  onEnter,
}: {
  told: string | null;
  onEnter: (token: string) => void;
}) {
  const [{ fetching, error }, signIn] = useMutation(SignInToConsoleDocument);
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const { data } = await signIn({ email, password });
    if (data) onEnter(data.signIn.token);
  };
  return (
    <main className="sign-in">
      <form className="card stack" onSubmit={submit}>
        <h1>{words.signIn.title}</h1>
        {told && !error && <Notice>{told}</Notice>}
        {error && <Notice tone="wrong">{sentenceOf(error)}</Notice>}
        <Field
          label={words.signIn.email}
          type="email"
          autoComplete="username"
          required
          value={email}
          onChange={(event) => setEmail(event.target.value)}
        />
        <Field
          label={words.signIn.password}
          type="password"
          autoComplete="current-password"
          required
          value={password}
          onChange={(event) => setPassword(event.target.value)}
        />
        <Button type="submit" look="primary" isBusy={fetching}>
          {words.signIn.enter}
        </Button>
      </form>
    </main>
  );
}
