import { useState } from 'react';
import { Button } from '../../../design/button';
import { Field } from '../../../design/field';
import { Notice } from '../../../design/notice';
import { CreateApiKeyDocument, type Permission } from '../../../gen/operations';
import { CopyButton } from '../../app/copy-button';
import { Form } from '../../app/form';
import { useMutationWithPrompt } from '../../app/use-mutation-with-prompt';
import { DAY_BOUNDS } from '../../filters/date-bounds';
import { useViewer } from '../../session/viewer';
import { capabilityLabels, apiKeyStrings as texts } from './api-key-strings';

interface Made {
  name: string;
  token: string;
}

/** Button that opens the form for a new key; afterwards the key itself, until it is dismissed. */
export function NewApiKey({ onMade }: { onMade: () => void }) {
  const [isOpen, setOpen] = useState(false);
  const [made, setMade] = useState<Made | null>(null);
  if (made) return <MadeKey {...made} onStored={() => setMade(null)} />;
  if (!isOpen)
    return (
      <p>
        <Button variant="primary" onClick={() => setOpen(true)}>
          {texts.add}
        </Button>
      </p>
    );
  const show = (key: Made) => {
    setOpen(false);
    setMade(key);
    onMade();
  };
  return <KeyForm onMade={show} onCancel={() => setOpen(false)} />;
}

function MadeKey({ name, token, onStored }: Made & { onStored: () => void }) {
  return (
    <>
      <Notice tone="good">{texts.made(name)}</Notice>
      <Field label={texts.key} value={token} readOnly spellCheck={false} />
      <p className="row">
        <CopyButton text={token} label={texts.copy} />
        <Button onClick={onStored}>{texts.stored}</Button>
      </p>
    </>
  );
}

interface KeyFormProps {
  onMade: (made: Made) => void;
  onCancel: () => void;
}

function KeyForm({ onMade, onCancel }: KeyFormProps) {
  const { may } = useViewer();
  const create = useMutationWithPrompt(CreateApiKeyDocument);
  const offered = (Object.entries(capabilityLabels) as [Permission, string][]).filter(([each]) =>
    may(each),
  );
  return (
    <Form
      draft="api-key"
      {...create}
      submit={texts.add}
      onCancel={onCancel}
      onSubmit={async (values) => {
        const input = {
          name: values.text('name'),
          capabilities: values.all('capabilities') as Permission[],
          expiresOn: values.optional('expiresOn'),
        };
        const { data, error } = await create.run({ input });
        if (error) return { error };
        const { apiKey, token } = data.createApiKey;
        onMade({ name: apiKey.name, token });
        return { data };
      }}
    >
      <Field
        label={texts.name}
        name="name"
        placeholder={texts.nameHint}
        required
        maxLength={100}
        autoComplete="off"
      />
      <fieldset className="checklist">
        <legend>{texts.may}</legend>
        {offered.map(([capability, label]) => (
          <label key={capability} className="checkbox">
            <input type="checkbox" name="capabilities" value={capability} />
            <span>{label}</span>
          </label>
        ))}
      </fieldset>
      <Field label={texts.expiresOn} name="expiresOn" type="date" {...DAY_BOUNDS} />
    </Form>
  );
}
