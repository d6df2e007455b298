import { Badge, type Tone } from '../../../../design/badge';
import type { CheckoutStatus, InvoiceDetailsQuery } from '../../../../gen/operations';
import { useViewer } from '../../../session/viewer';
import { onlineStrings as strings } from './online-strings';

type Checkout = NonNullable<NonNullable<InvoiceDetailsQuery['invoice']>['checkouts']>[number];

const TONES: Record<CheckoutStatus, Tone> = {
  RESERVED: 'plain',
  OPEN: 'accent',
  CLOSING: 'plain',
  PROCESSING: 'accent',
  PAID: 'good',
  FAILED: 'wrong',
  EXPIRED: 'plain',
};

/** What clients did to pay an invoice online, with refunds and disputes. */
export function OnlinePayments({ checkouts }: { checkouts: Checkout[] }) {
  if (checkouts.length === 0) return null;
  return (
    <section>
      <h2>{strings.title}</h2>
      <ul className="list">
        {checkouts.map((checkout) => (
          <CheckoutRow key={checkout.id} checkout={checkout} />
        ))}
      </ul>
    </section>
  );
}

function CheckoutRow({ checkout }: { checkout: Checkout }) {
  const { formats } = useViewer();
  const { status, amountCents, reservedAt, failure, refunds } = checkout;
  return (
    <li className="list-row">
      <div>
        {strings.began(formats.dateTime(reservedAt))}{' '}
        <Badge tone={TONES[status]}>{strings.statuses[status]}</Badge>
        {failure && <p className="muted small">{strings.because(failure)}</p>}
        {refunds.map((refund) => (
          <p className="muted small" key={refund.id}>
            {strings.refundKinds[refund.kind]}: {formats.money(refund.amountCents)},{' '}
            {strings.refundStatuses[refund.status]}
            {refund.failure && ` (${refund.failure})`}
          </p>
        ))}
      </div>
      <strong className="amount">{formats.money(amountCents)}</strong>
    </li>
  );
}
