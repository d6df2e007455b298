import { Badge, type Tone } from '../../design/badge';
import type { PortalQuoteFragment, QuoteStatus } from '../../gen/portal-operations';
import { DocumentDownload } from '../document-download';
import { NewMark } from '../news/new-mark';
import { usePortalPage } from '../portal-context';
import { Section } from '../sections/section';
import { useTexts } from '../texts';
import { AnswerGiven } from './answer-given';
import { Lines } from './lines';
import { QuoteAnswers } from './quote-answers';
import { isOpen, isPastValidity } from './quote-state';
import { Terms } from './terms';
import { type Choice, useChoice } from './use-choice';

const TONES: Record<QuoteStatus, Tone> = {
  DRAFT: 'plain',
  SENT: 'accent',
  CHANGES_REQUESTED: 'warn',
  ACCEPTED: 'good',
  DECLINED: 'wrong',
  EXPIRED: 'plain',
  SUPERSEDED: 'plain',
  WITHDRAWN: 'plain',
};

/** Quotes with their lines and answers. */
export function Quotes({ quotes }: { quotes: PortalQuoteFragment[] }) {
  const { strings } = useTexts();
  if (quotes.length === 0) return null;
  return (
    <Section name="quotes" title={strings.quotes}>
      {quotes.map((quote) => (
        <Quote key={`${quote.id} ${quote.version}`} quote={quote} />
      ))}
    </Section>
  );
}

function Quote({ quote }: { quote: PortalQuoteFragment }) {
  const { strings } = useTexts();
  const { formats, timeZone, taxName, businessName } = usePortalPage();
  const choice = useChoice(quote);
  const { id, number, version, title, validUntil, terms } = quote;
  const isAnswerable = isOpen(quote, timeZone);
  const { netCents, taxCents, totalCents, depositDueCents } = isAnswerable ? choice.totals : quote;
  const status = statusOf(quote, timeZone);
  const name = strings.quote(number, version);
  const hasOptions = quote.lines.some(({ optional }) => optional);
  return (
    <article className="document" id={`quote-${id}`} tabIndex={-1} aria-label={`${name}: ${title}`}>
      <div className="document-head">
        <h3 dir="auto">{title}</h3>
        <Badge tone={TONES[status]}>{strings.quoteStatus[status]}</Badge>
      </div>
      <p className="muted small">
        {name}
        <NewMark section="quotes" id={id} />
        {validUntil && isAnswerable && ` · ${strings.validUntil(formats.date(validUntil))}`}
      </p>
      {isAnswerable && hasOptions && <p>{strings.chooseOptions}</p>}
      <Lines
        label={name}
        lines={quote.lines}
        describe={(line) => <Description line={line} choice={choice} isOpen={isAnswerable} />}
        isBusy={isAnswerable && choice.state === 'PENDING'}
        sums={[
          { name: strings.net, cents: netCents },
          { name: taxName, cents: taxCents },
          { name: strings.total, cents: totalCents, isMain: true },
        ]}
      />
      {isAnswerable && !!depositDueCents && (
        <p>
          {strings.paying.asked(formats.money(depositDueCents), quote.depositPercent)}
          {depositDueCents < totalCents && strings.paying.orAll(formats.money(totalCents))}
        </p>
      )}
      {isAnswerable && choice.state === 'FAILED' && (
        <p className="notice wrong" role="alert">
          {strings.totalFailed}
        </p>
      )}
      {status === 'EXPIRED' && validUntil && (
        <p className="muted">{strings.expiredOn(formats.date(validUntil))}</p>
      )}
      {status === 'WITHDRAWN' && <p className="muted">{strings.quoteWithdrawn(businessName)}</p>}
      <AnswerGiven quote={quote} />
      {terms && !isAnswerable && <Terms terms={terms} />}
      {isAnswerable && <QuoteAnswers quote={quote} choice={choice} />}
      <DocumentDownload label={strings.downloadQuote} path={quote.documentUrl} />
    </article>
  );
}

interface DescriptionProps {
  line: PortalQuoteFragment['lines'][number];
  choice: Choice;
  isOpen: boolean;
}

/** Description of a line; of an optional one with a box to tick, or whether it was taken. */
function Description({ line, choice, isOpen }: DescriptionProps) {
  const { strings } = useTexts();
  const isPreview = !usePortalPage().livePortal;
  const { id, description, optional, chosen } = line;
  if (optional && isOpen) {
    return (
      <label className="option">
        <input
          type="checkbox"
          checked={choice.lineIds.includes(id)}
          disabled={isPreview}
          onChange={() => choice.toggle(id)}
        />
        <bdi>{description}</bdi>
      </label>
    );
  }
  if (chosen)
    return (
      <span>
        <bdi>{description}</bdi>
      </span>
    );
  return (
    <>
      <s className="muted">
        <bdi>{description}</bdi>
      </s>{' '}
      <Badge tone="plain">{strings.notChosen}</Badge>
    </>
  );
}

function statusOf(quote: PortalQuoteFragment, timeZone: string): QuoteStatus {
  const awaitsAnswer = ['SENT', 'CHANGES_REQUESTED'].includes(quote.status);
  return awaitsAnswer && isPastValidity(quote, timeZone) ? 'EXPIRED' : quote.status;
}
