import { useState } from 'react';
import { Badge } from '../../design/badge';
import { Button } from '../../design/button';
import { Field } from '../../design/field';
import { type OneInvoiceQuery, TakeBackPaymentDocument } from '../../gen/operations';
import { Form } from '../app/form';
import { useChange } from '../app/use-change';
import { useViewer } from '../app/viewer';
import { words } from '../words';

type Payment = NonNullable<NonNullable<OneInvoiceQuery['invoice']>['payments']>[number];

/** Money that came in. What was reversed stays in the list, struck out. */
export function Payments({ payments }: { payments: Payment[] }) {
  if (payments.length === 0) return null;
  return (
    <section>
      <h2>{words.payments}</h2>
      <ul className="list">
        {payments.map((payment) => (
          <OnePayment key={payment.id} payment={payment} />
        ))}
      </ul>
    </section>
  );
}

function OnePayment({ payment }: { payment: Payment }) {
  const { may, inWords } = useViewer();
  const [isReversing, setReversing] = useState(false);
  const { amountCents, receivedOn, recordedAt, recordedBy, reversedAt } = payment;
  const amount = inWords.money(amountCents);
  const day = receivedOn ? inWords.date(receivedOn) : inWords.moment(recordedAt);
  if (isReversing && !reversedAt)
    return (
      <li className="line">
        <Reversal payment={payment} onDone={() => setReversing(false)} />
      </li>
    );
  return (
    <li className="line">
      <div>
        {day}
        {recordedBy && `, ${recordedBy.name}`}
        {reversedAt && <ReversalNote payment={payment} time={reversedAt} />}
      </div>
      <strong className="amount">{reversedAt ? <s>{amount}</s> : amount}</strong>
      {!reversedAt && may('WRITE_INVOICES') && (
        <Button look="quiet" onClick={() => setReversing(true)}>
          {words.reversePayment}
          <span className="unseen">: {amount}</span>
        </Button>
      )}
    </li>
  );
}

function ReversalNote({ payment, time }: { payment: Payment; time: string }) {
  const { inWords } = useViewer();
  const by = payment.reversedBy?.name ?? null;
  return (
    <p className="soft small">
      <Badge tone="warn">{words.reversed}</Badge>{' '}
      {words.reversedBecause(by, inWords.moment(time), payment.reversalReason)}
    </p>
  );
}

function Reversal({ payment, onDone }: { payment: Payment; onDone: () => void }) {
  const reverse = useChange(TakeBackPaymentDocument);
  return (
    <Form
      {...reverse}
      look="plain"
      submit={words.confirmReversal}
      onCancel={onDone}
      onSubmit={async (typed) => {
        const outcome = await reverse.run({ id: payment.id, reason: typed.text('reason') });
        if (outcome.data) onDone();
        return outcome;
      }}
    >
      <Field label={words.reversalReason} name="reason" maxLength={1000} required />
    </Form>
  );
}
