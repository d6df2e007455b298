import { Button } from '../../design/button';
import { signOut } from '../session/session';
import { strings } from '../strings';
import { SetUpFactor } from './set-up-factor';

/** In place of the console, for somebody whose role must have a second factor and who has none. */
export function SetUpPage({ onDone }: { onDone: () => void }) {
  return (
    <main className="sign-in">
      <div className="card stack">
        <h1>{strings.people.factor.setUpTitle}</h1>
        <p>{strings.people.factor.setUpHint}</p>
        <SetUpFactor onDone={onDone} />
        <Button variant="quiet" onClick={signOut}>
          {strings.signOut}
        </Button>
      </div>
    </main>
  );
}
