import type { QuoteDetailsQuery } from '../../../gen/operations';
import { RouterLink } from '../../app/router';
import { useViewer } from '../../session/viewer';
import { strings } from '../../strings';
import { InvoiceStatusBadge } from '../status-badge';

type Quote = NonNullable<QuoteDetailsQuery['quote']>;

/** The deposit that a quote asks for, and the invoice that was made of it. Nothing for a quote without a deposit. */
export function DepositState({ quote }: { quote: Quote }) {
  const { formats } = useViewer();
  const deposits = (quote.invoices ?? []).filter(({ kind }) => kind === 'DEPOSIT');
  if (!quote.depositDueCents && deposits.length === 0) return null;
  return (
    <section className="stack">
      {!!quote.depositDueCents && (
        <p className="muted">{strings.deposit.due(formats.money(quote.depositDueCents))}</p>
      )}
      {deposits.map((invoice) => (
        <p className="row" key={invoice.id}>
          <RouterLink to={['invoices', invoice.id]}>
            {strings.deposit.invoice(invoice.number, formats.money(invoice.totalCents))}
          </RouterLink>
          <InvoiceStatusBadge invoice={invoice} />
        </p>
      ))}
    </section>
  );
}
