import type { ReactNode } from 'react';
import type { PortalJobFragment } from '../../gen/portal-operations';
import { Invoices } from '../invoices';
import { WhatMatters } from '../news/what-matters';
import { Photos } from '../photos/photos';
import { Quotes } from '../quotes/quotes';
import { Notes } from '../sections/notes';
import { Work } from '../sections/work';
import { Visits } from '../visits/visits';
import { Hero } from './hero';

interface SharedJobProps {
  job: PortalJobFragment;
  clientName: string;
  /** Shown between the head and the sections. */
  remark?: ReactNode;
  /** Shown after the last section. */
  children?: ReactNode;
}

/** The job as its client sees it. Needs no connection, so a preview can show it too. */
export function SharedJob({ job, clientName, remark, children }: SharedJobProps) {
  return (
    <>
      <Hero job={job} clientName={clientName} />
      <WhatMatters job={job} />
      {remark}
      <div className="columns">
        <div className="stack">
          <Visits
            visits={job.visits}
            cancelled={job.cancelledVisits}
            jobTitle={job.title}
            siteAddress={job.siteAddress}
          />
          <Work todos={job.todos} />
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
