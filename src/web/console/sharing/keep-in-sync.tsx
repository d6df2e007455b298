import { SetKeepInSyncDocument } from '../../gen/operations';
import { ErrorMessage } from '../app/error-message';
import { useMutationWithPrompt } from '../app/use-mutation-with-prompt';
import { strings } from '../strings';

/** Switch for automatic publication of changes to items that the client already has. */
export function KeepInSync({ jobId, isOn }: { jobId: string; isOn: boolean }) {
  const toggle = useMutationWithPrompt(SetKeepInSyncDocument);
  return (
    <section className="card">
      <label className="checkbox">
        <input
          type="checkbox"
          role="switch"
          checked={isOn}
          aria-checked={isOn}
          aria-busy={toggle.isBusy}
          aria-describedby="keep-in-sync-about"
          onChange={(event) => toggle.run({ jobId, enabled: event.target.checked })}
        />
        {strings.sharing.keepInSync}
      </label>
      <p className="muted small" id="keep-in-sync-about">
        {strings.sharing.keepInSyncHint}
      </p>
      <ErrorMessage error={toggle.error} />
    </section>
  );
}
