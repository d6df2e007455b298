import { type FormEvent, useEffect, useRef } from 'react';
import { Button } from '../design/button';
import { TextField } from '../design/field';
import {
  MarkPortalMessagesReadDocument,
  type PortalContentFragment,
  SendMessageFromPortalDocument,
} from '../gen/portal-operations';
import { useDraft, useRequestKey } from './drafts';
import { NewMark } from './news/new-mark';
import { SlowNotice } from './page/slow-notice';
import { useLivePortal, usePortalPage } from './portal-context';
import { Fold } from './sections/fold';
import { Section } from './sections/section';
import { useTexts } from './texts';
import { useSending } from './use-sending';

interface MessagesProps {
  jobId: string;
  messages: PortalContentFragment['messages'];
  isEnabled: boolean;
}

const MESSAGES_SHOWN = 10;

/** Conversation with the business; hidden when messages are disabled for the job. */
export function Messages({ jobId, messages, isEnabled }: MessagesProps) {
  const { strings, pageStrings } = useTexts();
  const { businessName } = usePortalPage();
  const listRef = useMarkReadWhenVisible(jobId, messages);
  if (!isEnabled) return null;
  return (
    <Section name="messages" title={strings.messages}>
      <div ref={listRef} className="stack">
        {messages?.length ? (
          <Fold
            items={messages}
            shown={MESSAGES_SHOWN}
            isNewestLast
            more={pageStrings.more.messages}
            keyOf={({ id }) => id}
            list={(items) => <ol className="messages">{items}</ol>}
            item={(message, folded) => <OneMessage message={message} folded={folded} />}
          />
        ) : (
          <p className="muted">{strings.noMessages(businessName)}</p>
        )}
        <Composer jobId={jobId} />
      </div>
    </Section>
  );
}

interface OneMessageProps {
  message: NonNullable<MessagesProps['messages']>[number];
  folded: string;
}

function OneMessage({ message: { id, from, body, sentAt }, folded }: OneMessageProps) {
  const { strings } = useTexts();
  const { businessName, formats } = usePortalPage();
  const isOwn = from === 'CLIENT';
  return (
    <li className={`${isOwn ? 'from-client' : ''} ${folded}`}>
      <p className="small">
        <strong dir="auto">{isOwn ? strings.you : businessName}</strong>{' '}
        <time dateTime={sentAt}>{formats.dateTime(sentAt)}</time>
        <NewMark section="messages" id={id} />
      </p>
      <p className="text" dir="auto">
        {body}
      </p>
    </li>
  );
}

function Composer({ jobId }: { jobId: string }) {
  const { strings } = useTexts();
  const livePortal = useLivePortal();
  const { announce } = usePortalPage();
  const [body, setBody] = useDraft(`message.${jobId}`);
  const { keyFor, forget } = useRequestKey(`message.${jobId}`);
  const { isSending, isSlow, problem, setProblem, send } = useSending();

  async function submit(event: FormEvent) {
    event.preventDefault();
    if (isSending) return;
    if (!body.trim()) return setProblem(strings.noMessage);
    const message = { jobId, body };
    const { error } = await send(() =>
      livePortal.send(SendMessageFromPortalDocument, { ...message, key: keyFor(message) }),
    );
    if (!error) {
      setBody('');
      forget();
    }
    // On failure too: the link may have been closed meanwhile.
    await livePortal.refresh();
    if (!error) announce(strings.sent);
  }

  return (
    <form className="composer" onSubmit={submit} noValidate>
      <TextField
        label={strings.message}
        problem={problem}
        value={body}
        rows={3}
        maxLength={5000}
        dir={body ? 'auto' : undefined}
        // What is being sent stays what it is.
        readOnly={isSending}
        onChange={(event) => setBody(event.target.value)}
      />
      <SlowNotice isSlow={isSlow} />
      <Button type="submit" variant="primary" isBusy={isSending}>
        {isSending ? strings.sending : strings.send}
      </Button>
    </form>
  );
}

/** Marks messages of the business as read once they are on a visible screen. Returns the ref of the element to observe. */
function useMarkReadWhenVisible(jobId: string, messages: MessagesProps['messages']) {
  const livePortal = useLivePortal();
  const ref = useRef<HTMLDivElement>(null);
  const newest = messages?.at(-1);
  const upTo = newest?.from === 'BUSINESS' ? newest.id : null;
  useEffect(() => {
    if (!upTo || !ref.current) return;
    const observer = new IntersectionObserver(([entry]) => {
      if (!entry?.isIntersecting || document.visibilityState !== 'visible') return;
      observer.disconnect();
      void livePortal.send(MarkPortalMessagesReadDocument, { jobId, upTo });
    });
    observer.observe(ref.current);
    return () => observer.disconnect();
  }, [upTo, jobId, livePortal]);
  return ref;
}
