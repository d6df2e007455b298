import { useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import { LivePortal, type View } from '../live-portal';
import { paymentReturn } from '../payments/payment-return';
import { InLanguage } from './in-language';
import { OpenPage } from './open-page';
import { Closed, Failed, Loading, Returned, WithoutLink } from './status-pages';
import { portalTarget, type Target } from './target';

/** Page of the link in the address. The token is in the URL fragment, which browsers never send to a server. */
export function PortalPage() {
  const hash = useSyncExternalStore(onHashChange, () => location.hash);
  const { token, target } = useMemo(() => portalTarget(hash), [hash]);
  const [attempt, setAttempt] = useState(0);
  const retry = () => setAttempt(attempt + 1);
  const returned = paymentReturn();
  if (!token)
    return (
      <InLanguage ofPage={null}>
        {returned ? <Returned hasPaid={returned.kind === 'PAID'} /> : <WithoutLink />}
      </InLanguage>
    );
  return <TokenPage key={`${attempt} ${token}`} token={token} target={target} onRetry={retry} />;
}

function onHashChange(changed: () => void): () => void {
  window.addEventListener('hashchange', changed);
  return () => window.removeEventListener('hashchange', changed);
}

interface TokenPageProps {
  token: string;
  target: Target | null;
  onRetry: () => void;
}

function TokenPage({ token, target, onRetry }: TokenPageProps) {
  const [view, setView] = useState<View>({ kind: 'LOADING' });
  const [livePortal, setLivePortal] = useState<LivePortal | null>(null);
  useEffect(() => {
    const opened = new LivePortal(token, setView);
    setLivePortal(opened);
    return () => opened.stop();
  }, [token]);

  const language = view.kind === 'SHOWN' ? (view.portal.client.language ?? 'EN') : null;
  const shown =
    view.kind === 'SHOWN' && livePortal ? (
      <OpenPage view={view} token={token} livePortal={livePortal} target={target} />
    ) : (
      <Unopened view={view} token={token} onRetry={onRetry} />
    );
  // A new one once the page is there: it waits for the texts, where a page that is read already stays as it is meanwhile.
  return (
    <InLanguage key={language ? 'page' : 'none'} ofPage={language}>
      {shown}
    </InLanguage>
  );
}

interface UnopenedProps extends Pick<TokenPageProps, 'token' | 'onRetry'> {
  view: View;
}

function Unopened({ view, token, onRetry }: UnopenedProps) {
  if (view.kind === 'CLOSED')
    return <Closed token={token} onRetry={onRetry} isAnswerLost={view.isAnswerLost} />;
  return view.kind === 'FAILED' ? <Failed onRetry={onRetry} /> : <Loading />;
}
