import { Field } from '../../design/field';
import { BeginSecondFactorDocument, ConfirmSecondFactorDocument } from '../../gen/operations';
import { Form } from '../app/form';
import { useMutationWithPrompt } from '../app/use-mutation-with-prompt';
import { strings } from '../strings';
import { QrCode } from './qr-code';
import { RecoveryCodes } from './recovery-codes';

const texts = strings.people.factor;

interface SetUpProps {
  onDone: () => void;
  onCancel?: () => void;
}

/** Sets a second factor up in three steps: password, first code of the app, recovery codes. */
export function SetUpFactor({ onDone, onCancel }: SetUpProps) {
  const begin = useMutationWithPrompt(BeginSecondFactorDocument);
  const confirm = useMutationWithPrompt(ConfirmSecondFactorDocument);
  if (confirm.lastData)
    return (
      <RecoveryCodes codes={confirm.lastData.confirmSecondFactor.recoveryCodes} onKept={onDone} />
    );
  if (begin.lastData) {
    const { secret, uri } = begin.lastData.beginSecondFactor;
    return (
      <Form
        draft={null}
        key="confirm"
        {...confirm}
        submit={texts.confirm}
        onCancel={onCancel}
        onSubmit={(values) => confirm.run({ code: values.text('code') })}
      >
        <p>{texts.scan}</p>
        <QrCode text={uri} label={texts.qrCode} />
        <p className="small">
          {texts.typed} <code className="secret">{secret.match(/.{1,4}/g)?.join(' ')}</code>
        </p>
        <Field
          label={texts.code}
          name="code"
          inputMode="numeric"
          autoComplete="one-time-code"
          required
          maxLength={10}
        />
      </Form>
    );
  }
  return (
    <Form
      draft={null}
      key="begin"
      {...begin}
      submit={texts.next}
      onCancel={onCancel}
      onSubmit={(values) => begin.run({ password: values.password('password') })}
    >
      <Field
        label={texts.password}
        name="password"
        type="password"
        required
        autoComplete="current-password"
      />
    </Form>
  );
}
