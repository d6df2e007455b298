import { Written } from '../../../design/text/written';
import {
  type InvoiceFilter,
  InvoiceListDocument,
  InvoiceSumsDocument,
} from '../../../gen/operations';
import { PaginatedList } from '../../app/paginated-list';
import { EmptyState, QueryBoundary } from '../../app/query-boundary';
import { RouterLink } from '../../app/router';
import { filterStrings } from '../../filters/filter-strings';
import { useSearch, useStatus } from '../../filters/list-filters';
import { SearchFilter } from '../../filters/search-filter';
import { StatusFilter } from '../../filters/status-filter';
import { Sums } from '../../filters/sums';
import { AttentionList } from '../../reminders/attention-list';
import { useViewer } from '../../session/viewer';
import { strings } from '../../strings';
import { InvoiceStatusBadge } from '../status-badge';
import { invoiceStrings } from './invoice-strings';

/** List of invoices and credit notes. */
export function Invoices() {
  const { formats, may } = useViewer();
  const search = useSearch();
  const status = useStatus(strings.invoiceStatuses);
  const filter = { search, statuses: status && [status] };
  const isFiltered = Boolean(search || status);
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
      <search className="filters">
        <SearchFilter label={filterStrings.searchMoney} />
        <StatusFilter labels={strings.invoiceStatuses} />
      </search>
      <PaginatedList
        query={InvoiceListDocument}
        variables={{ filter }}
        connection={(data) => data.invoices}
      >
        {(invoices) => (
          <>
            {!isFiltered && <AttentionList of="invoice" />}
            {invoices.length === 0 && (
              <EmptyState>
                {isFiltered ? filterStrings.noMatchingInvoices : strings.noInvoices}
              </EmptyState>
            )}
            <ul className="list">
              {invoices.map((invoice) => (
                <li className="list-row" key={invoice.id}>
                  <div>
                    <RouterLink to={['invoices', invoice.id]}>
                      {invoiceStrings.named(invoice.kind, invoice.number, invoice.title)}
                    </RouterLink>
                    <p className="muted small">
                      <Written>{invoice.client?.name}</Written>
                    </p>
                  </div>
                  <InvoiceStatusBadge invoice={invoice} />
                  <strong className="amount">{formats.money(invoice.totalCents)}</strong>
                </li>
              ))}
            </ul>
            {invoices.length > 0 && <InvoiceSums filter={filter} />}
          </>
        )}
      </PaginatedList>
    </>
  );
}

/** Sums over all invoices of the filter, not only those loaded so far. */
function InvoiceSums({ filter }: { filter: InvoiceFilter }) {
  const { money } = useViewer().formats;
  return (
    <QueryBoundary query={InvoiceSumsDocument} variables={{ filter }}>
      {({ invoiceSums: sums }) => (
        <Sums
          sums={
            sums && [
              [filterStrings.count, String(sums.count)],
              [filterStrings.total, money(sums.totalCents)],
              [filterStrings.owed, money(sums.owedCents)],
              [filterStrings.overdue, money(sums.overdueCents)],
            ]
          }
        />
      )}
    </QueryBoundary>
  );
}
