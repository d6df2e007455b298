import { useState } from 'react';
import { Button } from '../../design/button';
import { Notice } from '../../design/notice';
import {
  AcceptAndCreateJobDocument,
  OneQuoteDocument,
  type OneQuoteQuery,
  SendOutQuoteDocument,
} from '../../gen/operations';
import { Asked, Nothing } from '../app/asked';
import { WhenJobChanges } from '../app/news';
import { Problem } from '../app/problem';
import { Go, goTo } from '../app/route';
import { useChange } from '../app/use-change';
import { useViewer } from '../app/viewer';
import { words } from '../words';
import { AttachQuote } from './attach-quote';
import { EditQuote } from './edit-quote';
import { PricedLines } from './priced-lines';
import { HowItWent } from './sending';
import { QuoteStatusBadge } from './status-badge';

export type OpenedQuote = NonNullable<OneQuoteQuery['quote']>;

/** One quote: its lines, and what can be done with it. */
export function QuotePage({ id }: { id: string }) {
  const [isEditing, setEditing] = useState(false);
  return (
    <Asked query={OneQuoteDocument} variables={{ id }}>
      {({ quote }, again) =>
        quote ? (
          <div className="stack narrow">
            {quote.job && <WhenJobChanges id={quote.job.id} again={again} />}
            <Head quote={quote} />
            {isEditing ? (
              <EditQuote quote={quote} onDone={() => setEditing(false)} />
            ) : (
              <>
                <PricedLines of={quote} />
                <Answers quote={quote} />
                <Actions quote={quote} onEdit={() => setEditing(true)} />
                {!quote.job && isOpen(quote) && (
                  <AttachQuote quoteId={quote.id} clientId={quote.client?.id ?? null} />
                )}
              </>
            )}
          </div>
        ) : (
          <Nothing>{words.noSuchPage}</Nothing>
        )
      }
    </Asked>
  );
}

function Head({ quote }: { quote: OpenedQuote }) {
  const { inWords } = useViewer();
  const { job, client } = quote;
  return (
    <header>
      <p className="soft">
        {words.quoteVersion(quote.number, quote.version)}
        {client && ` · ${client.name}`}
      </p>
      <div className="row between">
        <h1>{quote.title}</h1>
        <QuoteStatusBadge quote={quote} />
      </div>
      <p className="soft">{quote.validUntil && words.validUntil(inWords.date(quote.validUntil))}</p>
      {job && <Go to={['jobs', job.id]}>{words.jobNamed(job.number, job.title)}</Go>}
      {quote.status === 'SENT' && <HowItWent {...quote} />}
    </header>
  );
}

function Answers({ quote: { answer, client } }: { quote: OpenedQuote }) {
  const { inWords } = useViewer();
  if (!answer?.kind) return null;
  const by = answer.name ?? answer.recordedBy?.name ?? client?.name ?? words.client;
  return (
    <Notice tone={answer.kind === 'ACCEPTED' ? 'good' : 'warn'}>
      <p>
        {words.answerKinds[answer.kind]} · {by}
        {answer.answeredAt && `, ${inWords.moment(answer.answeredAt)}`}
      </p>
      {answer.message && <p className="as-typed">{answer.message}</p>}
    </Notice>
  );
}

function Actions({ quote, onEdit }: { quote: OpenedQuote; onEdit: () => void }) {
  const { may } = useViewer();
  const send = useChange(SendOutQuoteDocument);
  const accept = useChange(AcceptAndCreateJobDocument);
  const createJob = async () => {
    const { data } = await accept.run({ quoteId: quote.id });
    if (data) goTo('jobs', data.acceptQuoteAndCreateJob.job.id, 'schedule');
  };
  const mailed = send.sent?.sendQuote.deliveries?.[0]?.to;
  return (
    <>
      <Problem error={send.error ?? accept.error} />
      {mailed && quote.status === 'SENT' && <Notice tone="good">{words.mailedTo(mailed)}</Notice>}
      <div className="row">
        {quote.status === 'DRAFT' && (
          <Button look="primary" isBusy={send.isBusy} onClick={() => send.run({ id: quote.id })}>
            {words.sendQuote}
          </Button>
        )}
        {quote.status === 'DRAFT' && (
          <Button isBusy={send.isBusy} onClick={() => send.run({ id: quote.id, handedOver: true })}>
            {words.handedOver}
          </Button>
        )}
        {isOpen(quote) && may('WRITE_JOBS') && (
          <Button isBusy={accept.isBusy} onClick={createJob}>
            {quote.job ? words.recordAcceptance : words.acceptAndCreateJob}
          </Button>
        )}
        {quote.status !== 'ACCEPTED' && <Button onClick={onEdit}>{words.edit}</Button>}
      </div>
    </>
  );
}

function isOpen({ status }: OpenedQuote): boolean {
  return !['ACCEPTED', 'DECLINED', 'EXPIRED', 'SUPERSEDED'].includes(status);
}
