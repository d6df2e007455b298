import { Fragment, type ReactNode, useState } from 'react';
import { Card } from '../../design/card';
import { Notice } from '../../design/notice';
import { UpdateBusinessDocument, type UpdateBusinessInput } from '../../gen/operations';
import { Form, type FormValues } from '../app/form';
import { useMutationWithPrompt } from '../app/use-mutation-with-prompt';
import { useViewer } from '../session/viewer';
import { strings } from '../strings';

interface SettingFormProps {
  title: string;
  hint?: string;
  /** Saved values of the fields: the fields show them again when they change. */
  saved: unknown;
  input: (values: FormValues) => UpdateBusinessInput;
  children: ReactNode;
}

/** Section of Business Settings whose fields are saved together. */
export function SettingForm({ title, hint, saved, input, children }: SettingFormProps) {
  const update = useMutationWithPrompt(UpdateBusinessDocument);
  const { refresh } = useViewer();
  const [isSaved, setSaved] = useState(false);
  return (
    <Card title={title} className="stack">
      {hint && <p className="muted">{hint}</p>}
      <Form
        draft={title}
        {...update}
        submit={strings.save}
        onSubmit={async (values) => {
          setSaved(false);
          const { data } = await update.run({ input: input(values) });
          setSaved(Boolean(data));
          if (data) refresh();
          return { data };
        }}
      >
        <Fragment key={JSON.stringify(saved)}>{children}</Fragment>
      </Form>
      {isSaved && <Notice tone="good">{strings.saved}</Notice>}
    </Card>
  );
}
