import { KeepInSyncDocument } from '../../gen/operations';
import { Problem } from '../app/problem';
import { useChange } from '../app/use-change';
import { words } from '../words';

/** Whether what the client has already follows by itself. */
export function KeepInSync({ jobId, isOn }: { jobId: string; isOn: boolean }) {
  const turn = useChange(KeepInSyncDocument);
  return (
    <section className="card">
      <label className="check">
        <input
          type="checkbox"
          role="switch"
          checked={isOn}
          aria-checked={isOn}
          aria-busy={turn.isBusy}
          aria-describedby="keep-in-sync-about"
          onChange={(event) => turn.run({ jobId, enabled: event.target.checked })}
        />
        {words.sharing.keepInSync}
      </label>
      <p className="soft small" id="keep-in-sync-about">
        {words.sharing.keepInSyncAbout}
      </p>
      <Problem error={turn.error} />
    </section>
  );
}
