import { Card } from '../../design/card';
import { Field } from '../../design/field';
import { Notice } from '../../design/notice';
import { ChangePasswordDocument } from '../../gen/operations';
import { Form } from '../app/form';
import { useMutationWithPrompt } from '../app/use-mutation-with-prompt';
import { strings } from '../strings';

const texts = strings.people.password;

/** Change of the own password; the other sessions end. */
export function PasswordCard() {
  const change = useMutationWithPrompt(ChangePasswordDocument);
  return (
    <Card title={texts.title} className="stack">
      {change.lastData && <Notice tone="good">{texts.done}</Notice>}
      <Form
        draft={null}
        {...change}
        variant="plain"
        submit={texts.submit}
        onSubmit={(values) =>
          change.run({ current: values.password('current'), next: values.password('next') })
        }
      >
        <Field
          label={texts.current}
          name="current"
          type="password"
          required
          autoComplete="current-password"
        />
        <Field
          label={strings.people.newPassword}
          name="next"
          type="password"
          required
          minLength={12}
          maxLength={200}
          autoComplete="new-password"
        />
      </Form>
    </Card>
  );
}
