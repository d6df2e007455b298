import { useState } from 'react';
import { Button } from '../../../design/button';
import { ConfirmButton } from '../../../design/confirm-dialog';
import { Notice } from '../../../design/notice';
import { isolated } from '../../../design/text/isolated';
import {
  AcceptQuoteAndCreateJobDocument,
  QuoteDetailsDocument,
  type QuoteDetailsQuery,
  SendQuoteDocument,
  WithdrawQuoteDocument,
} from '../../../gen/operations';
import { ErrorMessage } from '../../app/error-message';
import { RefetchOnJobChange } from '../../app/job-changes';
import { EmptyState, QueryBoundary } from '../../app/query-boundary';
import { goTo, RouterLink } from '../../app/router';
import { useMutationWithPrompt } from '../../app/use-mutation-with-prompt';
import { questionStrings } from '../../jobs/question-strings';
import { WrittenText } from '../../phone/written-text';
import { QuoteReminders } from '../../reminders/reminder-history';
import { useViewer } from '../../session/viewer';
import { QuoteAccess } from '../../sharing/document-access';
import { strings } from '../../strings';
import { DeliveryStatus } from '../delivery-status';
import { DocumentDownload } from '../document-download';
import { PricedLines } from '../priced-lines';
import { QuoteStatusBadge } from '../status-badge';
import { AttachQuote } from './attach-quote';
import { DepositState } from './deposit-state';
import { EditQuote } from './edit-quote';
import { RecordAcceptance } from './record-acceptance';
import { SendAgain } from './send-again';
import { SendDraft } from './send-draft';
import { UndoAcceptance } from './undo-acceptance';

type Quote = NonNullable<QuoteDetailsQuery['quote']>;

/** One quote: lines, answer and actions. */
export function QuotePage({ id }: { id: string }) {
  const [isEditing, setEditing] = useState(false);
  return (
    <QueryBoundary query={QuoteDetailsDocument} variables={{ id }}>
      {({ quote }, refetch) =>
        quote ? (
          <div className="stack narrow">
            {quote.job && <RefetchOnJobChange id={quote.job.id} refetch={refetch} />}
            <Head quote={quote} />
            {isEditing ? (
              <EditQuote quote={quote} onDone={() => setEditing(false)} />
            ) : (
              <>
                <PricedLines document={quote} isAnswered={quote.status === 'ACCEPTED'} />
                {quote.terms && <WrittenText className="muted small">{quote.terms}</WrittenText>}
                <ClientAnswer quote={quote} />
                <DepositState quote={quote} />
                <DocumentDownload label={strings.downloadPdf} path={quote.documentUrl} />
                <Actions quote={quote} onEdit={() => setEditing(true)} />
                {quote.status !== 'DRAFT' && <QuoteReminders id={quote.id} />}
                {quote.status !== 'DRAFT' && (
                  <QuoteAccess
                    key={`${quote.version} ${quote.status} ${quote.delivery?.id}`}
                    id={quote.id}
                  />
                )}
                {!quote.job && isOpen(quote) && (
                  <AttachQuote quoteId={quote.id} clientId={quote.client?.id ?? null} />
                )}
              </>
            )}
          </div>
        ) : (
          <EmptyState>{strings.notFound}</EmptyState>
        )
      }
    </QueryBoundary>
  );
}

function Head({ quote }: { quote: Quote }) {
  const { formats } = useViewer();
  const { job, client } = quote;
  return (
    <header>
      <p className="muted">
        {strings.quoteVersion(quote.number, quote.version)}
        {client && ` · ${isolated(client.name)}`}
      </p>
      <div className="row spread">
        <h1 dir="auto">{quote.title}</h1>
        <QuoteStatusBadge quote={quote} />
      </div>
      <p className="muted">
        {quote.validUntil && strings.validUntil(formats.date(quote.validUntil))}
      </p>
      {job && (
        <RouterLink to={['jobs', job.id]}>{strings.jobNamed(job.number, job.title)}</RouterLink>
      )}
      {quote.status === 'SENT' && <DeliveryStatus {...quote} />}
    </header>
  );
}

function ClientAnswer({ quote: { answer, client } }: { quote: Quote }) {
  const { formats } = useViewer();
  if (!answer?.kind) return null;
  const by = answer.name ?? answer.recordedBy?.name ?? client?.name ?? strings.client;
  return (
    <Notice tone={answer.kind === 'ACCEPTED' ? 'good' : 'warn'}>
      <p>
        {strings.answerKinds[answer.kind]} · {isolated(by)}
        {answer.answeredAt && `, ${formats.dateTime(answer.answeredAt)}`}
      </p>
      {answer.message && <WrittenText>{answer.message}</WrittenText>}
    </Notice>
  );
}

function Actions({ quote, onEdit }: { quote: Quote; onEdit: () => void }) {
  const { may } = useViewer();
  const send = useMutationWithPrompt(SendQuoteDocument);
  const accept = useMutationWithPrompt(AcceptQuoteAndCreateJobDocument);
  const withdraw = useMutationWithPrompt(WithdrawQuoteDocument);
  const [opened, open] = useState<'ACCEPT' | 'SEND_AGAIN' | 'UNDO' | null>(null);
  const hasOptions = quote.lines.some(({ optional }) => optional);
  const isAccepted = quote.status === 'ACCEPTED';
  const createJob = async () => {
    const { data } = await accept.run({ quoteId: quote.id });
    if (data) goTo('jobs', data.acceptQuoteAndCreateJob.job.id, 'schedule');
  };
  const emailedTo = send.lastData?.sendQuote.deliveries?.[0]?.to;
  return (
    <>
      <ErrorMessage error={send.error ?? accept.error ?? withdraw.error} />
      {emailedTo && quote.status === 'SENT' && (
        <Notice tone="good">{strings.emailQueued(emailedTo)}</Notice>
      )}
      <div className="row">
        {quote.status === 'DRAFT' && (
          <SendDraft
            email={quote.client?.email ?? null}
            isBusy={send.isBusy}
            onSend={(handedOver) => send.run({ id: quote.id, handedOver })}
          />
        )}
        {canBecomeJob(quote) && may('ACCEPT_QUOTES') && (
          <Button
            variant={isAccepted ? 'primary' : undefined}
            isBusy={accept.isBusy}
            onClick={() => (hasOptions && !isAccepted ? open('ACCEPT') : createJob())}
          >
            {quote.job ? strings.recordAcceptance : strings.acceptAndCreateJob}
          </Button>
        )}
        {canBecomeJob(quote) && !quote.job && may('ACCEPT_QUOTES') && (
          <Button onClick={() => open('ACCEPT')}>{strings.acceptIntoJob}</Button>
        )}
        {canBeSentAgain(quote) && (
          <Button onClick={() => open('SEND_AGAIN')}>{strings.sendAgain}</Button>
        )}
        {['SENT', 'CHANGES_REQUESTED'].includes(quote.status) && (
          <ConfirmButton
            {...questionStrings.withdrawQuote}
            label={strings.withdrawQuote}
            isBusy={withdraw.isBusy}
            onConfirm={() => withdraw.run({ id: quote.id })}
          />
        )}
        {isAccepted && may('ACCEPT_QUOTES') && (
          <Button variant="quiet" onClick={() => open('UNDO')}>
            {strings.undoAcceptance}
          </Button>
        )}
        {!isAccepted && <Button onClick={onEdit}>{strings.edit}</Button>}
      </div>
      {opened === 'ACCEPT' && canBecomeJob(quote) && (
        <RecordAcceptance quote={quote} onDone={() => open(null)} />
      )}
      {opened === 'SEND_AGAIN' && canBeSentAgain(quote) && (
        <SendAgain quote={quote} onDone={() => open(null)} />
      )}
      {opened === 'UNDO' && isAccepted && (
        <UndoAcceptance quoteId={quote.id} onDone={() => open(null)} />
      )}
    </>
  );
}

function isOpen({ status }: Quote): boolean {
  return !['ACCEPTED', 'DECLINED', 'EXPIRED', 'SUPERSEDED', 'WITHDRAWN'].includes(status);
}

/** Not accepted yet, or accepted by the client while it has no job. */
function canBecomeJob(quote: Quote): boolean {
  return isOpen(quote) || (quote.status === 'ACCEPTED' && !quote.job);
}

function canBeSentAgain({ status }: Quote): boolean {
  return !['DRAFT', 'ACCEPTED'].includes(status);
}
