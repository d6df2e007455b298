import { useEffect } from 'react';
import { useMutation, useQuery } from 'urql';
import { Button } from '../../design/button';
import { Notice } from '../../design/notice';
import { ConsoleStartDocument, SignOutOfConsoleDocument } from '../../gen/operations';
import { PromptPlace } from '../sharing/prompt-place';
import { WaitingPromptsProvider } from '../sharing/waiting-prompts';
import { words } from '../words';
import { Navigation } from './navigation';
import { useOnline } from './online';
import { Page } from './page';
import { Problem } from './problem';
import { type Viewer, ViewerProvider, viewerOf } from './viewer';

/** The console of whoever signed in. */
export function Console({ onLeave }: { onLeave: () => void }) {
  const [{ data, error }, again] = useQuery({ query: ConsoleStartDocument });
  const viewer = data && viewerOf(data);
  if (viewer) return <Rooms viewer={viewer} onLeave={onLeave} />;
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

function Rooms({ viewer, onLeave }: { viewer: Viewer; onLeave: () => void }) {
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
        {!isOnline && <Notice tone="warn">{words.problems.offline}</Notice>}
        <Page />
      </main>
    </div>
  );
  return (
    <ViewerProvider value={viewer}>
      {viewer.may('SHARE') ? (
        <WaitingPromptsProvider>
          <PromptPlace>{page}</PromptPlace>
        </WaitingPromptsProvider>
      ) : (
        page
      )}
    </ViewerProvider>
  );
}

function skipToMain() {
  document.getElementById('main')?.focus();
}
