import { useMemo } from 'react';
import type { ClientLanguage, PortalJobFragment } from '../../gen/operations';
import { formatsOfReader } from '../../portal/formats-of-reader';
import { Brand } from '../../portal/page/brand';
import { SharedJob } from '../../portal/page/shared-job';
import { PortalContext } from '../../portal/portal-context';
import { TextsContext, useTextsOf } from '../../portal/texts';
import { sessionHeaders } from '../session/session';
import { useViewer } from '../session/viewer';
import { strings } from '../strings';
import { IsolatedPage } from './isolated-page';

interface ClientViewProps {
  job: PortalJobFragment;
  client: { name: string; language: ClientLanguage | null } | null;
}

/** Job as its client sees it: the portal's own components with the published data, in the client's language. */
export function ClientView({ job, client }: ClientViewProps) {
  const { business } = useViewer();
  const texts = useTextsOf(client?.language ?? 'EN');
  const formats = useMemo(
    () => texts && formatsOfReader(business, texts.language),
    [business, texts],
  );
  const page = useMemo(
    () =>
      formats && {
        imageHeaders: sessionHeaders(),
        livePortal: null,
        formats,
        timeZone: business.timeZone,
        taxName: business.taxName,
        businessName: business.name,
        businessEmail: null,
        paymentMethods: business.paymentInstructions,
        // A preview shows what was published; nobody pays from it.
        canPayOnline: false,
        version: 0,

        announce: () => undefined,
      },
    [business, formats],
  );
  if (!texts || !page) return null;
  const { tag, direction } = texts.language;
  return (
    <TextsContext value={texts}>
      <PortalContext value={page}>
        <IsolatedPage className="client-view">
          <div className="page" lang={tag} dir={direction} data-colour={business.pageColour}>
            <Brand business={business} />
            <div className="stack">
              <SharedJob job={job} clientName={client?.name ?? strings.sharing.theClient} />
            </div>
          </div>
        </IsolatedPage>
      </PortalContext>
    </TextsContext>
  );
}
