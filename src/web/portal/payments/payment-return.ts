const LINK = 'jobglass.link-while-paying';
const CANCELLED = 'cancelled';

/** Where the client comes back from: the page of an invoice that it paid, or from leaving the payment page. */
export type PaymentReturn = { kind: 'PAID'; invoiceId: string } | { kind: 'CANCELLED' };

/**
 * Keeps the link of the page for the way back, in this tab only. The payment service is not given the link, since it is
 * for nobody but the client.
 */
export function keepLink(): void {
  try {
    sessionStorage.setItem(LINK, location.hash.slice(1));
  } catch {
    // Storage is switched off: the way back ends at a page that says to open the link again.
  }
}

/** Returns where the client comes back from; null if it does not come from the payment page. */
export function paymentReturn(): PaymentReturn | null {
  const payment = new URLSearchParams(location.search).get('payment');
  if (!payment) return null;
  return payment === CANCELLED ? { kind: 'CANCELLED' } : { kind: 'PAID', invoiceId: payment };
}

/** Puts the link of the page back into the address after the way back from the payment page. */
export function restoreLink(): void {
  if (location.hash.length > 1 || !paymentReturn()) return;
  let link: string | null = null;
  try {
    link = sessionStorage.getItem(LINK);
    sessionStorage.removeItem(LINK);
  } catch {
    return;
  }
  if (link) history.replaceState(null, '', `${location.pathname}${location.search}#${link}`);
}

/** Takes the return out of the address, so that a bookmark does not keep it. */
export function forgetReturn(): void {
  history.replaceState(null, '', `${location.pathname}${location.hash}`);
}
