import type { ReactNode } from 'react';
import type { Tone } from './badge';

/** Something to know. What went wrong is read out at once, the rest when there is a pause. */
export function Notice({ tone = 'accent', children }: { tone?: Tone; children: ReactNode }) {
  return (
    <div className={`notice ${tone}`} role={tone === 'wrong' ? 'alert' : 'status'}>
      {children}
    </div>
  );
}

/** A sentence for those who listen rather than look. */
export function Told({ children }: { children: ReactNode }) {
  return (
    <p className="unseen" role="status" aria-live="polite">
      {children}
    </p>
  );
}
