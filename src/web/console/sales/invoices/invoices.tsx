import { useState } from 'react';
import { InvoiceListDocument, type InvoiceStatus } from '../../../gen/operations';
import { PaginatedList } from '../../app/paginated-list';
import { EmptyState } from '../../app/query-boundary';
import { RouterLink } from '../../app/router';
import { AttentionList } from '../../reminders/attention-list';
import { useViewer } from '../../session/viewer';
import { strings } from '../../strings';
import { InvoiceStatusBadge } from '../status-badge';
import { StatusFilter } from '../status-filter';
import { invoiceStrings } from './invoice-strings';

/** List of invoices and credit notes. */
export function Invoices() {
  const { formats, may } = useViewer();
  const [status, setStatus] = useState<InvoiceStatus | null>(null);
  return (
    <>
      <div className="row spread">
        <h1>{strings.sections.invoices}</h1>
        {may('WRITE_INVOICES') && (
          <RouterLink to={['invoices', 'new']} className="button primary">
            {strings.newInvoice}
          </RouterLink>
        )}
      </div>
      <p className="muted">{invoiceStrings.hint}</p>
      <StatusFilter labels={strings.invoiceStatuses} selected={status} onSelect={setStatus} />
      <PaginatedList
        query={InvoiceListDocument}
        variables={{ status }}
        connection={(data) => data.invoices}
      >
        {(invoices) => (
          <>
            <AttentionList of="invoice" />
            {invoices.length === 0 && <EmptyState>{strings.noInvoices}</EmptyState>}
            <ul className="list">
              {invoices.map((invoice) => (
                <li className="list-row" key={invoice.id}>
                  <div>
                    <RouterLink to={['invoices', invoice.id]}>
                      {invoiceStrings.named(invoice.kind, invoice.number, invoice.title)}
                    </RouterLink>
                    <p className="muted small">{invoice.client?.name}</p>
                  </div>
                  <InvoiceStatusBadge invoice={invoice} />
                  <strong className="amount">{formats.money(invoice.totalCents)}</strong>
                </li>
              ))}
            </ul>
          </>
        )}
      </PaginatedList>
    </>
  );
}
