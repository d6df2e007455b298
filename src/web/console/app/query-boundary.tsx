import { type ReactNode, useCallback, useEffect } from 'react';
import { type AnyVariables, type CombinedError, type TypedDocumentNode, useQuery } from 'urql';
import { Button } from '../../design/button';
import { Skeleton } from '../../design/skeleton';
import { strings } from '../strings';
import { ErrorMessage } from './error-message';
import { useJobChanges } from './job-changes';

interface QueryBoundaryProps<Data, Variables> {
  query: TypedDocumentNode<Data, Variables>;
  variables: Variables;
  /** Shown above the skeleton while the first result loads. */
  placeholder?: ReactNode;
  children: (data: Data, refetch: () => void) => ReactNode;
}

/** Runs a query and renders its data: a skeleton while it loads, an error with a retry button when it fails. */
export function QueryBoundary<Data, Variables extends AnyVariables>({
  query,
  variables,
  placeholder,
  children,
}: QueryBoundaryProps<Data, Variables>) {
  const [{ data, error }, execute] = useQuery<Data, Variables>({ query, variables } as never);
  const refetch = useCallback(() => execute({ requestPolicy: 'network-only' }), [execute]);
  const jobChange = useJobChanges();
  useEffect(() => {
    if (jobChange) refetch();
  }, [jobChange, refetch]);
  return (
    <>
      {error && <QueryError error={error} onRetry={refetch} />}
      {!data && placeholder}
      {data ? children(data, refetch) : !error && <LoadingSkeleton />}
    </>
  );
}

function QueryError({ error, onRetry }: { error: CombinedError; onRetry: () => void }) {
  return (
    <div className="row query-error">
      <ErrorMessage error={error} />
      <Button onClick={onRetry}>{strings.tryAgain}</Button>
    </div>
  );
}

function LoadingSkeleton() {
  return (
    <div className="stack" role="status" aria-label={strings.loading}>
      <Skeleton width="40%" />
      <Skeleton />
      <Skeleton width="70%" />
    </div>
  );
}

/** Text in place of an empty list. */
export function EmptyState({ children }: { children: ReactNode }) {
  return <p className="empty-state muted">{children}</p>;
}
