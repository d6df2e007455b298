import { useState } from 'react';
import { QuoteListDocument, type QuoteStatus } from '../../../gen/operations';
import { PaginatedList } from '../../app/paginated-list';
import { EmptyState } from '../../app/query-boundary';
import { RouterLink } from '../../app/router';
import { AttentionList } from '../../reminders/attention-list';
import { useViewer } from '../../session/viewer';
import { strings } from '../../strings';
import { QuoteStatusBadge } from '../status-badge';
import { StatusFilter } from '../status-filter';

/** List of quotes. */
export function Quotes() {
  const { formats } = useViewer();
  const [status, setStatus] = useState<QuoteStatus | null>(null);
  return (
    <>
      <div className="row spread">
        <h1>{strings.sections.quotes}</h1>
        <RouterLink to={['quotes', 'new']} className="button primary">
          {strings.newQuote}
        </RouterLink>
      </div>
      <StatusFilter labels={strings.quoteStatuses} selected={status} onSelect={setStatus} />
      <PaginatedList
        query={QuoteListDocument}
        variables={{ status }}
        connection={(data) => data.quotes}
      >
        {(quotes) => (
          <>
            <AttentionList of="quote" />
            {quotes.length === 0 && <EmptyState>{strings.noQuotes}</EmptyState>}
            <ul className="list">
              {quotes.map((quote) => (
                <li className="list-row" key={quote.id}>
                  <div>
                    <RouterLink to={['quotes', quote.id]}>
                      {strings.quoteNamed(quote.number, quote.title)}
                    </RouterLink>
                    <p className="muted small">{quote.client?.name}</p>
                  </div>
                  <QuoteStatusBadge quote={quote} />
                  <strong className="amount">{formats.money(quote.totalCents)}</strong>
                </li>
              ))}
            </ul>
          </>
        )}
      </PaginatedList>
    </>
  );
}
