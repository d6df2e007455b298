import { type FormEvent, type ReactNode, useState } from 'react';
import { Button } from '../design/button';
import { Dialog } from '../design/dialog';
import { useFollowed, usePortalPage } from './portal-context';
import { problemIn } from './problem';
import type { Sent } from './quote-answers';
import { words } from './words';

interface AnswerParts {
  title: string;
  confirm: string;
  /** What is said once it is sent. */
  done: string;
  quoteId: string;
  isDanger?: boolean;
  /** What still has to be typed, as a sentence. */
  missing: string | null;
  send: () => Promise<Sent>;
  onClose: () => void;
  children: (problem: string | null) => ReactNode;
}

/** Asks once more before an answer is sent, and keeps what was typed when it could not be. */
export function AnswerDialog({
  title,
  confirm,
  done,
  quoteId,
  isDanger,
  missing,
  send,
  onClose,
  children,
}: AnswerParts) {
  const followed = useFollowed();
  const { announce } = usePortalPage();
  const [wasTried, setTried] = useState(false);
  const [isSending, setSending] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);

  async function submit(event: FormEvent) {
    event.preventDefault();
    setTried(true);
    if (missing || isSending) return;
    setSending(true);
    const { error } = await send();
    setSending(false);
    if (error) followed.answerLost();
    // Either way the page shows what is true by now; without access nothing.
    await followed.refresh();
    if (error) return setProblem(problemIn(error));
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
        {children(wasTried ? missing : null)}
        <div className="row">
          <Button type="submit" look={isDanger ? 'danger' : 'primary'} isBusy={isSending}>
            {isSending ? words.sending : confirm}
          </Button>
          <Button onClick={onClose}>{words.cancel}</Button>
        </div>
      </form>
    </Dialog>
  );
}
