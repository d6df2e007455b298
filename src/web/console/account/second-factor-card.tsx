import { useState } from 'react';
import { Button } from '../../design/button';
import { Card } from '../../design/card';
import { Field } from '../../design/field';
import {
  type OwnAccountQuery,
  RenewRecoveryCodesDocument,
  TurnOffSecondFactorDocument,
} from '../../gen/operations';
import { Form, type FormValues } from '../app/form';
import { useMutationWithPrompt } from '../app/use-mutation-with-prompt';
import { strings } from '../strings';
import { RecoveryCodes } from './recovery-codes';
import { SetUpFactor } from './set-up-factor';

const texts = strings.people.factor;

interface CardProps {
  status: OwnAccountQuery['secondFactor'];
  onChange: () => void;
}

/** Own second factor: set up, new recovery codes, turn off. */
export function SecondFactorCard({ status, onChange }: CardProps) {
  const [step, setStep] = useState<'SET_UP' | 'RENEW' | 'TURN_OFF' | null>(null);
  const close = () => {
    setStep(null);
    onChange();
  };
  return (
    <Card title={texts.title} className="stack">
      <p>{status.isOn ? texts.isOn(status.recoveryCodesLeft) : texts.isOff}</p>
      {status.isRequired && <p className="muted">{texts.demanded}</p>}
      {step === null && status.isOn && (
        <p className="row">
          <Button onClick={() => setStep('RENEW')}>{texts.renew}</Button>
          <Button variant="danger" onClick={() => setStep('TURN_OFF')}>
            {texts.turnOff}
          </Button>
        </p>
      )}
      {step === null && !status.isOn && (
        <Button onClick={() => setStep('SET_UP')}>{texts.begin}</Button>
      )}
      {step === 'SET_UP' && <SetUpFactor onDone={close} onCancel={() => setStep(null)} />}
      {step === 'RENEW' && <Renew onDone={close} onCancel={() => setStep(null)} />}
      {step === 'TURN_OFF' && <TurnOff onDone={close} onCancel={() => setStep(null)} />}
    </Card>
  );
}

interface StepProps {
  onDone: () => void;
  onCancel: () => void;
}

function Renew({ onDone, onCancel }: StepProps) {
  const renew = useMutationWithPrompt(RenewRecoveryCodesDocument);
  if (renew.lastData)
    return (
      <RecoveryCodes codes={renew.lastData.renewRecoveryCodes.recoveryCodes} onKept={onDone} />
    );
  return (
    <Form
      draft={null}
      {...renew}
      submit={texts.renew}
      onCancel={onCancel}
      onSubmit={(values) => renew.run(passwordAndCode(values))}
    >
      <PasswordAndCode />
    </Form>
  );
}

function TurnOff({ onDone, onCancel }: StepProps) {
  const turnOff = useMutationWithPrompt(TurnOffSecondFactorDocument);
  return (
    <Form
      draft={null}
      {...turnOff}
      submit={texts.turnOff}
      onCancel={onCancel}
      onSubmit={async (values) => {
        const result = await turnOff.run(passwordAndCode(values));
        if (result.data) onDone();
        return result;
      }}
    >
      <PasswordAndCode />
    </Form>
  );
}

function PasswordAndCode() {
  return (
    <>
      <Field
        label={texts.password}
        name="password"
        type="password"
        required
        autoComplete="current-password"
      />
      <Field
        label={texts.codeHint}
        name="code"
        required
        maxLength={40}
        autoComplete="one-time-code"
      />
    </>
  );
}

function passwordAndCode(values: FormValues) {
  return { password: values.password('password'), code: values.text('code') };
}
