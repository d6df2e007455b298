import { useRef } from 'react';
import { v4 } from 'uuid';
import { Field } from '../../../../design/field';
import { type InvoiceDetailsQuery, RefundPaymentDocument } from '../../../../gen/operations';
import { Form } from '../../../app/form';
import { useMutationWithPrompt } from '../../../app/use-mutation-with-prompt';
import { questionStrings } from '../../../jobs/question-strings';
import { useViewer } from '../../../session/viewer';
import { onlineStrings as strings } from './online-strings';

type Payment = NonNullable<NonNullable<InvoiceDetailsQuery['invoice']>['payments']>[number];

/** Form that refunds an online payment, as a whole or in part. It proposes what a credit note has left to be paid back. */
export function RefundForm({
  payment,
  dueCents,
  email,
  onDone,
}: {
  payment: Payment;
  /** Amount of the invoice to be paid back. */
  dueCents: number;
  /** Address of the client. */
  email: string | null;
  onDone: () => void;
}) {
  const { formats } = useViewer();
  const { amount } = formats;
  const proposedCents =
    dueCents > 0 ? Math.min(dueCents, payment.amountCents) : payment.amountCents;
  const refund = useMutationWithPrompt(RefundPaymentDocument);
  const idempotencyKey = useRef(v4());
  return (
    <Form
      draft={`refund:${payment.id}`}
      {...refund}
      variant="plain"
      submit={strings.confirmRefund}
      onCancel={onDone}
      ask={(values) => ({
        ...questionStrings.refund,
        consequence: questionStrings.refund.consequence(
          formats.money(values.cents('amount')),
          email,
        ),
      })}
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
