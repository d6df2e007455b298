import { type ReactNode, useCallback, useEffect } from 'react';
import { type AnyVariables, type CombinedError, type TypedDocumentNode, useQuery } from 'urql';
import { Bone } from '../../design/bone';
import { Button } from '../../design/button';
import { words } from '../words';
import { useNews } from './news';
import { Problem } from './problem';

interface AskedParts<Data, Variables> {
  query: TypedDocumentNode<Data, Variables>;
  variables: Variables;
  /** What is shown while nothing has come yet, above the bones. */
  meanwhile?: ReactNode;
  children: (data: Data, again: () => void) => ReactNode;
}

/** Asks, and shows what comes: bones while it is on its way, and a way to try again when it went wrong. */
export function Asked<Data, Variables extends AnyVariables>({
  query,
  variables,
  meanwhile,
  children,
}: AskedParts<Data, Variables>) {
  const [{ data, error }, ask] = useQuery<Data, Variables>({ query, variables } as never);
  const again = useCallback(() => ask({ requestPolicy: 'network-only' }), [ask]);
  const news = useNews();
  useEffect(() => {
    if (news) again();
  }, [news, again]);
  return (
    <>
      {error && <WentWrong error={error} onAgain={again} />}
      {!data && meanwhile}
      {data ? children(data, again) : !error && <Waiting />}
    </>
  );
}

function WentWrong({ error, onAgain }: { error: CombinedError; onAgain: () => void }) {
  return (
    <div className="row went-wrong">
      <Problem error={error} />
      <Button onClick={onAgain}>{words.again}</Button>
    </div>
  );
}

function Waiting() {
  return (
    <div className="stack" role="status" aria-label={words.loading}>
      <Bone width="40%" />
      <Bone />
      <Bone width="70%" />
    </div>
  );
}

/** What is said where there is nothing yet. */
export function Nothing({ children }: { children: ReactNode }) {
  return <p className="nothing soft">{children}</p>;
}
