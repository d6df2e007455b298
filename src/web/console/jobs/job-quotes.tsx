import { JobQuotesDocument } from '../../gen/operations';
import { Asked, Nothing } from '../app/asked';
import { Go } from '../app/route';
import { useViewer } from '../app/viewer';
import { QuoteStatusBadge } from '../sales/status-badge';
import { words } from '../words';
import type { TabParts } from './job-tabs';

/** The prices that were offered for this job. */
export function JobQuotes({ id }: TabParts) {
  const { may, inWords } = useViewer();
  const maySell = may('WRITE_SALES');
  return (
    <Asked query={JobQuotesDocument} variables={{ id }}>
      {({ job }) => (
        <div className="stack">
          {job?.quotes?.length === 0 && <Nothing>{words.noQuotes}</Nothing>}
          <ul className="list">
            {job?.quotes?.map((quote) => {
              const name = words.quoteNamed(quote.number, quote.title);
              return (
                <li className="line" key={quote.id}>
                  {maySell ? <Go to={['quotes', quote.id]}>{name}</Go> : <span>{name}</span>}
                  <QuoteStatusBadge quote={quote} />
                  <strong>{inWords.money(quote.totalCents)}</strong>
                </li>
              );
            })}
          </ul>
          {maySell && (
            <Go className="button" to={['quotes', `new-for-${id}`]}>
              {words.newQuote}
            </Go>
          )}
        </div>
      )}
    </Asked>
  );
}
