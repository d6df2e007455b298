import type { PortalContentFragment } from '../../gen/portal-operations';
import { Invoices } from '../invoices';
import { Quotes } from '../quotes/quotes';
import { type PageTexts, useTexts } from '../texts';

/** Page of one quote or one invoice, while its job is not shared: nothing of the job, and no messages. */
export function OwnPage({ portal }: { portal: PortalContentFragment }) {
  const { strings } = useTexts();
  const { quote, invoice, client, business } = portal;
  return (
    <div className="stack own-page">
      <section className="hero card" aria-labelledby="page-title">
        <p className="head muted small">
          <span>{strings.preparedFor(client.name)}</span>
        </p>
        <h1 id="page-title">{headingOf(portal, strings)}</h1>
        {!quote && !invoice && <p>{strings.withdrawn(business.name)}</p>}
      </section>
      {quote && <Quotes quotes={[quote]} />}
      {invoice && <Invoices invoices={[invoice]} />}
    </div>
  );
}

function headingOf(
  { quote, invoice, business }: PortalContentFragment,
  strings: PageTexts['strings'],
): string {
  if (quote) return strings.quoteFrom(business.name);
  return invoice ? strings.invoiceFrom(business.name) : strings.nothingHere;
}
