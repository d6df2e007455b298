import { createContext, type ReactNode, useContext, useEffect } from 'react';
import { useSubscription } from 'urql';
import { FollowJobDocument } from '../../gen/operations';
import { useReviewBarOf } from '../sharing/review/prompt-context';

const JobChangesContext = createContext<unknown>(null);

/** Latest change event of the surrounding job; a new object for every change, null before the first. */
export const useJobChanges = () => useContext(JobChangesContext);

/** Refetches the queries of every `QueryBoundary` inside when the job changes, and shows the bar of its waiting prompt. */
export function JobChangesProvider({ id, children }: { id: string; children: ReactNode }) {
  const [changed] = useSubscription({ query: FollowJobDocument, variables: { id } });
  useReviewBarOf(id);
  return <JobChangesContext value={changed.data}>{children}</JobChangesContext>;
}

/** The same for a page outside of the job's own, such as an invoice, which it refetches. */
export function RefetchOnJobChange({ id, refetch }: { id: string; refetch: () => void }) {
  const [changed] = useSubscription({ query: FollowJobDocument, variables: { id } });
  useReviewBarOf(id);
  useEffect(() => {
    if (changed.data) refetch();
  }, [changed.data, refetch]);
  return null;
}
