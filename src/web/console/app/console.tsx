import { useEffect } from 'react';
import { type Client, Provider, useMutation, useQuery } from 'urql';
import { Button } from '../../design/button';
import { Notice } from '../../design/notice';
import { ConsoleStartDocument, SignOutOfConsoleDocument } from '../../gen/operations';
import { FailedEmails } from '../sharing/failed-emails';
import { PromptPlace } from '../sharing/prompt-place';
import { WaitingPromptsProvider } from '../sharing/waiting-prompts';
import { words } from '../words';
import { Navigation } from './navigation';
import { useOnline } from './online';
import { Page } from './page';
import { Problem } from './problem';
import { type Viewer, ViewerProvider, viewerOf } from './viewer';

interface ConsoleParts {
  /** The API for those who share; all others ask in words that do not tell of it. */
  apiOfSharers: Client;
  onLeave: () => void;
}

/** The console of whoever signed in. */
export function Console({ apiOfSharers, onLeave }: ConsoleParts) {
  const [{ data, error }, again] = useQuery({ query: ConsoleStartDocument });
  const viewer = data && viewerOf(data);
  if (viewer) return <Rooms viewer={viewer} {...{ apiOfSharers, onLeave }} />;
  return (
    <main className="sign-in stack">
      {error ? (
        <>
          <Problem error={error} />
          <Button onClick={() => again({ requestPolicy: 'network-only' })}>{words.again}</Button>
        </>
      ) : (
        <p role="status">{words.loading}</p>
      )}
    </main>
  );
}

function Rooms({ viewer, apiOfSharers, onLeave }: ConsoleParts & { viewer: Viewer }) {
  const isOnline = useOnline();
  const [, signOut] = useMutation(SignOutOfConsoleDocument);
  useEffect(() => {
    document.title = `${viewer.business.name} · ${words.product}`;
  }, [viewer]);
  const leave = async () => {
    await signOut({});
    onLeave();
  };
  const page = (
    <div className="console">
      <button type="button" className="skip" onClick={skipToMain}>
        {words.skip}
      </button>
      <header className="top">
        <p className="brand">{viewer.business.name}</p>
        <p className="who small">
          {viewer.name}{' '}
          <span className="soft">{words.roles[viewer.role as keyof typeof words.roles]}</span>
        </p>
        <Button look="quiet" onClick={leave}>
          {words.signOut}
        </Button>
      </header>
      <Navigation />
      <main id="main" tabIndex={-1}>
        {viewer.may('SHARE') && <FailedEmails />}
        {!isOnline && <Notice tone="warn">{words.problems.offline}</Notice>}
        <Page />
      </main>
    </div>
  );
  return (
    <ViewerProvider value={viewer}>
      {viewer.may('SHARE') ? (
        <Provider value={apiOfSharers}>
          <WaitingPromptsProvider>
            <PromptPlace>{page}</PromptPlace>
          </WaitingPromptsProvider>
        </Provider>
      ) : (
        page
      )}
    </ViewerProvider>
  );
}

function skipToMain() {
  document.getElementById('main')?.focus();
}
