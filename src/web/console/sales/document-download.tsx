import { DownloadButton } from '../../design/download-button';
import { sessionHeaders } from '../session/session';
import { strings } from '../strings';

/** Button that saves a document as PDF; nothing without one. */
export function DocumentDownload({ label, path }: { label: string; path: string | null }) {
  if (!path) return null;
  return (
    <DownloadButton
      path={path}
      headers={sessionHeaders}
      label={label}
      failure={strings.downloadFailed}
    />
  );
}
