import { useCallback, useEffect } from 'react';
import { type AnyVariables, type TypedDocumentNode, useClient } from 'urql';

const REFETCH_INTERVAL_MS = 60_000;

/**
 * Reads a query of the page again when the window gets the focus and each minute, since nothing announces changes of all jobs.
 * Returns a function that does it at once.
 */
export function useRefetch<Data, Variables extends AnyVariables>(
  query: TypedDocumentNode<Data, Variables>,
  variables: Variables,
): () => void {
  const api = useClient();
  const key = JSON.stringify(variables);
  const refetch = useCallback(() => {
    const again = JSON.parse(key) as Variables;
    void api.query(query, again, { requestPolicy: 'network-only' }).toPromise();
  }, [api, query, key]);
  useEffect(() => {
    const timer = setInterval(refetch, REFETCH_INTERVAL_MS);
    window.addEventListener('focus', refetch);
    return () => {
      clearInterval(timer);
      window.removeEventListener('focus', refetch);
    };
  }, [refetch]);
  return refetch;
}
