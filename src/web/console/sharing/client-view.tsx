import { useMemo } from 'react';
import type { JobOfPortalFragment } from '../../gen/operations';
import { Brand } from '../../portal/brand';
import { JobShown } from '../../portal/job-shown';
import { PortalContext } from '../../portal/portal-context';
import { session } from '../app/session';
import { useViewer } from '../app/viewer';
import { PageApart } from './page-apart';

interface ClientViewParts {
  job: JobOfPortalFragment;
  clientName: string;
}

/** A job as its client reads it: the parts of the client's own page, on what the API says it receives. */
export function ClientView({ job, clientName }: ClientViewParts) {
  const { business, inWords } = useViewer();
  const page = useMemo(
    () => ({
      token: session.read() ?? '',
      followed: null,
      inWords,
      timeZone: business.timeZone,
      businessName: business.name,
      businessEmail: null,
      version: 0,
      jobId: job.id,
      announce: () => undefined,
    }),
    [business, inWords, job.id],
  );
  return (
    <PortalContext value={page}>
      <PageApart className="client-view">
        <div className="page">
          <Brand business={business} />
          <JobShown job={job} clientName={clientName} />
        </div>
      </PageApart>
    </PortalContext>
  );
}
