import { useEffect } from 'react';
import { Button } from '../../design/button';
import { payStrings } from '../payments/pay-strings';
import { strings } from '../strings';
import { CodeForm } from './code-form';
import { linkStrings } from './link-strings';
import { NewLink } from './new-link';

/** Placeholder while the portal loads: the frame of `index.html`. */
export function Loading() {
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
  const { title, body, answerLost } = strings.closed;
  return (
    <StatusPage title={title} onRetry={onRetry} below={<Ways token={token} />}>
      {isAnswerLost && <p className="notice wrong">{answerLost}</p>}
      <p>{body}</p>
    </StatusPage>
  );
}

function Ways({ token }: { token: string }) {
  return (
    <>
      <NewLink token={token} />
      <p>{linkStrings.code.orCode}</p>
      <CodeForm isSecond />
    </>
  );
}

/** Page without a link: a mail program has dropped it, or somebody has typed the address. */
export function WithoutLink() {
  return (
    <StatusPage title={linkStrings.code.title} below={<CodeForm />}>
      <p>{linkStrings.code.body}</p>
    </StatusPage>
  );
}

/** Page after a failed first request: the link may be valid. */
export function Failed({ onRetry }: { onRetry: () => void }) {
  return (
    <StatusPage title={strings.failed.title} onRetry={onRetry}>
      <p>{strings.failed.body}</p>
    </StatusPage>
  );
}

/** Page of a client who comes back from the payment page in another tab or browser than it left from. */
export function Returned({ hasPaid }: { hasPaid: boolean }) {
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
