import { useState } from 'react';
import { Badge } from '../../../../design/badge';
import { Button } from '../../../../design/button';
import { Field } from '../../../../design/field';
import { isolated } from '../../../../design/text/isolated';
import { type InvoiceDetailsQuery, ReversePaymentDocument } from '../../../../gen/operations';
import { Form } from '../../../app/form';
import { useMutationWithPrompt } from '../../../app/use-mutation-with-prompt';
import { useViewer } from '../../../session/viewer';
import { strings } from '../../../strings';
import { onlineStrings } from './online-strings';
import { RefundForm } from './refund-form';

type Payment = NonNullable<NonNullable<InvoiceDetailsQuery['invoice']>['payments']>[number];

interface InvoiceOfPayment {
  refundDueCents: number;
  /** Address of the client. */
  email: string | null;
}

/** List of payments; reversed ones stay, struck out. */
export function Payments({ payments, ...invoice }: { payments: Payment[] } & InvoiceOfPayment) {
  if (payments.length === 0) return null;
  return (
    <section>
      <h2>{strings.payments}</h2>
      <ul className="list">
        {payments.map((payment) => (
          <PaymentRow key={payment.id} payment={payment} {...invoice} />
        ))}
      </ul>
    </section>
  );
}

function PaymentRow({ payment, refundDueCents, email }: { payment: Payment } & InvoiceOfPayment) {
  const { may, formats } = useViewer();
  const [isReversing, setReversing] = useState(false);
  const { amountCents, receivedOn, recordedAt, recordedBy, reversedAt } = payment;
  const { method, reference } = payment;
  const how = [method && strings.paymentMethods[method], reference && isolated(reference)]
    .filter(Boolean)
    .join(', ');
  const amount = formats.money(amountCents);
  const isOnline = payment.method === 'CARD_ONLINE';
  const day = receivedOn ? formats.date(receivedOn) : formats.dateTime(recordedAt);
  if (isReversing && !reversedAt)
    return (
      <li className="list-row">
        {isOnline ? (
          <RefundForm
            payment={payment}
            dueCents={refundDueCents}
            email={email}
            onDone={() => setReversing(false)}
          />
        ) : (
          <ReversalForm payment={payment} onDone={() => setReversing(false)} />
        )}
      </li>
    );
  return (
    <li className="list-row">
      <div>
        {day}
        {recordedBy && `, ${isolated(recordedBy.name)}`}
        {how && <p className="muted small">{how}</p>}
        {reversedAt && <ReversalNote payment={payment} time={reversedAt} />}
      </div>
      <strong className="amount">{reversedAt ? <s>{amount}</s> : amount}</strong>
      {!reversedAt && may('WRITE_INVOICES') && (
        <Button variant="quiet" onClick={() => setReversing(true)}>
          {isOnline ? onlineStrings.refund : strings.reversePayment}
          <span className="visually-hidden">: {amount}</span>
        </Button>
      )}
    </li>
  );
}

function ReversalNote({ payment, time }: { payment: Payment; time: string }) {
  const { formats } = useViewer();
  const by = payment.reversedBy?.name ?? null;
  return (
    <p className="muted small">
      <Badge tone="warn">{strings.reversed}</Badge>{' '}
      {strings.reversedBecause(by, formats.dateTime(time), payment.reversalReason)}
    </p>
  );
}

function ReversalForm({ payment, onDone }: { payment: Payment; onDone: () => void }) {
  const reverse = useMutationWithPrompt(ReversePaymentDocument);
  return (
    <Form
      draft={`reverse:${payment.id}`}
      {...reverse}
      variant="plain"
      submit={strings.confirmReversal}
      onCancel={onDone}
      onSubmit={async (values) => {
        const result = await reverse.run({ id: payment.id, reason: values.text('reason') });
        if (result.data) onDone();
        return result;
      }}
    >
      <Field label={strings.reversalReason} name="reason" maxLength={1000} required />
    </Form>
  );
}
