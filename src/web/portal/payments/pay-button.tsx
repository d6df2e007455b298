import { useEffect, useState } from 'react';
import { Button } from '../../design/button';
import { PayInvoiceDocument, type PortalInvoiceFragment } from '../../gen/portal-operations';
import { errorCode, errorMessage } from '../errors';
import type { LivePortal } from '../live-portal';
import type { PortalError } from '../portal-api';
import { usePortalPage } from '../portal-context';
import { type PageTexts, useTexts } from '../texts';
import { forgetAwaited, usePaymentState } from './awaited-payment';
import { keepLink } from './payment-return';

/** Button that opens the payment page, or a note that a payment is being confirmed; nothing if nothing is owed. */
export function PayOnline({ invoice }: { invoice: PortalInvoiceFragment }) {
  const { payStrings } = useTexts();
  const { livePortal, canPayOnline, formats } = usePortalPage();
  const { owedCents, confirmingCents, status } = invoice;
  const state = usePaymentState(invoice);
  if (confirmingCents)
    return (
      <p className="notice pay-online" role="status">
        {payStrings.waiting(formats.money(confirmingCents))}
      </p>
    );
  if (state === 'CONFIRMING')
    return (
      <p className="notice pay-online" role="status">
        {payStrings.confirming}
      </p>
    );
  if (!canPayOnline || owedCents <= 0 || status === 'VOID') return null;
  return <PayButton invoice={invoice} livePortal={livePortal} />;
}

interface PayButtonProps {
  invoice: PortalInvoiceFragment;
  /** Null in a preview, in which nobody pays. */
  livePortal: LivePortal | null;
}

function PayButton({ invoice, livePortal }: PayButtonProps) {
  const texts = useTexts();
  const { payStrings } = texts;
  const { formats } = usePortalPage();
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  useEffect(() => {
    // Back from the payment page, the browser may show this page as it was left.
    const back = () => setBusy(false);
    window.addEventListener('pageshow', back);
    return () => window.removeEventListener('pageshow', back);
  }, []);
  const pay = async () => {
    if (!livePortal) return;
    setBusy(true);
    setProblem(null);
    const { data, error } = await livePortal.send(PayInvoiceDocument, {
      invoiceId: invoice.id,
    });
    if (data) {
      keepLink();
      forgetAwaited();
      location.assign(data.payInvoice.checkoutUrl);
      return;
    }
    setBusy(false);
    if (error) setProblem(problemOf(error, texts));
    // Something has changed since the page was shown.
    void livePortal.refresh();
  };
  return (
    <div className="pay-online stack">
      <Button variant="primary" isBusy={isBusy} disabled={!livePortal} onClick={pay}>
        {isBusy ? payStrings.opening : payStrings.pay(formats.money(invoice.owedCents))}
      </Button>
      <p className="muted small">{payStrings.payHint}</p>
      {problem && (
        <p className="notice wrong" role="alert">
          {problem}
        </p>
      )}
    </div>
  );
}

function problemOf(error: PortalError, texts: PageTexts): string {
  const { pageStrings, payStrings } = texts;
  if (error.networkError) return pageStrings.unknownPayment;
  const problems: Record<string, string> = payStrings.problems;
  return problems[errorCode(error)] ?? errorMessage(error, texts);
}
