import { createContext, type ReactNode, use, useEffect, useState } from 'react';
import { useSubscription } from 'urql';
import { AttentionChangedDocument } from '../../gen/operations';

/** At most one reading in this time, however much changes. */
const GATHER_MS = 1_000;
/** What changes by the day alone (an invoice becomes overdue) is not announced. */
const REREAD_MS = 5 * 60_000;

const WhatWaitsContext = createContext(0);

/** A number that grows when what waits for this person must be read again. */
export const useWhatWaits = () => use(WhatWaitsContext);

/**
 * Says when to read again what waits: when the server announces a change, when it is connected again, when the window is
 * looked at again, and otherwise every five minutes. Only for roles that sell.
 */
export function WhatWaitsProvider({ children }: { children: ReactNode }) {
  const [reading, setReading] = useState(0);
  const [again] = useState(() => gathered(() => setReading((count) => count + 1)));
  const [changed] = useSubscription({ query: AttentionChangedDocument });
  useEffect(() => {
    if (changed.data) again();
  }, [changed.data, again]);
  useEffect(() => {
    const lookedAt = () => document.visibilityState === 'visible' && again();
    const timer = setInterval(again, REREAD_MS);
    document.addEventListener('visibilitychange', lookedAt);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', lookedAt);
    };
  }, [again]);
  return <WhatWaitsContext value={reading}>{children}</WhatWaitsContext>;
}

/** Runs it at most once a second: at once if it has rested, otherwise once for all calls meanwhile. */
function gathered(run: () => void): () => void {
  let last = Number.NEGATIVE_INFINITY;
  let isComing = false;
  return () => {
    if (isComing) return;
    isComing = true;
    setTimeout(
      () => {
        isComing = false;
        last = performance.now();
        run();
      },
      Math.max(0, last + GATHER_MS - performance.now()),
    );
  };
}
