import { type FormEvent, useEffect, useRef, useState } from 'react';
import { Button } from '../design/button';
import { Card } from '../design/card';
import { TextField } from '../design/field';
import {
  type AllOfPortalFragment,
  MarkPortalMessagesReadDocument,
  SendMessageFromPortalDocument,
} from '../gen/operations';
import { useFollowed, usePortalPage } from './portal-context';
import { problemIn } from './problem';
import { words } from './words';

interface MessagesParts {
  messages: AllOfPortalFragment['messages'];
  isEnabled: boolean;
}

/** The conversation with the business, for as long as it is switched on. */
export function Messages({ messages, isEnabled }: MessagesParts) {
  const { businessName, inWords } = usePortalPage();
  const place = useReadOnceSeen(messages);
  if (!isEnabled) return null;
  return (
    <Card title={words.messages}>
      <div ref={place} className="stack">
        {messages?.length ? (
          <ol className="messages">
            {messages.map(({ id, from, body, sentAt }) => (
              <li key={id} className={from === 'CLIENT' ? 'mine' : ''}>
                <p className="small">
                  <strong>{from === 'CLIENT' ? words.you : businessName}</strong>{' '}
                  <time dateTime={sentAt}>{inWords.moment(sentAt)}</time>
                </p>
                <p className="text">{body}</p>
              </li>
            ))}
          </ol>
        ) : (
          <p className="soft">{words.noMessages(businessName)}</p>
        )}
        <Composer />
      </div>
    </Card>
  );
}

function Composer() {
  const followed = useFollowed();
  const { jobId, announce } = usePortalPage();
  const [body, setBody] = useState('');
  const [isSending, setSending] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);

  async function send(event: FormEvent) {
    event.preventDefault();
    if (isSending) return;
    if (!body.trim()) return setProblem(words.noMessage);
    setSending(true);
    const { error } = await followed.client
      .mutation(SendMessageFromPortalDocument, { jobId, body })
      .toPromise();
    setSending(false);
    setProblem(error ? problemIn(error) : null);
    if (!error) setBody('');
    // Either way the page shows what is true by now; without access nothing.
    await followed.refresh();
    if (!error) announce(words.sent);
  }

  return (
    <form className="composer" onSubmit={send} noValidate>
      <TextField
        label={words.message}
        problem={problem}
        value={body}
        rows={3}
        maxLength={5000}
        onChange={(event) => setBody(event.target.value)}
      />
      <Button type="submit" look="primary" isBusy={isSending}>
        {isSending ? words.sending : words.send}
      </Button>
    </form>
  );
}

/** Tells the business that its newest message was on the screen. */
function useReadOnceSeen(messages: MessagesParts['messages']) {
  const followed = useFollowed();
  const { jobId } = usePortalPage();
  const place = useRef<HTMLDivElement>(null);
  const newest = messages?.at(-1);
  const upTo = newest?.from === 'BUSINESS' ? newest.id : null;
  useEffect(() => {
    if (!upTo || !place.current) return;
    const watch = new IntersectionObserver(([entry]) => {
      if (!entry?.isIntersecting || document.visibilityState !== 'visible') return;
      watch.disconnect();
      void followed.client.mutation(MarkPortalMessagesReadDocument, { jobId, upTo }).toPromise();
    });
    watch.observe(place.current);
    return () => watch.disconnect();
  }, [upTo, jobId, followed]);
  return place;
}
