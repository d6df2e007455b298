import { useMemo } from 'react';
import type { PortalJobFragment } from '../../gen/operations';
import { Brand } from '../../portal/page/brand';
import { SharedJob } from '../../portal/page/shared-job';
import { PortalContext } from '../../portal/portal-context';
import { sessionHeaders } from '../session/session';
import { useViewer } from '../session/viewer';
import { IsolatedPage } from './isolated-page';

interface ClientViewProps {
  job: PortalJobFragment;
  clientName: string;
}

/** Job as its client sees it: the portal's own components with the published data. */
export function ClientView({ job, clientName }: ClientViewProps) {
  const { business, formats } = useViewer();
  const page = useMemo(
    () => ({
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
    }),
    [business, formats],
  );
  return (
    <PortalContext value={page}>
      <IsolatedPage className="client-view">
        <div className="page" data-colour={business.pageColour}>
          <Brand business={business} />
          <SharedJob job={job} clientName={clientName} />
        </div>
      </IsolatedPage>
    </PortalContext>
  );
}
