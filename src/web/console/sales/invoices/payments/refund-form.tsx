import { useRef } from 'react';
import { v4 } from 'uuid';
import { Field } from '../../../../design/field';
import { type InvoiceDetailsQuery, RefundPaymentDocument } from '../../../../gen/operations';
import { Form } from '../../../app/form';
import { useMutationWithPrompt } from '../../../app/use-mutation-with-prompt';
import { useViewer } from '../../../session/viewer';
import { onlineStrings as strings } from './online-strings';

type Payment = NonNullable<NonNullable<InvoiceDetailsQuery['invoice']>['payments']>[number];

/** Form that refunds an online payment, as a whole or in part. It proposes what a credit note has left to be paid back. */
export function RefundForm({
  payment,
  dueCents,
  onDone,
}: {
  payment: Payment;
  /** Amount of the invoice to be paid back. */
  dueCents: number;
  onDone: () => void;
}) {
  const { amount } = useViewer().formats;
  const proposedCents =
    dueCents > 0 ? Math.min(dueCents, payment.amountCents) : payment.amountCents;
  const refund = useMutationWithPrompt(RefundPaymentDocument);
  const idempotencyKey = useRef(v4());
  return (
    <Form
      {...refund}
      variant="plain"
      submit={strings.confirmRefund}
      onCancel={onDone}
      onSubmit={async (values) => {
        const result = await refund.run({
          id: payment.id,
          amountCents: values.cents('amount'),
          reason: values.text('reason'),
          key: idempotencyKey.current,
        });
        if (result.data) onDone();
        return result;
      }}
    >
      <p className="muted small">{strings.refundHint}</p>
      <Field
        label={strings.refundAmount}
        name="amount"
        type="number"
        min={amount.step}
        max={amount.fromCents(payment.amountCents)}
        step={amount.step}
        defaultValue={amount.fromCents(proposedCents)}
        required
      />
      <Field label={strings.refundReason} name="reason" maxLength={1000} required />
    </Form>
  );
}
