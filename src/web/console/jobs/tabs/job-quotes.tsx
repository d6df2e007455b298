import { JobQuotesDocument } from '../../../gen/operations';
import { EmptyState, QueryBoundary } from '../../app/query-boundary';
import { RouterLink } from '../../app/router';
import { QuoteStatusBadge } from '../../sales/status-badge';
import { useViewer } from '../../session/viewer';
import { strings } from '../../strings';
import { WithClient } from '../with-client';
import type { TabProps } from './tab-props';

/** Tab: quotes for the job. */
export function JobQuotes({ id }: TabProps) {
  const { may, formats } = useViewer();
  const maySell = may('WRITE_SALES');
  return (
    <QueryBoundary query={JobQuotesDocument} variables={{ id }}>
      {({ job }) => (
        <div className="stack">
          {job?.quotes?.length === 0 && <EmptyState>{strings.noQuotes}</EmptyState>}
          <ul className="list">
            {job?.quotes?.map((quote) => {
              const name = strings.quoteNamed(quote.number, quote.title);
              return (
                <li className="list-row" key={quote.id}>
                  {maySell ? (
                    <RouterLink to={['quotes', quote.id]}>{name}</RouterLink>
                  ) : (
                    <span>{name}</span>
                  )}
                  <WithClient id={quote.id} />
                  <QuoteStatusBadge quote={quote} />
                  <strong>{formats.money(quote.totalCents)}</strong>
                </li>
              );
            })}
          </ul>
          {maySell && (
            <RouterLink className="button" to={['quotes', `new-for-${id}`]}>
              {strings.newQuote}
            </RouterLink>
          )}
        </div>
      )}
    </QueryBoundary>
  );
}
