import { Card } from '../../design/card';
import { UpdateSiteSettingsDocument } from '../../gen/operations';
import { ErrorMessage } from '../app/error-message';
import { useMutationWithPrompt } from '../app/use-mutation-with-prompt';

const texts = {
  title: 'Photos by Tradies',
  label: 'Tradies may share photos of their jobs with the client',
  hint: 'A photo that they switch on is on the page of a shared job at once. They share nothing else.',
};

/** Switch of `tradiesMayTogglePhotos`. */
export function TradiePhotos({ isAllowed }: { isAllowed: boolean }) {
  const update = useMutationWithPrompt(UpdateSiteSettingsDocument);
  return (
    <Card title={texts.title} className="stack">
      <label className="checkbox">
        <input
          type="checkbox"
          role="switch"
          checked={isAllowed}
          aria-checked={isAllowed}
          aria-busy={update.isBusy}
          onChange={(event) =>
            update.run({ input: { tradiesMayTogglePhotos: event.target.checked } })
          }
        />
        {texts.label}
      </label>
      <p className="muted small">{texts.hint}</p>
      <ErrorMessage error={update.error} />
    </Card>
  );
}
