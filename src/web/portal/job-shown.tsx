import type { ReactNode } from 'react';
import type { JobOfPortalFragment } from '../gen/operations';
import { Hero } from './hero';
import { Invoices } from './invoices';
import { Notes } from './notes';
import { Photos } from './photos';
import { Quotes } from './quotes';
import { Todos } from './todos';
import { Visits } from './visits';

interface JobShownParts {
  job: JobOfPortalFragment;
  clientName: string;
  /** Stands between the head and the rest. */
  remark?: ReactNode;
  /** Stands last. */
  children?: ReactNode;
}

/** The job in the parts that a client sees. It needs no connection: a preview shows it as well. */
export function JobShown({ job, clientName, remark, children }: JobShownParts) {
  return (
    <>
      <Hero job={job} clientName={clientName} />
      {remark}
      <div className="columns">
        <div className="stack">
          <Visits
            visits={job.visits}
            cancelled={job.cancelledVisits}
            jobTitle={job.title}
            siteAddress={job.siteAddress}
          />
          <Todos todos={job.todos} />
          <Notes notes={job.notes} />
        </div>
        <div className="stack">
          <Quotes quotes={job.quotes ?? []} />
          <Photos photos={job.photos} />
          <Invoices invoices={job.invoices ?? []} />
          {children}
        </div>
      </div>
    </>
  );
}
