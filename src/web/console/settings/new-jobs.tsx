import { SettingForm } from './setting-form';
import { settingsStrings as strings } from './settings-strings';

/** Section: how new jobs begin. */
export function NewJobs({ keepInSync }: { keepInSync: boolean }) {
  return (
    <SettingForm
      title={strings.newJobs}
      saved={keepInSync}
      input={(values) => ({ keepInSyncByDefault: values.isChecked('keepInSync') })}
    >
      <label className="checkbox">
        <input type="checkbox" name="keepInSync" defaultChecked={keepInSync} />
        <span>{strings.keepInSync}</span>
      </label>
      <p className="muted small">{strings.keepInSyncHint}</p>
    </SettingForm>
  );
}
