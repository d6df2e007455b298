import { useState } from 'react';
import { Card } from '../../design/card';
import { Field } from '../../design/field';
import { Notice } from '../../design/notice';
import { RequestEmailChangeDocument } from '../../gen/operations';
import { Form } from '../app/form';
import { useMutationWithPrompt } from '../app/use-mutation-with-prompt';
import { strings } from '../strings';

const texts = strings.people.email;

/** Own email address, which changes once a link to the new one was opened. */
export function EmailCard({ address }: { address: string }) {
  const request = useMutationWithPrompt(RequestEmailChangeDocument);
  const [sentTo, setSentTo] = useState<string | null>(null);
  return (
    <Card title={texts.title} className="stack">
      <p>{texts.now(address)}</p>
      {sentTo && <Notice tone="good">{texts.sent(sentTo)}</Notice>}
      <Form
        draft={null}
        {...request}
        variant="plain"
        submit={texts.submit}
        onSubmit={async (values) => {
          const email = values.text('email');
          const result = await request.run({ email, password: values.password('password') });
          setSentTo(result.data ? email : null);
          return result;
        }}
      >
        <Field label={texts.next} name="email" type="email" required autoComplete="email" />
        <Field
          label={texts.password}
          name="password"
          type="password"
          required
          autoComplete="current-password"
        />
      </Form>
    </Card>
  );
}
