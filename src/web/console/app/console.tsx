import { useEffect, useState, useSyncExternalStore } from 'react';
import { type Client, Provider, useClient, useQuery } from 'urql';
import { Button } from '../../design/button';
import { makeInstallable } from '../../design/install/installable';
import { Notice } from '../../design/notice';
import { Written } from '../../design/text/written';
import { ConsoleStartDocument } from '../../gen/operations';
import { SetUpPage } from '../account/set-up-page';
import { PhotoQueueProvider } from '../jobs/photos/photo-queue-provider';
import { SearchBox } from '../search/search-box';
import { signOut } from '../session/session';
import { sessionStrings } from '../session/session-strings';
import { type Viewer, ViewerProvider, viewerOf } from '../session/viewer';
import { SharePromptProvider } from '../sharing/review/prompt-provider';
import { WaitingPromptsProvider } from '../sharing/waiting-prompts';
import { strings } from '../strings';
import { TodayProvider, useWaitingCounts } from '../today/today-context';
import { WhatWaitsProvider } from '../today/what-waits';
import { UndoProvider } from '../undo/undo-provider';
import { errorCode } from './api';
import { ErrorMessage } from './error-message';
import { Navigation } from './navigation';
import { Page } from './page';

interface ConsoleProps {
  /** API client for staff with the SHARE permission; everybody else's operations omit all sharing fields. */
  sharingClient: Client;
  /** API client for Tradies who may set the toggle of photos. */
  togglingClient: Client;
}

/** Console of the signed-in staff member. */
export function Console(clients: ConsoleProps) {
  const [{ data, error }, refetch] = useQuery({ query: ConsoleStartDocument });
  const refresh = () => refetch({ requestPolicy: 'network-only' });
  const viewer = data && viewerOf(data, refresh);
  if (errorCode(error) === 'SECOND_FACTOR_SETUP_REQUIRED') return <SetUpPage onDone={refresh} />;
  if (viewer) return <ConsoleLayout viewer={viewer} {...clients} />;
  return (
    <main className="sign-in stack">
      {error ? (
        <>
          <ErrorMessage error={error} />
          <Button onClick={refresh}>{strings.tryAgain}</Button>
        </>
      ) : (
        <p role="status">{strings.loading}</p>
      )}
    </main>
  );
}

function ConsoleLayout({
  viewer,
  sharingClient,
  togglingClient,
}: ConsoleProps & { viewer: Viewer }) {
  const isOnline = useOnline();
  const plainClient = useClient();
  const [isStillIn, setStillIn] = useState(false);
  useEffect(
    () =>
      makeInstallable({
        name: strings.product,
        startUrl: `${location.origin}/console`,
        scope: `${location.origin}/console`,
      }),
    [],
  );
  const leave = () => signOut().catch(() => setStillIn(true));
  const page = (
    <div className="console">
      <button type="button" className="skip" onClick={skipToMain}>
        {strings.skipToMain}
      </button>
      <header className="app-header">
        <p className="brand">
          <Written>{viewer.business.name}</Written>
        </p>
        <p className="viewer small">
          <Written>{viewer.name}</Written>{' '}
          <span className="muted">{strings.roles[viewer.role as keyof typeof strings.roles]}</span>
        </p>
        <SearchBox />
        <Button variant="quiet" onClick={leave}>
          {strings.signOut}
        </Button>
      </header>
      <Navigation />
      <Title of={viewer} />
      <main id="main" tabIndex={-1}>
        {isStillIn && <Notice tone="wrong">{sessionStrings.notSignedOut}</Notice>}
        {!isOnline && <Notice tone="warn">{strings.problems.offline}</Notice>}
        <UndoProvider>
          <PhotoQueueProvider>
            <Page />
          </PhotoQueueProvider>
        </UndoProvider>
      </main>
    </div>
  );
  return (
    <ViewerProvider value={viewer}>
      {viewer.may('SHARE') ? (
        <Provider value={sharingClient}>
          <WhatWaitsProvider>
            <WaitingPromptsProvider>
              <TodayProvider>
                <SharePromptProvider>{page}</SharePromptProvider>
              </TodayProvider>
            </WaitingPromptsProvider>
          </WhatWaitsProvider>
        </Provider>
      ) : (
        <Provider value={viewer.may('TOGGLE_PHOTOS') ? togglingClient : plainClient}>
          {viewer.may('WRITE_SALES') ? (
            <WhatWaitsProvider>
              <TodayProvider>{page}</TodayProvider>
            </WhatWaitsProvider>
          ) : (
            page
          )}
        </Provider>
      )}
    </ViewerProvider>
  );
}

/** The page's title, with the number of what waits. */
function Title({ of: { business } }: { of: Viewer }) {
  const { today = 0 } = useWaitingCounts();
  useEffect(() => {
    const waiting = today > 0 ? `(${today}) ` : '';
    document.title = `${waiting}${business.name} · ${strings.product}`;
  }, [today, business.name]);
  return null;
}

function skipToMain() {
  document.getElementById('main')?.focus();
}

/** Whether the browser has a network connection. */
function useOnline(): boolean {
  return useSyncExternalStore(subscribeToConnection, () => navigator.onLine);
}

function subscribeToConnection(onChange: () => void) {
  window.addEventListener('online', onChange);
  window.addEventListener('offline', onChange);
  return () => {
    window.removeEventListener('online', onChange);
    window.removeEventListener('offline', onChange);
  };
}
