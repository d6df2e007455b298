import { useEffect, useState } from 'react';
import type { PortalInvoiceFragment } from '../../gen/portal-operations';
import { paymentReturn } from './payment-return';

const AWAITED = 'jobglass.awaited-payment';
/** By then the server has asked the payment service itself, should its message have been lost. */
const AWAITED_MS = 6 * 60_000;

interface Awaited {
  invoiceId: string;
  untilMs: number;
  /** Amount owed when the client came back. */
  owedCents?: number;
  /** Whether the bank was seen confirming it. */
  wasConfirming?: boolean;
}

/**
 * State of the payment that the client comes back from. It follows what the server shows of the invoice, never the
 * address; UNKNOWN: nothing was heard of it in time.
 */
export type PaymentState = 'CONFIRMING' | 'PAID' | 'FAILED' | 'UNKNOWN';

let awaited: Awaited | null = null;

/** Begins to wait, after the way back from the payment page; a reload goes on with it. */
export function awaitPayment(): void {
  const returned = paymentReturn();
  awaited = read();
  if (returned?.kind !== 'PAID' || awaited?.invoiceId === returned.invoiceId) return;
  keep({ invoiceId: returned.invoiceId, untilMs: Date.now() + AWAITED_MS });
}

/** Another payment begins, or the client left the payment page without paying. */
export function forgetAwaited(): void {
  keep(null);
}

/** The state of the payment of this invoice; null if the client does not come back from paying it. */
export function usePaymentState(invoice: PortalInvoiceFragment | undefined): PaymentState | null {
  const [, check] = useState(0);
  const untilMs = awaited?.untilMs ?? 0;
  useEffect(() => {
    const timer = setTimeout(() => check((count) => count + 1), untilMs - Date.now() + 1);
    return () => clearTimeout(timer);
  }, [untilMs]);
  const isAwaited = invoice !== undefined && awaited?.invoiceId === invoice.id;
  useEffect(() => {
    if (isAwaited) noteSeen(invoice);
  }, [isAwaited, invoice]);
  return isAwaited && awaited ? stateOf(awaited, invoice) : null;
}

function stateOf(
  { untilMs, owedCents, wasConfirming }: Awaited,
  invoice: PortalInvoiceFragment,
): PaymentState {
  if (invoice.status === 'PAID') return 'PAID';
  if (owedCents !== undefined && invoice.owedCents < owedCents) return 'PAID';
  if (invoice.confirmingCents) return 'CONFIRMING';
  if (wasConfirming) return 'FAILED';
  return Date.now() < untilMs ? 'CONFIRMING' : 'UNKNOWN';
}

function noteSeen({ owedCents, confirmingCents }: PortalInvoiceFragment): void {
  if (!awaited || (awaited.owedCents !== undefined && !confirmingCents)) return;
  keep({
    ...awaited,
    owedCents: awaited.owedCents ?? owedCents,
    wasConfirming: awaited.wasConfirming || Boolean(confirmingCents),
  });
}

function keep(next: Awaited | null): void {
  awaited = next;
  try {
    if (next) sessionStorage.setItem(AWAITED, JSON.stringify(next));
    else sessionStorage.removeItem(AWAITED);
  } catch {
    // Storage is switched off: a reload forgets it.
  }
}

function read(): Awaited | null {
  try {
    return JSON.parse(sessionStorage.getItem(AWAITED) ?? 'null');
  } catch {
    return null;
  }
}
