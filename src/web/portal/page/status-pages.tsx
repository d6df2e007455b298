import { useEffect } from 'react';
import { Button } from '../../design/button';
import { CodeForm } from '../links/code-form';
import { NewLink } from '../links/new-link';
import { useTexts } from '../texts';

/** Placeholder while the portal loads: the frame of `index.html`. */
export function Loading() {
  const { strings } = useTexts();
  const block = (size: string) => <div className={`skeleton frame-${size}`} />;
  return (
    <div className="page" aria-busy="true">
      <div role="status">
        <h1 className="visually-hidden">{strings.loading}</h1>
      </div>
      <div className="brand">
        {block('logo')}
        {block('name')}
      </div>
      <main className="hero card">
        {block('line')}
        {block('title')}
        {block('line')}
      </main>
      <div className="columns">
        <div className="card">{block('block')}</div>
        <div className="card">{block('block')}</div>
      </div>
    </div>
  );
}

interface ClosedProps {
  token: string;
  onRetry: () => void;
  isAnswerLost: boolean;
}

/** Page of a link that does not open. It never discloses whether the link was ever valid. */
export function Closed({ token, onRetry, isAnswerLost }: ClosedProps) {
  const { strings } = useTexts();
  const { title, body, answerLost } = strings.closed;
  return (
    <StatusPage title={title} onRetry={onRetry} below={<Ways token={token} />}>
      {isAnswerLost && <p className="notice wrong">{answerLost}</p>}
      <p>{body}</p>
    </StatusPage>
  );
}

function Ways({ token }: { token: string }) {
  const { orCode } = useTexts().linkStrings.code;
  return (
    <>
      <NewLink token={token} />
      <p>{orCode}</p>
      <CodeForm isSecond />
    </>
  );
}

/** Page without a link: a mail program has dropped it, or somebody has typed the address. */
export function WithoutLink() {
  const { title, body } = useTexts().linkStrings.code;
  return (
    <StatusPage title={title} below={<CodeForm />}>
      <p>{body}</p>
    </StatusPage>
  );
}

/** Page after a failed first request: the link may be valid. */
export function Failed({ onRetry }: { onRetry: () => void }) {
  const { strings } = useTexts();
  return (
    <StatusPage title={strings.failed.title} onRetry={onRetry}>
      <p>{strings.failed.body}</p>
    </StatusPage>
  );
}

/** Page of a client who comes back from the payment page in another tab or browser than it left from. */
export function Returned({ hasPaid }: { hasPaid: boolean }) {
  const { payStrings } = useTexts();
  const { title, body, advice } = hasPaid ? payStrings.returned : payStrings.notPaid;
  return (
    <StatusPage title={title}>
      <p>{body}</p>
      <p>{advice}</p>
    </StatusPage>
  );
}

interface StatusPageProps {
  title: string;
  onRetry?: () => void;
  below?: React.ReactNode;
  children: React.ReactNode;
}

function StatusPage({ title, onRetry, below, children }: StatusPageProps) {
  const { strings } = useTexts();
  useEffect(() => {
    document.title = title;
  }, [title]);
  return (
    <main className="status-page card stack">
      <div className="stack" role="alert">
        <h1>{title}</h1>
        {children}
      </div>
      {below}
      {onRetry && <Button onClick={onRetry}>{strings.tryAgain}</Button>}
    </main>
  );
}
