import { useEffect, useMemo, useRef, useState } from 'react';
import { inWords } from '../design/in-words';
import { Told } from '../design/notice';
import { Brand } from './brand';
import { changedSections } from './changed-sections';
import type { FollowedPortal, View } from './follow-portal';
import { JobShown } from './job-shown';
import { Messages } from './messages';
import { PortalContext } from './portal-context';
import { useViewRecorded } from './view-recorded';
import { words } from './words';

interface ShownParts {
  view: Extract<View, { kind: 'SHOWN' }>;
  token: string;
  followed: FollowedPortal;
}

/** The job, as published. */
export function Shown({ view, token, followed }: ShownParts) {
  const { portal, at, isOffline } = view;
  const { business, job, messages, messagesEnabled } = portal;
  const { timeZone, currency } = business;
  const [said, announce] = useState('');
  const spoken = useMemo(() => inWords({ timeZone, currency }), [timeZone, currency]);
  const page = useMemo(
    () => ({
      token,
      followed,
      inWords: spoken,
      timeZone,
      businessName: business.name,
      businessEmail: business.email,
      version: portal.version,
      jobId: job.id,
      announce,
    }),
    [token, followed, spoken, timeZone, business, portal.version, job.id],
  );
  useViewRecorded(followed);
  useChangesAnnounced(portal, announce);
  useEffect(() => {
    document.title = words.title(job.title, business.name);
  }, [job.title, business.name]);

  const time = spoken.time(at.toISOString());
  const isBare = isEmpty(view);
  return (
    <PortalContext value={page}>
      <div className="page">
        <Brand business={business} />
        <main className="stack">
          <Told>{said}</Told>
          {isOffline && (
            <p className="notice warn" role="status">
              {words.offline(time)}
            </p>
          )}
          <JobShown
            job={job}
            clientName={portal.client.name}
            remark={isBare && <p className="soft centred">{words.nothingYet}</p>}
          >
            <Messages messages={messages} isEnabled={messagesEnabled} />
          </JobShown>
        </main>
        <footer className="soft small">
          <span>{words.updatedAt(time)}</span>
          <button type="button" className="plain-link" onClick={() => window.print()}>
            {words.print}
          </button>
        </footer>
      </div>
    </PortalContext>
  );
}

function isEmpty({ portal: { job, messagesEnabled } }: ShownParts['view']): boolean {
  const lists = [
    job.visits,
    job.cancelledVisits,
    job.todos,
    job.notes,
    job.photos,
    job.quotes,
    job.invoices,
  ];
  return !messagesEnabled && lists.every((each) => !each?.length);
}

function useChangesAnnounced(
  portal: ShownParts['view']['portal'],
  announce: (sentence: string) => void,
): void {
  const before = useRef(portal);
  useEffect(() => {
    const sections = changedSections(before.current, portal);
    before.current = portal;
    if (sections.length > 0) announce(words.changed(sections));
  }, [portal, announce]);
}
