import { JobInvoicesDocument } from '../../../gen/operations';
import { EmptyState, QueryBoundary } from '../../app/query-boundary';
import { RouterLink } from '../../app/router';
import { invoiceStrings } from '../../sales/invoices/invoice-strings';
import { NewInvoice } from '../../sales/invoices/new-invoice';
import { InvoiceStatusBadge } from '../../sales/status-badge';
import { useViewer } from '../../session/viewer';
import { strings } from '../../strings';
import { WithClient } from '../with-client';
import type { TabProps } from './tab-props';

/** Tab: invoices of the job, and a form for a new one. */
export function JobInvoices({ id }: TabProps) {
  const { may, formats } = useViewer();
  return (
    <QueryBoundary query={JobInvoicesDocument} variables={{ id }}>
      {({ job }) => (
        <div className="stack">
          {job?.invoices?.length === 0 && <EmptyState>{strings.noInvoices}</EmptyState>}
          <ul className="list">
            {job?.invoices?.map((invoice) => (
              <li className="list-row" key={invoice.id}>
                <div>
                  <RouterLink to={['invoices', invoice.id]}>
                    {invoiceStrings.named(invoice.kind, invoice.number, invoice.title)}
                  </RouterLink>
                  {invoice.hiddenReason && <p className="muted small">{invoice.hiddenReason}</p>}
                </div>
                <WithClient id={invoice.id} />
                <InvoiceStatusBadge invoice={invoice} />
                <strong>{formats.money(invoice.totalCents)}</strong>
              </li>
            ))}
          </ul>
          {may('WRITE_INVOICES') && job && (
            <div className="card">
              <h2>{strings.newInvoice}</h2>
              <NewInvoice job={job} />
            </div>
          )}
        </div>
      )}
    </QueryBoundary>
  );
}
