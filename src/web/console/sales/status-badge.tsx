import { Badge, type Tone } from '../../design/badge';
import type { DeliveryOutcomeFragment, InvoiceStatus, QuoteStatus } from '../../gen/operations';
import { strings } from '../strings';
import { INVOICE_TONES, QUOTE_TONES } from './status-tones';

interface Deliverable {
  handedOverBy: { id: string } | null;
  delivery: DeliveryOutcomeFragment | null;
}

/** Status of a quote. "Sent" appears only once the email was delivered to the mail service. */
export function QuoteStatusBadge({ quote }: { quote: Deliverable & { status: QuoteStatus } }) {
  const delivery = quote.status === 'SENT' ? deliveryBadge(quote) : null;
  return (
    <Badge tone={delivery?.tone ?? QUOTE_TONES[quote.status]}>
      {delivery?.text ?? strings.quoteStatuses[quote.status]}
    </Badge>
  );
}

/** Status of an invoice, with the same rule. */
export function InvoiceStatusBadge({
  invoice,
}: {
  invoice: Deliverable & { status: InvoiceStatus };
}) {
  const delivery = invoice.status === 'SENT' ? deliveryBadge(invoice) : null;
  return (
    <Badge tone={delivery?.tone ?? INVOICE_TONES[invoice.status]}>
      {delivery?.text ?? strings.invoiceStatuses[invoice.status]}
    </Badge>
  );
}

/** Badge in place of "Sent"; null once the mail service has accepted the email. */
function deliveryBadge({
  handedOverBy,
  delivery,
}: Deliverable): { text: string; tone: Tone } | null {
  if (handedOverBy) return { text: strings.deliveryStatuses.handedOver, tone: 'accent' };
  if (!delivery || delivery.status === 'SENT') return null;
  return ['FAILED', 'CANCELLED'].includes(delivery.status)
    ? { text: strings.deliveryStatuses.notDelivered, tone: 'wrong' }
    : { text: strings.deliveryStatuses.pending, tone: 'warn' };
}
