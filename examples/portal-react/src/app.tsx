import { useMutation, useQuery, useSubscription } from '@apollo/client/react';
import { useEffect } from 'react';
import { ignore, isClosed } from './api';
import { JobDetails, Photos } from './job';
import { Messages } from './messages';
import { Invoices, Quotes } from './money';
import { type Business, PORTAL, PORTAL_CHANGED, type Portal, VIEWED } from './portal';

/** Signed addresses work for at least five minutes. */
const REFRESH_MS = 4 * 60_000;

/** Loads the page and follows its changes, until the link no longer opens. */
export function App() {
  const { data, error, refetch } = useQuery(PORTAL, { pollInterval: REFRESH_MS });
  const askAgain = () => void refetch().catch(ignore);

  // Nothing that was shown stays on the screen.
  if (error && isClosed(error)) return <Closed />;
  if (data?.portal)
    return <Page portal={data.portal} isOffline={error !== undefined} onEnd={askAgain} />;
  if (error) return <Unreachable onRetry={askAgain} />;
  return <main aria-busy="true">Loading …</main>;
}

interface PageProps {
  portal: Portal;
  isOffline: boolean;
  /** The server has ended the subscription, as it does when the link no longer opens. */
  onEnd(): void;
}

function Page({ portal, isOffline, onEnd }: PageProps) {
  const { business, job } = portal;
  // An event has everything that is on the page. It goes into the cache, from which the page is shown.
  useSubscription(PORTAL_CHANGED, { onComplete: onEnd, onError: onEnd });
  const [recordView] = useMutation(VIEWED);
  useEffect(() => {
    // That it was seen is for the business to know; the client does not wait for it.
    recordView().catch(ignore);
  }, [recordView]);
  return (
    <>
      <Header business={business} />
      <main>
        {!job && !portal.quote && !portal.invoice && <p>There is nothing here at the moment.</p>}
        {isOffline && <p className="notice">No connection. The page catches up by itself.</p>}
        {job && <JobDetails job={job} business={business} />}
        <Quotes quotes={job ? job.quotes : portal.quote && [portal.quote]} business={business} />
        <Invoices
          invoices={job ? job.invoices : portal.invoice && [portal.invoice]}
          business={business}
        />
        {job && <Photos photos={job.photos} />}
        {job && portal.messagesEnabled && (
          <Messages jobId={job.id} messages={portal.messages ?? []} business={business} />
        )}
      </main>
    </>
  );
}

function Header({ business }: { business: Business }) {
  return (
    <header>
      {business.signedLogoUrl && <img src={business.signedLogoUrl} alt="" />}
      <strong>{business.name}</strong>
      {business.phoneUri && <a href={business.phoneUri}>{business.phoneNational}</a>}
    </header>
  );
}

/** The link is unknown or has ended, or the business has closed its pages: they read alike. */
export function Closed() {
  return (
    <main className="alone">
      <h1>This link does not open anything</h1>
      <p>It may have been copied incompletely, or it has ended.</p>
      <p>The business that sent it to you can send you a new one.</p>
    </main>
  );
}

function Unreachable({ onRetry }: { onRetry(): void }) {
  return (
    <main className="alone">
      <h1>The page could not be loaded</h1>
      <p>Your link may well be fine: the connection is not, at the moment.</p>
      <button type="button" onClick={onRetry}>
        Try again
      </button>
    </main>
  );
}
