import { useEffect, useState, useSyncExternalStore } from 'react';
import { FollowedPortal, type View } from './follow-portal';
import { Closed, Failed, Loading } from './other-states';
import { Shown } from './shown';

/** The page of the link in the address. Its token stays in the fragment, which no server is sent. */
export function PortalPage() {
  const token = useSyncExternalStore(onAddress, () => location.hash.slice(1));
  const [round, setRound] = useState(0);
  const again = () => setRound(round + 1);
  if (!token) return <Closed onAgain={again} />;
  return <Followed key={`${round} ${token}`} token={token} onAgain={again} />;
}

function onAddress(changed: () => void): () => void {
  window.addEventListener('hashchange', changed);
  return () => window.removeEventListener('hashchange', changed);
}

function Followed({ token, onAgain }: { token: string; onAgain: () => void }) {
  const [view, setView] = useState<View>({ kind: 'LOADING' });
  const [followed, setFollowed] = useState<FollowedPortal | null>(null);
  useEffect(() => {
    const opened = new FollowedPortal(token, setView);
    setFollowed(opened);
    return () => opened.stop();
  }, [token]);

  if (view.kind === 'CLOSED') return <Closed onAgain={onAgain} isAnswerLost={view.isAnswerLost} />;
  if (view.kind === 'FAILED') return <Failed onAgain={onAgain} />;
  if (view.kind === 'LOADING' || !followed) return <Loading />;
  return <Shown view={view} token={token} followed={followed} />;
}
