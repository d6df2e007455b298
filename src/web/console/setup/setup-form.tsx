import type { FormEvent } from 'react';
import { type CombinedError, useMutation } from 'urql';
import { Button } from '../../design/button';
import { Field } from '../../design/field';
import { SetUpBusinessDocument } from '../../gen/operations';
import { faultsOf } from '../app/api';
import { ErrorMessage } from '../app/error-message';
import { signedIn } from '../session/session';
import { type Choices, PlaceFields, type Problem } from './place-fields';
import { setupStrings } from './setup-strings';

interface SetupFormProps {
  token: string;
  /** Address that the link was mailed to, which becomes that of the owner. */
  email: string | null;
  choices: Choices;
}

/** Details of the business and its owner. What was typed stays when something in it cannot be used. */
export function SetupForm({ token, email, choices }: SetupFormProps) {
  const [{ fetching, error }, setUp] = useMutation(SetUpBusinessDocument);
  const problem = problemsOf(error);
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (fetching) return;
    const form = new FormData(event.currentTarget);
    const text = (name: string) => String(form.get(name) ?? '').trim();
    const { data } = await setUp({
      input: {
        setupToken: token,
        businessName: text('businessName'),
        country: text('country'),
        timeZone: text('timeZone'),
        currency: text('currency'),
        taxName: text('taxName'),
        taxRateBasisPoints: basisPointsOf(text('taxRate')),
        phone: text('phone'),
        email: text('email'),
        ownerName: text('ownerName'),
        ownerEmail: email ?? text('ownerEmail'),
        password: String(form.get('password') ?? ''),
        soleTrader: form.get('soleTrader') === 'on',
      },
    });
    if (data) signedIn(data.setUpBusiness, 'first-steps');
  };
  return (
    <form className="stack" onSubmit={submit}>
      <fieldset className="stack">
        <legend>{setupStrings.business}</legend>
        <TextInput name="businessName" problem={problem} required maxLength={200} />
        <PlaceFields choices={choices} problem={problem} />
        <TextInput name="phone" problem={problem} type="tel" autoComplete="tel" />
        <TextInput name="email" problem={problem} type="email" />
      </fieldset>
      <fieldset className="stack">
        <legend>{setupStrings.owner}</legend>
        <TextInput
          name="ownerName"
          problem={problem}
          required
          maxLength={200}
          autoComplete="name"
        />
        <TextInput
          name="ownerEmail"
          problem={problem}
          type="email"
          required
          autoComplete="username"
          {...(email && { value: email, readOnly: true })}
        />
        <TextInput
          name="password"
          problem={problem}
          type="password"
          required
          minLength={12}
          maxLength={200}
          autoComplete="new-password"
        />
        <label className="row">
          <input type="checkbox" name="soleTrader" /> {setupStrings.soleTrader}
        </label>
      </fieldset>
      <ErrorMessage error={error} />
      <Button type="submit" variant="primary" isBusy={fetching}>
        {setupStrings.submit}
      </Button>
    </form>
  );
}

type TextName = 'businessName' | 'phone' | 'email' | 'ownerName' | 'ownerEmail' | 'password';

function TextInput({
  name,
  problem,
  ...input
}: { name: TextName; problem: Problem } & Omit<Parameters<typeof Field>[0], 'label' | 'problem'>) {
  return <Field label={setupStrings[name]} name={name} problem={problem(name)} {...input} />;
}

/** The sentence about a field, if the API refused it. */
function problemsOf(error: CombinedError | undefined): Problem {
  const faults = faultsOf(error);
  return (name) => faults.find(({ field }) => field === `input.${name}`)?.reason ?? null;
}

/** Basis points of a percentage; rounded, since 9.975 × 100 is slightly less than 997.5. */
function basisPointsOf(percent: string): number | null {
  return percent === '' ? null : Number((Number(percent) * 100).toPrecision(12));
}
