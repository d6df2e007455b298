import { useRef } from 'react';
import { v4 } from 'uuid';
import { Field } from '../../design/field';
import { SelectField } from '../../design/select-field';
import { type PaymentMethod, TakePaymentDocument } from '../../gen/operations';
import { Form } from '../app/form';
import { useChange } from '../app/use-change';
import { words } from '../words';

const METHODS = Object.entries(words.paymentMethods).map(([value, text]) => ({ value, text }));

/** Money that came in. However often it is pressed, what was typed once is recorded once. */
export function PaymentForm({ invoiceId, owedCents }: { invoiceId: string; owedCents: number }) {
  const pay = useChange(TakePaymentDocument);
  const key = useRef(v4());
  return (
    <Form
      {...pay}
      className="card"
      look="plain"
      submit={words.recordPayment}
      onSubmit={async (typed) => {
        const outcome = await pay.run({
          invoiceId,
          amountCents: typed.cents('amount'),
          receivedOn: typed.maybe('receivedOn'),
          method: typed.maybe('method') as PaymentMethod | null,
          key: key.current,
        });
        // A refused payment was not recorded, so its key is free; one that worked has used it up.
        if (outcome.data) key.current = v4();
        return outcome;
      }}
    >
      <Field
        label={words.amountPaid}
        name="amount"
        type="number"
        min="0.01"
        step="0.01"
        defaultValue={owedCents / 100}
        required
      />
      <Field label={words.receivedOn} name="receivedOn" type="date" />
      <SelectField
        label={words.paymentMethod}
        name="method"
        options={[{ value: '', text: words.noMethod }, ...METHODS]}
      />
    </Form>
  );
}
