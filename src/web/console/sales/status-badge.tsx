import { Badge, type Tone } from '../../design/badge';
import type { HowItWentFragment, InvoiceStatus, QuoteStatus } from '../../gen/operations';
import { words } from '../words';
import { INVOICE_TONES, QUOTE_TONES } from './tones';

interface Travelled {
  handedOverBy: { id: string } | null;
  delivery: HowItWentFragment | null;
}

/** Status of a quote. It says "Sent" only of one that has reached its client. */
export function QuoteStatusBadge({ quote }: { quote: Travelled & { status: QuoteStatus } }) {
  const way = quote.status === 'SENT' ? wayOf(quote) : null;
  return (
    <Badge tone={way?.tone ?? QUOTE_TONES[quote.status]}>
      {way?.text ?? words.quoteStatuses[quote.status]}
    </Badge>
  );
}

/** Status of an invoice, likewise. */
export function InvoiceStatusBadge({
  invoice,
}: {
  invoice: Travelled & { status: InvoiceStatus };
}) {
  const way = invoice.status === 'SENT' ? wayOf(invoice) : null;
  return (
    <Badge tone={way?.tone ?? INVOICE_TONES[invoice.status]}>
      {way?.text ?? words.invoiceStatuses[invoice.status]}
    </Badge>
  );
}

/** What is said in place of "Sent"; null once its mail was taken by the mail service. */
function wayOf({ handedOverBy, delivery }: Travelled): { text: string; tone: Tone } | null {
  if (handedOverBy) return { text: words.ways.handedOver, tone: 'accent' };
  if (!delivery || delivery.status === 'SENT') return null;
  return ['FAILED', 'CANCELLED'].includes(delivery.status)
    ? { text: words.ways.notDelivered, tone: 'wrong' }
    : { text: words.ways.onItsWay, tone: 'warn' };
}
