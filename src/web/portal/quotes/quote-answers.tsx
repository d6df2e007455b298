import { useState } from 'react';
import { Button } from '../../design/button';
import { Field, TextField } from '../../design/field';
import {
  AcceptQuoteDocument,
  DeclineQuoteDocument,
  type DepositChoice,
  type PortalQuoteFragment,
  RequestQuoteChangesDocument,
} from '../../gen/portal-operations';
import { useDraft, useRequestKey } from '../drafts';
import { isCommitted } from '../errors';
import { forgetAwaited } from '../payments/awaited-payment';
import { keepLink } from '../payments/payment-return';
import { useLivePortal, usePortalPage } from '../portal-context';
import { useTexts } from '../texts';
import { AnswerDialog } from './answer-dialog';
import { PayChoice } from './pay-choice';
import { Terms } from './terms';
import type { Choice } from './use-choice';

type Answer = 'ACCEPT' | 'CHANGE' | 'DECLINE';

interface QuoteAnswersProps {
  quote: PortalQuoteFragment;
  choice: Choice;
}

/** Buttons for the three answers to a quote. A dialog keeps the version and choice that were on the page when it opened. */
export function QuoteAnswers({ quote, choice }: QuoteAnswersProps) {
  const { strings } = useTexts();
  const [opened, open] = useState<(QuoteAnswersProps & { answer: Answer }) | null>(null);
  const Dialog = opened && DIALOGS[opened.answer];
  const isPreview = !usePortalPage().livePortal;
  return (
    <div className="answers">
      <Button
        variant="primary"
        disabled={isPreview || choice.state === 'FAILED'}
        isBusy={choice.state === 'PENDING'}
        onClick={() => open({ answer: 'ACCEPT', quote, choice })}
      >
        {strings.accept}
      </Button>
      <Button disabled={isPreview} onClick={() => open({ answer: 'CHANGE', quote, choice })}>
        {strings.askForChanges}
      </Button>
      <Button
        variant="quiet"
        disabled={isPreview}
        onClick={() => open({ answer: 'DECLINE', quote, choice })}
      >
        {strings.decline}
      </Button>
      {opened && Dialog && <Dialog {...opened} onClose={() => open(null)} />}
    </div>
  );
}

interface DialogProps extends QuoteAnswersProps {
  onClose: () => void;
}

function Accept({ quote, choice, onClose }: DialogProps) {
  const { strings } = useTexts();
  const livePortal = useLivePortal();
  const { formats } = usePortalPage();
  const { id: quoteId, version, number, title, terms } = quote;
  const { lineIds: optionalLineIds, totals } = choice;
  const taken = quote.lines.filter(({ id }) => optionalLineIds.includes(id));
  const hasPrice = totals.totalCents > 0;
  const [name, setName] = useDraft(`accept.${quoteId}`);
  const [pay, setPay] = useState<DepositChoice>('DEPOSIT');
  const depositCents = totals.depositDueCents ?? 0;
  const accept = async () => {
    const variables = { quoteId, version, name, optionalLineIds, pay: depositCents ? pay : null };
    const result = await livePortal.send(AcceptQuoteDocument, variables);
    // Only the payment page failed to open: the quote is accepted, and its invoice has a button to pay.
    if (isCommitted(result.error)) return {};
    const url = result.data?.acceptQuote.checkoutUrl;
    if (url) {
      keepLink();
      forgetAwaited();
      location.assign(url);
    }
    return result;
  };
  return (
    <AnswerDialog
      title={strings.accepting.title(number)}
      confirm={strings.accepting.confirm}
      done={strings.accepting.done}
      quoteId={quoteId}
      missing={
        hasPrice ? (name.trim() ? null : strings.accepting.noName) : strings.accepting.noPrice
      }
      send={accept}
      onSent={() => setName('')}
      onClose={onClose}
    >
      {(problem) => (
        <>
          <p>{strings.accepting.body(title, formats.money(totals.totalCents))}</p>
          {taken.length > 0 && (
            <div>
              <p>{strings.accepting.options}</p>
              <ul>
                {taken.map(({ id, description }) => (
                  <li key={id} dir="auto">
                    {description}
                  </li>
                ))}
              </ul>
            </div>
          )}
          {terms && <Terms terms={terms} />}
          {depositCents > 0 && (
            <PayChoice
              depositCents={depositCents}
              totalCents={totals.totalCents}
              value={pay}
              onChange={setPay}
            />
          )}
          <Field
            label={strings.accepting.name}
            problem={problem}
            value={name}
            dir={name ? 'auto' : undefined}
            maxLength={200}
            autoComplete="name"
            onChange={(event) => setName(event.target.value)}
          />
        </>
      )}
    </AnswerDialog>
  );
}

function Change({ quote, onClose }: DialogProps) {
  const { strings } = useTexts();
  const livePortal = useLivePortal();
  const { id: quoteId, version, number } = quote;
  const [message, setMessage] = useDraft(`change.${quoteId}`);
  const { keyFor, forget } = useRequestKey(`change.${quoteId}`);
  const request = { quoteId, version, message };
  return (
    <AnswerDialog
      title={strings.changing.title(number)}
      confirm={strings.changing.confirm}
      done={strings.changing.done}
      quoteId={quoteId}
      missing={message.trim() ? null : strings.changing.noMessage}
      send={() =>
        livePortal.send(RequestQuoteChangesDocument, { ...request, key: keyFor(request) })
      }
      onSent={() => {
        setMessage('');
        forget();
      }}
      onClose={onClose}
    >
      {(problem) => (
        <TextField
          label={strings.changing.message}
          problem={problem}
          value={message}
          dir={message ? 'auto' : undefined}
          maxLength={5000}
          onChange={(event) => setMessage(event.target.value)}
        />
      )}
    </AnswerDialog>
  );
}

function Decline({ quote, onClose }: DialogProps) {
  const { strings } = useTexts();
  const livePortal = useLivePortal();
  const { id: quoteId, version, number } = quote;
  const [reason, setReason] = useDraft(`decline.${quoteId}`);
  const { keyFor, forget } = useRequestKey(`decline.${quoteId}`);
  const request = { quoteId, version, reason: reason.trim() || null };
  return (
    <AnswerDialog
      title={strings.declining.title(number)}
      confirm={strings.declining.confirm}
      done={strings.declining.done}
      quoteId={quoteId}
      isDanger
      missing={null}
      send={() => livePortal.send(DeclineQuoteDocument, { ...request, key: keyFor(request) })}
      onSent={() => {
        setReason('');
        forget();
      }}
      onClose={onClose}
    >
      {() => (
        <TextField
          label={strings.declining.reason}
          value={reason}
          dir={reason ? 'auto' : undefined}
          maxLength={5000}
          onChange={(event) => setReason(event.target.value)}
        />
      )}
    </AnswerDialog>
  );
}

const DIALOGS = { ACCEPT: Accept, CHANGE: Change, DECLINE: Decline };
