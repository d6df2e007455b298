import { useEffect } from 'react';
import { Bone } from '../design/bone';
import { Button } from '../design/button';
import { words } from './words';

/** Holds the places of what is on its way. */
export function Loading() {
  return (
    <div className="page" aria-busy="true">
      <div role="status">
        <h1 className="unseen">{words.loading}</h1>
      </div>
      <div className="brand">
        <Bone width="2.75rem" height="2.75rem" />
        <Bone width="10rem" height="1.25rem" />
      </div>
      <main className="hero card">
        <Bone width="6rem" />
        <Bone width="70%" height="2rem" />
        <Bone height="0.6rem" />
        <Bone width="85%" />
      </main>
      <div className="columns">
        <div className="card">
          <Bone height="7rem" />
        </div>
        <div className="card">
          <Bone height="14rem" />
        </div>
      </div>
    </div>
  );
}

interface ClosedParts {
  onAgain: () => void;
  isAnswerLost?: boolean;
}

/** Says no more than is sure: nobody learns here whether a link ever opened something. */
export function Closed({ onAgain, isAnswerLost }: ClosedParts) {
  const { title, body, advice, answerLost } = words.closed;
  return (
    <Alone title={title} onAgain={onAgain}>
      {isAnswerLost && <p className="notice wrong">{answerLost}</p>}
      <p>{body}</p>
      <p>{advice}</p>
    </Alone>
  );
}

/** Nothing could be asked: the link is not to blame. */
export function Failed({ onAgain }: { onAgain: () => void }) {
  return (
    <Alone title={words.failed.title} onAgain={onAgain}>
      <p>{words.failed.body}</p>
    </Alone>
  );
}

interface AloneParts {
  title: string;
  onAgain: () => void;
  children: React.ReactNode;
}

function Alone({ title, onAgain, children }: AloneParts) {
  useEffect(() => {
    document.title = title;
  }, [title]);
  return (
    <main className="alone card stack">
      <div className="stack" role="alert">
        <h1>{title}</h1>
        {children}
      </div>
      <Button onClick={onAgain}>{words.tryAgain}</Button>
    </main>
  );
}
