import { useState } from 'react';
import { Badge } from '../../design/badge';
import { Button } from '../../design/button';
import { PublicationHistoryDocument, type PublicationHistoryQuery } from '../../gen/operations';
import { EmptyState, QueryBoundary } from '../app/query-boundary';
import type { TabProps } from '../jobs/tabs/tab-props';
import { useViewer } from '../session/viewer';
import { strings } from '../strings';
import { ClientView } from './client-view';
import { KeepInSync } from './keep-in-sync';
import { Links } from './links';
import { NarrowSharing } from './review/narrow-sharing';
import { VisibilityChecks } from './visibility-checks';

type Job = NonNullable<PublicationHistoryQuery['job']>;
type Publication = NonNullable<Job['publications']>[number];

/** Tab: all publications of the job, its portal links, and why the client sees or does not see something. */
export default function PublicationHistory({ id }: TabProps) {
  return (
    <QueryBoundary query={PublicationHistoryDocument} variables={{ id }}>
      {({ job }, refetch) =>
        job && (
          <div className="stack">
            <Versions job={job} />
            <KeepInSync jobId={id} isOn={job.keepInSync ?? false} />
            <Links job={job} refetch={refetch} />
            <VisibilityChecks jobId={id} />
          </div>
        )
      }
    </QueryBoundary>
  );
}

function Versions({ job }: { job: Job }) {
  // At most one is open, since two pages would repeat element ids; at first the newest.
  const [chosenId, setChosenId] = useState<string | null>();
  const openId = chosenId === undefined ? job.publication?.id : chosenId;
  const versions = [...(job.publications ?? [])].reverse();
  if (versions.length === 0) return <EmptyState>{strings.sharing.neverShared}</EmptyState>;
  return (
    <section className="stack">
      <h2>{strings.sharing.versions}</h2>
      <ol className="list">
        {versions.map((version) => (
          <Version
            key={version.id}
            jobId={job.id}
            client={job.client ?? null}
            version={version}
            isCurrent={version.id === job.publication?.id}
            isOpen={version.id === openId}
            onOpen={(isOpen) => setChosenId(isOpen ? version.id : null)}
          />
        ))}
      </ol>
    </section>
  );
}

interface VersionProps {
  jobId: string;
  client: Job['client'] | null;
  version: Publication;
  isCurrent: boolean;
  isOpen: boolean;
  onOpen: (isOpen: boolean) => void;
}

function Version({ jobId, client, version, isCurrent, isOpen, onOpen }: VersionProps) {
  const { formats } = useViewer();
  const [isNarrowing, setNarrowing] = useState(false);
  const { publishedAt, publishedBy, reason } = version;
  const by = publishedBy?.name ?? strings.sharing.theClient;
  return (
    <li className="list-row version">
      <div>
        <div className="row">
          <h3>{strings.sharing.version(version.version ?? 0)}</h3>
          {isCurrent && <Badge tone="good">{strings.sharing.currentVersion}</Badge>}
        </div>
        <p className="muted small">
          {reason && strings.publicationReasons[reason]} ·{' '}
          {publishedAt && strings.sharing.byAt(by, formats.dateTime(publishedAt))}
        </p>
      </div>
      <span className="row">
        <Button aria-expanded={isOpen} onClick={() => onOpen(!isOpen)}>
          {isOpen ? strings.hide : strings.show}
        </Button>
        {isCurrent && (
          <Button aria-expanded={isNarrowing} onClick={() => setNarrowing(!isNarrowing)}>
            {strings.sharing.withdraw}
          </Button>
        )}
      </span>
      {isNarrowing && (
        <NarrowSharing jobId={jobId} version={version} onDone={() => setNarrowing(false)} />
      )}
      {isOpen && version.job && <ClientView job={version.job} client={client} />}
    </li>
  );
}
