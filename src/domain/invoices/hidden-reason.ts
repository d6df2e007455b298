import type { StoredInvoiceStatus } from './invoice-status.js';

/**
 * Why a job's client may not be shown an invoice, or null when it may. An invoice counts as shown to
 * its client only if it went out through the system, with the portal there to show it in.
 */
export function hiddenReason(
  invoice: { status: StoredInvoiceStatus; sentOnPortal: boolean; clientId: string | null },
  job: { clientId: string | null },
): string | null {
  if (invoice.status === 'DRAFT') return 'It is a draft; send the invoice first.';
  if (invoice.status === 'VOID') return 'It is void; make a new invoice for what is to be paid.';
  if (invoice.clientId !== job.clientId)
    return 'It was sent to another client than the job has now.';
  if (invoice.sentOnPortal) return null;
  return 'It was sent while the Client Portal was off; switch the portal on and send it again.';
}
