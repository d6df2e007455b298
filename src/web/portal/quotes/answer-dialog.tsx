import { type FormEvent, type ReactNode, useState } from 'react';
import { Button } from '../../design/button';
import { Dialog } from '../../design/dialog';
import { SlowNotice } from '../page/slow-notice';
import type { PortalError } from '../portal-api';
import { useLivePortal, usePortalPage } from '../portal-context';
import { useTexts } from '../texts';
import { useSending } from '../use-sending';

interface AnswerDialogProps {
  title: string;
  confirm: string;
  /** Announced after the answer was sent. */
  done: string;
  quoteId: string;
  isDanger?: boolean;
  /** Sentence about the missing input; null when the answer is complete. */
  missing: string | null;
  send: () => Promise<{ error?: PortalError }>;
  /** Called after it was sent; what was typed can be forgotten. */
  onSent?: () => void;
  onClose: () => void;
  children: (problem: string | null) => ReactNode;
}

/** Confirms an answer to a quote before it is sent. Keeps the input when sending fails. */
export function AnswerDialog({
  title,
  confirm,
  done,
  quoteId,
  isDanger,
  missing,
  send,
  onSent,
  onClose,
  children,
}: AnswerDialogProps) {
  const { strings } = useTexts();
  const livePortal = useLivePortal();
  const { announce } = usePortalPage();
  const [wasSubmitted, setSubmitted] = useState(false);
  const { isSending, isSlow, problem, send: sendOnce } = useSending();

  async function submit(event: FormEvent) {
    event.preventDefault();
    setSubmitted(true);
    if (missing || isSending) return;
    const { error } = await sendOnce(send);
    if (error) livePortal.reportLostAnswer();
    // On failure too: the quote may have changed, or the link been closed, meanwhile.
    await livePortal.refresh();
    if (error) return;
    onSent?.();
    onClose();
    announce(done);
    document.getElementById(`quote-${quoteId}`)?.focus({ preventScroll: true });
  }

  return (
    <Dialog title={title} onClose={onClose}>
      <form className="stack" onSubmit={submit} noValidate>
        {problem && (
          <p className="notice wrong" role="alert">
            {problem}
          </p>
        )}
        {children(wasSubmitted ? missing : null)}
        <SlowNotice isSlow={isSlow} />
        <div className="row">
          <Button type="submit" variant={isDanger ? 'danger' : 'primary'} isBusy={isSending}>
            {isSending ? strings.sending : confirm}
          </Button>
          <Button onClick={onClose}>{strings.cancel}</Button>
        </div>
      </form>
    </Dialog>
  );
}
