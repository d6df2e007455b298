import type { ReactNode } from 'react';
import type { Tone } from './badge';

/** Message box. A screen reader announces errors at once (`alert`) and everything else at the next pause. */
export function Notice({ tone = 'accent', children }: { tone?: Tone; children: ReactNode }) {
  return (
    <div className={`notice ${tone}`} role={tone === 'wrong' ? 'alert' : 'status'}>
      {children}
    </div>
  );
}

/** Live region for screen readers only. */
export function LiveNotice({ children }: { children: ReactNode }) {
  return (
    <p className="visually-hidden" role="status" aria-live="polite">
      {children}
    </p>
  );
}
