import { Badge, type Tone } from '../design/badge';
import { Card } from '../design/card';
import type { InvoiceStatus, JobOfPortalFragment } from '../gen/operations';
import { Lines } from './lines';
import { usePortalPage } from './portal-context';
import { words } from './words';

type Invoice = NonNullable<JobOfPortalFragment['invoices']>[number];

const TONES: Record<InvoiceStatus, Tone> = {
  DRAFT: 'plain',
  SENT: 'accent',
  PARTLY_PAID: 'accent',
  OVERDUE: 'warn',
  PAID: 'good',
  VOID: 'plain',
};

/** What is to be paid, and what is left of it. */
export function Invoices({ invoices }: { invoices: Invoice[] }) {
  if (invoices.length === 0) return null;
  return (
    <Card title={words.invoices}>
      {invoices.map((invoice) => (
        <OneInvoice key={invoice.id} invoice={invoice} />
      ))}
    </Card>
  );
}

function OneInvoice({ invoice }: { invoice: Invoice }) {
  const { inWords } = usePortalPage();
  const { number, title, status, dueOn, lines, netCents, taxCents, totalCents } = invoice;
  const { paidCents, owedCents } = invoice;
  const name = words.invoice(number);
  const payments = [
    { name: words.paid, cents: -paidCents },
    { name: words.owed, cents: owedCents, isMain: true },
  ];
  return (
    <article className="paper" aria-label={`${name}: ${title}`}>
      <div className="paper-head">
        <h3>{title}</h3>
        <Badge tone={TONES[status]}>{words.invoiceStatus[status]}</Badge>
      </div>
      <p className="soft small">
        {name}
        {dueOn && owedCents > 0 && ` · ${words.dueOn(inWords.date(dueOn))}`}
      </p>
      <Lines
        label={name}
        lines={lines}
        sums={[
          { name: words.net, cents: netCents },
          { name: words.tax, cents: taxCents },
          { name: words.total, cents: totalCents, isMain: true },
          ...(paidCents > 0 ? payments : []),
        ]}
      />
      <ReversedPayments payments={invoice.reversedPayments ?? []} />
    </article>
  );
}

/** Payments that counted on this page before, so that nobody wonders where they are. */
function ReversedPayments({ payments }: { payments: NonNullable<Invoice['reversedPayments']> }) {
  const { inWords } = usePortalPage();
  if (payments.length === 0) return null;
  return (
    <ul className="reversed small">
      {payments.map(({ id, amountCents, receivedOn }) => (
        <li key={id}>
          <Badge tone="warn">{words.reversed}</Badge>{' '}
          {words.reversedPayment(receivedOn && inWords.date(receivedOn))}{' '}
          <s className="amount">{inWords.money(amountCents)}</s>
        </li>
      ))}
    </ul>
  );
}
