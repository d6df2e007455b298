import { Badge, type Tone } from '../design/badge';
import type { InvoiceStatus, PortalInvoiceFragment } from '../gen/portal-operations';
import { DocumentDownload } from './document-download';
import { NewMark } from './news/new-mark';
import { PayOnline } from './payments/pay-button';
import { usePortalPage } from './portal-context';
import { Lines } from './quotes/lines';
import { Fold } from './sections/fold';
import { Section } from './sections/section';
import { useTexts } from './texts';

type Invoice = PortalInvoiceFragment;

const TONES: Record<InvoiceStatus, Tone> = {
  DRAFT: 'plain',
  SENT: 'accent',
  PARTLY_PAID: 'accent',
  OVERDUE: 'warn',
  PAID: 'good',
  VOID: 'plain',
};

/** An invoice that was just paid stays in sight. */
const SETTLED_SHOWN = 2;

/** Invoices with their totals, what was paid and what is owed. */
export function Invoices({ invoices }: { invoices: Invoice[] }) {
  const { strings, pageStrings } = useTexts();
  if (invoices.length === 0) return null;
  const owed = invoices.filter(isOwed);
  const settled = invoices
    .filter((invoice) => !isOwed(invoice))
    .sort((one, other) => other.number - one.number);
  return (
    <Section name="invoices" title={strings.invoices}>
      <Fold
        items={[...owed, ...settled]}
        shown={owed.length + SETTLED_SHOWN}
        more={pageStrings.more.invoices}
        keyOf={({ id }) => id}
        list={(items) => items}
        item={(invoice, folded) => <InvoiceCard invoice={invoice} folded={folded} />}
      />
      {owed.length > 0 && <WaysToPay />}
    </Section>
  );
}

function isOwed({ status, owedCents }: Invoice): boolean {
  return owedCents > 0 && status !== 'VOID';
}

/** How the business wants to be paid, in its own words. */
function WaysToPay() {
  const { strings } = useTexts();
  const { paymentMethods } = usePortalPage();
  if (paymentMethods.length === 0) return null;
  return (
    <section className="ways-to-pay">
      <h3>{strings.howToPay}</h3>
      <dl>
        {paymentMethods.map(({ label, details }) => (
          <div key={`${label} ${details}`}>
            <dt dir="auto">{label}</dt>
            <dd className="text" dir="auto">
              {details}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function InvoiceCard({ invoice, folded }: { invoice: Invoice; folded: string }) {
  const { strings } = useTexts();
  const { formats } = usePortalPage();
  const { kind, number, title, dueOn, lines, owedCents, refundDueCents } = invoice;
  const name = strings.invoiceKind[kind](number);
  return (
    <article
      className={`document ${folded}`}
      id={`invoice-${invoice.id}`}
      aria-label={`${name}: ${title}`}
    >
      <div className="document-head">
        <h3 dir="auto">{title}</h3>
        <InvoiceBadge invoice={invoice} />
      </div>
      <p className="muted small">
        {name}
        <NewMark section="invoices" id={invoice.id} />
        {dueOn && owedCents > 0 && ` · ${strings.dueOn(formats.date(dueOn))}`}
        {invoice.creditedInvoiceNumber !== null &&
          ` · ${strings.creditOf(invoice.creditedInvoiceNumber)}`}
      </p>
      {invoice.creditReason && (
        <p className="text" dir="auto">
          {invoice.creditReason}
        </p>
      )}
      <Lines label={name} lines={lines} sums={useSums(invoice)} />
      {refundDueCents > 0 && <p>{strings.refundDue(formats.money(refundDueCents))}</p>}
      <ReversedPayments payments={invoice.reversedPayments ?? []} />
      <PayOnline invoice={invoice} />
      <DocumentDownload label={strings.downloadInvoice} path={invoice.documentUrl} />
      <DocumentDownload label={strings.downloadReceipt} path={invoice.receiptUrl} />
    </article>
  );
}

/** Nothing is paid on a credit note, and nothing was on an invoice that was credited whole. */
function InvoiceBadge({ invoice }: { invoice: Invoice }) {
  const { strings } = useTexts();
  const { kind, status, totalCents, creditedCents } = invoice;
  if (kind === 'CREDIT_NOTE') return <Badge tone="plain">{strings.creditNote}</Badge>;
  if (status === 'PAID' && totalCents === 0)
    return <Badge tone="good">{strings.nothingToPay}</Badge>;
  if (status === 'PAID' && creditedCents >= totalCents)
    return <Badge tone="plain">{strings.credited}</Badge>;
  return <Badge tone={TONES[status]}>{strings.invoiceStatus[status]}</Badge>;
}

/** Net, tax (by rate if there are several), total, and what was credited and paid of it. */
function useSums(invoice: Invoice) {
  const { strings } = useTexts();
  const { formats, taxName } = usePortalPage();
  const { taxes, netCents, taxCents, totalCents, creditedCents, paidCents, owedCents } = invoice;
  const taxRows =
    taxes.length > 1
      ? taxes.map(({ taxRateBasisPoints: rate, netCents: net, taxCents: cents }) => ({
          name: strings.taxOfRate(taxName, formats.number(rate / 100), formats.money(net)),
          cents,
        }))
      : [{ name: taxName, cents: taxCents }];
  const settled = [
    { name: strings.credited, cents: -creditedCents },
    { name: strings.paid, cents: -paidCents },
  ].filter(({ cents }) => cents < 0);
  const owed = { name: strings.owed, cents: owedCents, isMain: true };
  return [
    { name: strings.net, cents: netCents },
    ...taxRows,
    { name: strings.total, cents: totalCents, isMain: true },
    ...settled,
    ...(settled.length > 0 ? [owed] : []),
  ];
}

/** Reversed payments, struck out: the client may have seen them counted before. */
function ReversedPayments({ payments }: { payments: NonNullable<Invoice['reversedPayments']> }) {
  const { strings } = useTexts();
  const { formats } = usePortalPage();
  if (payments.length === 0) return null;
  return (
    <ul className="reversed small">
      {payments.map(({ id, amountCents, receivedOn }) => (
        <li key={id}>
          <Badge tone="warn">{strings.reversed}</Badge>{' '}
          {strings.reversedPayment(receivedOn && formats.date(receivedOn))}{' '}
          <s className="amount">{formats.money(amountCents)}</s>
        </li>
      ))}
    </ul>
  );
}
