import { Written } from '../../../design/text/written';
import { type QuoteFilter, QuoteListDocument, QuoteSumsDocument } from '../../../gen/operations';
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
import { QuoteStatusBadge } from '../status-badge';

/** List of quotes. */
export function Quotes() {
  const { formats } = useViewer();
  const search = useSearch();
  const status = useStatus(strings.quoteStatuses);
  const filter = { search, statuses: status && [status] };
  const isFiltered = Boolean(search || status);
  return (
    <>
      <div className="row spread">
        <h1>{strings.sections.quotes}</h1>
        <RouterLink to={['quotes', 'new']} className="button primary">
          {strings.newQuote}
        </RouterLink>
      </div>
      <search className="filters">
        <SearchFilter label={filterStrings.searchMoney} />
        <StatusFilter labels={strings.quoteStatuses} />
      </search>
      <PaginatedList
        query={QuoteListDocument}
        variables={{ filter }}
        connection={(data) => data.quotes}
      >
        {(quotes) => (
          <>
            {!isFiltered && <AttentionList of="quote" />}
            {quotes.length === 0 && (
              <EmptyState>
                {isFiltered ? filterStrings.noMatchingQuotes : strings.noQuotes}
              </EmptyState>
            )}
            <ul className="list">
              {quotes.map((quote) => (
                <li className="list-row" key={quote.id}>
                  <div>
                    <RouterLink to={['quotes', quote.id]}>
                      {strings.quoteNamed(quote.number, quote.title)}
                    </RouterLink>
                    <p className="muted small">
                      <Written>{quote.client?.name}</Written>
                    </p>
                  </div>
                  <QuoteStatusBadge quote={quote} />
                  <strong className="amount">{formats.money(quote.totalCents)}</strong>
                </li>
              ))}
            </ul>
            {quotes.length > 0 && <QuoteSums filter={filter} />}
          </>
        )}
      </PaginatedList>
    </>
  );
}

/** Sums over all quotes of the filter, not only those loaded so far. */
function QuoteSums({ filter }: { filter: QuoteFilter }) {
  const { money } = useViewer().formats;
  return (
    <QueryBoundary query={QuoteSumsDocument} variables={{ filter }}>
      {({ quoteSums: sums }) => (
        <Sums
          sums={
            sums && [
              [filterStrings.count, String(sums.count)],
              [filterStrings.total, money(sums.totalCents)],
              [filterStrings.awaitingAnswer, money(sums.openCents)],
              [filterStrings.accepted, money(sums.acceptedCents)],
            ]
          }
        />
      )}
    </QueryBoundary>
  );
}
