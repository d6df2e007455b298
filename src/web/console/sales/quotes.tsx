import { useState } from 'react';
import { QuoteListDocument, type QuoteStatus } from '../../gen/operations';
import { Nothing } from '../app/asked';
import { Paged } from '../app/paged';
import { Go } from '../app/route';
import { useViewer } from '../app/viewer';
import { words } from '../words';
import { QuoteStatusBadge } from './status-badge';
import { StatusFilter } from './status-filter';

/** All quotes. */
export function Quotes() {
  const { inWords } = useViewer();
  const [status, setStatus] = useState<QuoteStatus | null>(null);
  return (
    <>
      <div className="row between">
        <h1>{words.room.quotes}</h1>
        <Go to={['quotes', 'new']} className="button primary">
          {words.newQuote}
        </Go>
      </div>
      <StatusFilter of={words.quoteStatuses} chosen={status} onChoose={setStatus} />
      <Paged query={QuoteListDocument} variables={{ status }} of={(data) => data.quotes}>
        {(quotes) => (
          <>
            {quotes.length === 0 && <Nothing>{words.noQuotes}</Nothing>}
            <ul className="list">
              {quotes.map((quote) => (
                <li className="line" key={quote.id}>
                  <div>
                    <Go to={['quotes', quote.id]}>{words.quoteNamed(quote.number, quote.title)}</Go>
                    <p className="soft small">{quote.client?.name}</p>
                  </div>
                  <QuoteStatusBadge quote={quote} />
                  <strong className="amount">{inWords.money(quote.totalCents)}</strong>
                </li>
              ))}
            </ul>
          </>
        )}
      </Paged>
    </>
  );
}
