import { type FormEvent, useState } from 'react';
import { Button } from '../../design/button';
import { Field } from '../../design/field';
import { Notice } from '../../design/notice';
import { strings } from '../strings';
import { type SignInProblem, signIn } from './session';
import { sessionStrings } from './session-strings';

const CODE_REQUIRED = 'SECOND_FACTOR_REQUIRED';

/** Sign-in page. `notice` says why the last session ended. */
export function SignInPage({ notice }: { notice: string | null }) {
  return (
    <main className="sign-in">
      <div className="card stack">
        <h1>{strings.signIn.title}</h1>
        <SignInForm notice={notice} />
      </div>
    </main>
  );
}

/** Form of the page, and of the dialog above a page whose session has ended. The session tells of its success. */
export function SignInForm({ notice }: { notice: string | null }) {
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<{ why: SignInProblem } | null>(null);
  const [isCodeRequired, setCodeRequired] = useState(false);
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const values = new FormData(event.currentTarget);
    const text = (name: string) => String(values.get(name) ?? '');
    setBusy(true);
    setProblem(null);
    const outcome = await signIn({
      email: text('email'),
      password: text('password'),
      code: text('code').trim() || undefined,
    }).catch(() => null);
    setBusy(false);
    if (outcome === 'OK') return;
    setProblem({ why: outcome });
    if (outcome?.code === CODE_REQUIRED) setCodeRequired(true);
  };
  return (
    <form className="stack" onSubmit={submit}>
      {notice && !problem && <Notice>{notice}</Notice>}
      {problem && <Notice tone="wrong">{sentenceOf(problem.why)}</Notice>}
      <Field
        label={strings.signIn.email}
        name="email"
        type="email"
        autoComplete="username"
        required
      />
      <Field
        label={strings.signIn.password}
        name="password"
        type="password"
        autoComplete="current-password"
        required
      />
      {isCodeRequired && (
        <Field
          label={strings.people.factor.codeHint}
          name="code"
          autoComplete="one-time-code"
          autoFocus
          required
          maxLength={40}
        />
      )}
      <Button type="submit" variant="primary" isBusy={isBusy}>
        {strings.signIn.submit}
      </Button>
      <p>
        <a href="/forgot">{strings.people.forgot.link}</a>
      </p>
    </form>
  );
}

function sentenceOf(problem: SignInProblem): string {
  if (!problem) return strings.problems.offline;
  if (problem.code === 'COOKIE_REFUSED') return sessionStrings.cookieRefused;
  return problem.message || strings.problems.unknown;
}
