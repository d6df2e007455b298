import { useRef } from 'react';
import { v4 } from 'uuid';
import { Field } from '../../../../design/field';
import { SelectField } from '../../../../design/select-field';
import { type PaymentMethod, RecordPaymentDocument } from '../../../../gen/operations';
import { Form } from '../../../app/form';
import { useMutationWithPrompt } from '../../../app/use-mutation-with-prompt';
import { DAY_BOUNDS } from '../../../filters/date-bounds';
import { useViewer } from '../../../session/viewer';
import { strings } from '../../../strings';
import { invoiceStrings } from '../invoice-strings';

// Payments on the client's page are recorded automatically.
const METHODS = Object.entries(strings.paymentMethods)
  .filter(([value]) => value !== 'CARD_ONLINE')
  .map(([value, text]) => ({ value, text }));

/** Form that records a payment. The idempotency key keeps a repeated submit from recording it twice. */
export function PaymentForm({ invoiceId, owedCents }: { invoiceId: string; owedCents: number }) {
  const { amount } = useViewer().formats;
  const pay = useMutationWithPrompt(RecordPaymentDocument);
  const idempotencyKey = useRef(v4());
  return (
    <Form
      draft="payment"
      {...pay}
      className="card"
      variant="plain"
      submit={strings.recordPayment}
      onSubmit={async (values) => {
        const result = await pay.run({
          invoiceId,
          amountCents: values.cents('amount'),
          receivedOn: values.optional('receivedOn'),
          method: values.optional('method') as PaymentMethod | null,
          reference: values.optional('reference'),
          key: idempotencyKey.current,
        });
        // A rejected payment was not recorded, so its key can be reused; a recorded one has used it up.
        if (result.data) idempotencyKey.current = v4();
        return result;
      }}
    >
      <Field
        label={strings.amountPaid}
        name="amount"
        type="number"
        min={amount.step}
        step={amount.step}
        defaultValue={amount.fromCents(owedCents)}
        required
      />
      <Field label={strings.receivedOn} name="receivedOn" type="date" {...DAY_BOUNDS} />
      <SelectField
        label={strings.paymentMethod}
        name="method"
        options={[{ value: '', text: strings.noMethod }, ...METHODS]}
      />
      <Field label={invoiceStrings.reference} name="reference" maxLength={200} />
    </Form>
  );
}
