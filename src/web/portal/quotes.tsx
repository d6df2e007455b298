import { Badge, type Tone } from '../design/badge';
import { Card } from '../design/card';
import type { QuoteOfPortalFragment, QuoteStatus } from '../gen/operations';
import { Lines } from './lines';
import { usePortalPage } from './portal-context';
import { QuoteAnswers } from './quote-answers';
import { isOpen, isOver } from './quote-state';
import { words } from './words';

const TONES: Record<QuoteStatus, Tone> = {
  DRAFT: 'plain',
  SENT: 'accent',
  CHANGES_REQUESTED: 'warn',
  ACCEPTED: 'good',
  DECLINED: 'wrong',
  EXPIRED: 'plain',
  SUPERSEDED: 'plain',
};

/** Prices to agree to. */
export function Quotes({ quotes }: { quotes: QuoteOfPortalFragment[] }) {
  if (quotes.length === 0) return null;
  return (
    <Card title={words.quotes}>
      {quotes.map((quote) => (
        <Quote key={quote.id} quote={quote} />
      ))}
    </Card>
  );
}

function Quote({ quote }: { quote: QuoteOfPortalFragment }) {
  const { inWords, timeZone } = usePortalPage();
  const { id, number, version, title, validUntil, netCents, taxCents, totalCents } = quote;
  const isLate = ['SENT', 'CHANGES_REQUESTED'].includes(quote.status) && isOver(quote, timeZone);
  const status = isLate ? 'EXPIRED' : quote.status;
  const name = words.quote(number, version);
  return (
    <article className="paper" id={`quote-${id}`} tabIndex={-1} aria-label={`${name}: ${title}`}>
      <div className="paper-head">
        <h3>{title}</h3>
        <Badge tone={TONES[status]}>{words.quoteStatus[status]}</Badge>
      </div>
      <p className="soft small">
        {name}
        {validUntil &&
          isOpen(quote, timeZone) &&
          ` · ${words.validUntil(inWords.date(validUntil))}`}
      </p>
      <Lines
        label={name}
        lines={quote.lines}
        sums={[
          { name: words.net, cents: netCents },
          { name: words.tax, cents: taxCents },
          { name: words.total, cents: totalCents, isMain: true },
        ]}
      />
      {status === 'EXPIRED' && validUntil && (
        <p className="soft">{words.expiredOn(inWords.date(validUntil))}</p>
      )}
      {isOpen(quote, timeZone) && <QuoteAnswers quote={quote} />}
    </article>
  );
}
