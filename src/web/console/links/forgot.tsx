import { Field } from '../../design/field';
import { Notice } from '../../design/notice';
import { RequestPasswordResetDocument } from '../../gen/operations';
import { Form } from '../app/form';
import { useMutationWithPrompt } from '../app/use-mutation-with-prompt';
import { strings } from '../strings';
import { LinkPage } from './link-page';

/** /forgot: mails a link for a new password. Says the same for every address. */
export function ForgotPage() {
  return (
    <LinkPage title={strings.people.forgot.title}>
      <ForgotForm />
      <p>
        <a href="/console">{strings.people.forgot.back}</a>
      </p>
    </LinkPage>
  );
}

function ForgotForm() {
  const request = useMutationWithPrompt(RequestPasswordResetDocument);
  if (request.lastData) return <Notice>{strings.people.forgot.sent}</Notice>;
  return (
    <Form
      draft={null}
      {...request}
      submit={strings.people.forgot.submit}
      onSubmit={(values) => request.run({ email: values.text('email') })}
    >
      <p>{strings.people.forgot.hint}</p>
      <Field
        label={strings.email}
        name="email"
        type="email"
        autoComplete="username"
        required
        maxLength={254}
      />
    </Form>
  );
}
