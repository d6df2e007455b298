import { DownloadButton } from '../design/download-button';
import { usePortalPage } from './portal-context';
import { useTexts } from './texts';

/** Button that saves a document of the page as PDF; nothing without one, and in a preview, which is no page of a link. */
export function DocumentDownload({ label, path }: { label: string; path: string | null }) {
  const { strings } = useTexts();
  const { imageHeaders, livePortal } = usePortalPage();
  if (!path || !livePortal) return null;
  return (
    <div className="download">
      <DownloadButton
        path={path}
        headers={() => imageHeaders}
        label={label}
        failure={strings.downloadFailed}
      />
    </div>
  );
}
