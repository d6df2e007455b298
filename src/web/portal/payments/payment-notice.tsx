import { useState } from 'react';
import { Button } from '../../design/button';
import type { PortalInvoiceFragment } from '../../gen/portal-operations';
import { useTexts } from '../texts';
import { usePaymentState } from './awaited-payment';
import { forgetReturn, paymentReturn } from './payment-return';

const TONES = { CANCELLED: '', CONFIRMING: '', PAID: 'good', FAILED: 'wrong', UNKNOWN: 'warn' };

/**
 * Notice to a client who comes back from the payment page. It believes nothing but the page itself: the payment is
 * there when the server shows it.
 */
export function PaymentNotice({ invoices }: { invoices: readonly PortalInvoiceFragment[] }) {
  const { payStrings } = useTexts();
  const [returned, setReturned] = useState(paymentReturn);
  const invoice =
    returned?.kind === 'PAID' ? invoices.find(({ id }) => id === returned.invoiceId) : undefined;
  const state = usePaymentState(invoice);
  if (!returned) return null;
  const close = () => {
    forgetReturn();
    setReturned(null);
  };
  const outcome = returned.kind === 'CANCELLED' ? 'CANCELLED' : (state ?? 'UNKNOWN');
  return (
    <div className={`notice ${TONES[outcome]} stack`} role="status">
      <p>{payStrings.outcome[outcome]}</p>
      <Button variant="quiet" onClick={close}>
        {payStrings.close}
      </Button>
    </div>
  );
}
