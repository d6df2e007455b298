import type { CombinedError } from '@urql/core';
import { useState } from 'react';
import { Button } from '../design/button';
import { Field, TextField } from '../design/field';
import {
  AcceptQuoteOnPortalDocument,
  DeclineQuoteOnPortalDocument,
  type QuoteOfPortalFragment,
  RequestQuoteChangesOnPortalDocument,
} from '../gen/operations';
import { AnswerDialog } from './answer-dialog';
import { useFollowed, usePortalPage } from './portal-context';
import { words } from './words';

type Answer = 'ACCEPT' | 'CHANGE' | 'DECLINE';

/** The three answers to a quote. What is asked about is the version that was on the page when it was asked. */
export function QuoteAnswers({ quote }: { quote: QuoteOfPortalFragment }) {
  const [asked, ask] = useState<{ answer: Answer; quote: QuoteOfPortalFragment } | null>(null);
  const Dialog = asked && DIALOGS[asked.answer];
  const isPreview = !usePortalPage().followed;
  return (
    <div className="answers">
      <Button look="primary" disabled={isPreview} onClick={() => ask({ answer: 'ACCEPT', quote })}>
        {words.accept}
      </Button>
      <Button disabled={isPreview} onClick={() => ask({ answer: 'CHANGE', quote })}>
        {words.askForChanges}
      </Button>
      <Button look="quiet" disabled={isPreview} onClick={() => ask({ answer: 'DECLINE', quote })}>
        {words.decline}
      </Button>
      {asked && Dialog && <Dialog quote={asked.quote} onClose={() => ask(null)} />}
    </div>
  );
}

interface DialogParts {
  quote: QuoteOfPortalFragment;
  onClose: () => void;
}

function Accept({ quote, onClose }: DialogParts) {
  const followed = useFollowed();
  const { inWords } = usePortalPage();
  const { id: quoteId, version, number, title, totalCents } = quote;
  const [name, setName] = useState('');
  return (
    <AnswerDialog
      title={words.accepting.title(number)}
      confirm={words.accepting.confirm}
      done={words.accepting.done}
      quoteId={quoteId}
      missing={name.trim() ? null : words.accepting.noName}
      send={() =>
        followed.client
          .mutation(AcceptQuoteOnPortalDocument, { quoteId, version, name })
          .toPromise()
      }
      onClose={onClose}
    >
      {(problem) => (
        <>
          <p>{words.accepting.body(title, inWords.money(totalCents))}</p>
          <Field
            label={words.accepting.name}
            problem={problem}
            value={name}
            maxLength={200}
            autoComplete="name"
            onChange={(event) => setName(event.target.value)}
          />
        </>
      )}
    </AnswerDialog>
  );
}

function Change({ quote, onClose }: DialogParts) {
  const followed = useFollowed();
  const { id: quoteId, version, number } = quote;
  const [message, setMessage] = useState('');
  return (
    <AnswerDialog
      title={words.changing.title(number)}
      confirm={words.changing.confirm}
      done={words.changing.done}
      quoteId={quoteId}
      missing={message.trim() ? null : words.changing.noMessage}
      send={() =>
        followed.client
          .mutation(RequestQuoteChangesOnPortalDocument, { quoteId, version, message })
          .toPromise()
      }
      onClose={onClose}
    >
      {(problem) => (
        <TextField
          label={words.changing.message}
          problem={problem}
          value={message}
          maxLength={5000}
          onChange={(event) => setMessage(event.target.value)}
        />
      )}
    </AnswerDialog>
  );
}

function Decline({ quote, onClose }: DialogParts) {
  const followed = useFollowed();
  const { id: quoteId, version, number } = quote;
  const [reason, setReason] = useState('');
  return (
    <AnswerDialog
      title={words.declining.title(number)}
      confirm={words.declining.confirm}
      done={words.declining.done}
      quoteId={quoteId}
      isDanger
      missing={null}
      send={() =>
        followed.client
          .mutation(DeclineQuoteOnPortalDocument, {
            quoteId,
            version,
            reason: reason.trim() || null,
          })
          .toPromise()
      }
      onClose={onClose}
    >
      {() => (
        <TextField
          label={words.declining.reason}
          value={reason}
          maxLength={5000}
          onChange={(event) => setReason(event.target.value)}
        />
      )}
    </AnswerDialog>
  );
}

const DIALOGS = { ACCEPT: Accept, CHANGE: Change, DECLINE: Decline };

export type Sent = { error?: CombinedError };
