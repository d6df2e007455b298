import { createContext, type ReactNode, useContext, useEffect } from 'react';
import { useSubscription } from 'urql';
import { FollowJobDocument } from '../../gen/operations';

const News = createContext<unknown>(null);

/** Is another object each time that something of the job around it has changed. */
export const useNews = () => useContext(News);

/** Whatever is asked inside is asked anew when the job changes, whoever changes it. */
export function NewsOfJob({ id, children }: { id: string; children: ReactNode }) {
  const [changed] = useSubscription({ query: FollowJobDocument, variables: { id } });
  return <News value={changed.data}>{children}</News>;
}

/** Asks anew when the job changes that a page outside of it belongs to. */
export function WhenJobChanges({ id, again }: { id: string; again: () => void }) {
  const [changed] = useSubscription({ query: FollowJobDocument, variables: { id } });
  useEffect(() => {
    if (changed.data) again();
  }, [changed.data, again]);
  return null;
}
