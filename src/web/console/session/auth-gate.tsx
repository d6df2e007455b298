import { useCallback, useEffect, useMemo, useState } from 'react';
import { Provider } from 'urql';
import { Button } from '../../design/button';
import { Dialog } from '../../design/dialog';
import { Notice } from '../../design/notice';
import { openApi } from '../app/api';
import { Console } from '../app/console';
import { dropFormDraftsOfOthers } from '../app/drafts/form-drafts';
import { withoutSharing, withPhotoToggleOnly } from '../app/without-sharing';
import { dropDraftsOfOthers } from '../sharing/review/review-drafts';
import { strings } from '../strings';
import { onSessionChange, whoIsSignedIn } from './session';
import { sessionStrings } from './session-strings';
import { SignInForm, SignInPage } from './sign-in';

/** `ENDED`: the page stays as it is, with what was typed, until the same person signs in again. */
type Gate =
  | { kind: 'CHECKING' }
  | { kind: 'UNREACHABLE' }
  | { kind: 'OUT'; notice: string | null }
  | { kind: 'IN' | 'ENDED'; staffId: string };

/** Sign-in page, or the console once signed in, with the sign-in above it when the session has ended. */
export function AuthGate() {
  const { gate, check, leave } = useGate();
  if (gate.kind === 'CHECKING') return <Waiting />;
  if (gate.kind === 'UNREACHABLE') return <Unreachable onRetry={check} />;
  if (gate.kind === 'OUT') return <SignInPage notice={gate.notice} />;
  return (
    <>
      <SignedIn key={gate.staffId} isOpen={gate.kind === 'IN'} />
      {gate.kind === 'ENDED' && (
        <Dialog title={strings.signIn.title} onClose={leave}>
          <SignInForm notice={sessionStrings.endedButKept} />
        </Dialog>
      )}
    </>
  );
}

function useGate() {
  const [gate, setGate] = useState<Gate>({ kind: 'CHECKING' });
  const check = useCallback(async () => {
    const outcome = await whoIsSignedIn().then(gateOf, () => unreachable);
    setGate(outcome);
  }, []);
  const leave = useCallback(() => setGate({ kind: 'OUT', notice: null }), []);
  const staffId = gate.kind === 'IN' ? gate.staffId : null;
  useEffect(() => {
    if (staffId) dropAllDraftsOfOthers(staffId);
  }, [staffId]);
  useEffect(() => {
    check();
    const checkIfVisible = () => document.visibilityState === 'visible' && check();
    document.addEventListener('visibilitychange', checkIfVisible);
    const stop = onSessionChange((change) => {
      if (change === 'SIGNED_OUT') {
        dropAllDraftsOfOthers(null);
        setGate({ kind: 'OUT', notice: strings.signIn.signedOut });
      } else if (change === 'ENDED') setGate(ended);
      else check();
    });
    return () => {
      document.removeEventListener('visibilitychange', checkIfVisible);
      stop();
    };
  }, [check]);
  return { gate, check, leave };
}

/** The next person at this tab must not read what another typed. */
function dropAllDraftsOfOthers(staffId: string | null): void {
  dropDraftsOfOthers(staffId);
  dropFormDraftsOfOthers(staffId);
}

/** Returns what becomes of the gate when the API names this staff member, or nobody. */
function gateOf(staffId: string | null) {
  return (gate: Gate): Gate => {
    if (!staffId) return ended(gate);
    // The same object, so that nothing renders again while nothing has changed.
    if (gate.kind === 'IN' && gate.staffId === staffId) return gate;
    return { kind: 'IN', staffId };
  };
}

function ended(gate: Gate): Gate {
  if (gate.kind === 'IN') return { ...gate, kind: 'ENDED' };
  return gate.kind === 'ENDED' || gate.kind === 'OUT' ? gate : { kind: 'OUT', notice: null };
}

/** Without a connection the console stays, and says so itself. */
function unreachable(gate: Gate): Gate {
  return gate.kind === 'CHECKING' ? { kind: 'UNREACHABLE' } : gate;
}

/** Console of one person; new API clients for each, so that no cache outlives them. */
function SignedIn({ isOpen }: { isOpen: boolean }) {
  const apis = useMemo(
    () => ({
      sharing: openApi(),
      toggling: openApi(withPhotoToggleOnly),
      plain: openApi(withoutSharing),
    }),
    [],
  );
  useEffect(() => {
    if (isOpen) for (const api of Object.values(apis)) api.resume();
  }, [isOpen, apis]);
  useEffect(() => () => Object.values(apis).forEach((api) => void api.close()), [apis]);
  return (
    <Provider value={apis.plain.client}>
      <Console sharingClient={apis.sharing.client} togglingClient={apis.toggling.client} />
    </Provider>
  );
}

function Waiting() {
  return (
    <main className="sign-in">
      <p role="status">{strings.loading}</p>
    </main>
  );
}

function Unreachable({ onRetry }: { onRetry: () => void }) {
  return (
    <main className="sign-in stack">
      <Notice tone="wrong">{strings.problems.offline}</Notice>
      <Button onClick={onRetry}>{strings.tryAgain}</Button>
    </main>
  );
}
