import { useState } from 'react';
import { Field } from '../../design/field';
import { AcceptInvitationDocument, ResetPasswordDocument } from '../../gen/operations';
import { errorCode } from '../app/api';
import { Form } from '../app/form';
import { useMutationWithPrompt } from '../app/use-mutation-with-prompt';
import { CodeField } from '../session/code-field';
import { signedIn } from '../session/session';
import { strings } from '../strings';
import { LinkPage, tokenOfAddress } from './link-page';

/** /invitation#<token>: the invited person chooses a password and is signed in. */
export function InvitationPage() {
  const token = tokenOfAddress();
  return (
    <LinkPage title={strings.people.accept.title} token={token}>
      <AcceptForm token={token} />
    </LinkPage>
  );
}

/** /reset#<token>: a new password in place of a forgotten one. */
export function ResetPage() {
  const token = tokenOfAddress();
  return (
    <LinkPage title={strings.people.reset.title} token={token}>
      <ResetForm token={token} />
      <p>
        <a href="/forgot">{strings.people.reset.ask}</a>
      </p>
    </LinkPage>
  );
}

function AcceptForm({ token }: { token: string }) {
  const accept = useMutationWithPrompt(AcceptInvitationDocument);
  return (
    <Form
      draft={null}
      {...accept}
      submit={strings.people.accept.submit}
      onSubmit={async (values) => {
        const { data } = await accept.run({ token, password: values.password('password') });
        if (data) await signedIn(data.acceptInvitation);
        return { data };
      }}
    >
      <p>{strings.people.accept.hint}</p>
      <NewPasswordField label={strings.people.choosePassword} />
    </Form>
  );
}

function ResetForm({ token }: { token: string }) {
  const reset = useMutationWithPrompt(ResetPasswordDocument);
  const [code, setCode] = useState('');
  const [isCodeAsked, setCodeAsked] = useState(false);
  return (
    <Form
      draft={null}
      {...reset}
      submit={strings.people.reset.submit}
      onSubmit={async (values) => {
        const password = values.password('password');
        const { data, error } = await reset.run({ token, password, code: code || null });
        if (errorCode(error) === 'SECOND_FACTOR_REQUIRED') setCodeAsked(true);
        if (data) await signedIn(data.resetPassword);
        return { data };
      }}
    >
      <p>{strings.people.reset.hint}</p>
      <NewPasswordField label={strings.people.newPassword} />
      {isCodeAsked && <CodeField value={code} onChange={setCode} />}
    </Form>
  );
}

function NewPasswordField({ label }: { label: string }) {
  return (
    <Field
      label={label}
      name="password"
      type="password"
      autoComplete="new-password"
      required
      minLength={12}
      maxLength={200}
    />
  );
}
