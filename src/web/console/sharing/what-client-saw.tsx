import { useState } from 'react';
import { Badge } from '../../design/badge';
import { Button } from '../../design/button';
import { WhatClientSawDocument, type WhatClientSawQuery } from '../../gen/operations';
import { Asked, Nothing } from '../app/asked';
import { useViewer } from '../app/viewer';
import type { TabParts } from '../jobs/job-tabs';
import { words } from '../words';
import { ClientView } from './client-view';
import { KeepInSync } from './keep-in-sync';
import { Links } from './links';
import { NarrowSharing } from './narrow-sharing';
import { WhyNot } from './why-not';

type Job = NonNullable<WhatClientSawQuery['job']>;
type Publication = NonNullable<Job['publications']>[number];

/** Every version that the client saw, and the links that lead to the newest. */
export default function WhatClientSaw({ id }: TabParts) {
  return (
    <Asked query={WhatClientSawDocument} variables={{ id }}>
      {({ job }, again) =>
        job && (
          <div className="stack">
            <Versions job={job} />
            <KeepInSync jobId={id} isOn={job.keepInSync ?? false} />
            <Links job={job} again={again} />
            <WhyNot jobId={id} />
          </div>
        )
      }
    </Asked>
  );
}

function Versions({ job }: { job: Job }) {
  // One at a time, so that the parts of two pages are not mixed up; the newest unless said otherwise.
  const [chosen, choose] = useState<string | null>();
  const openId = chosen === undefined ? job.publication?.id : chosen;
  const versions = [...(job.publications ?? [])].reverse();
  if (versions.length === 0) return <Nothing>{words.sharing.neverShared}</Nothing>;
  return (
    <section className="stack">
      <h2>{words.sharing.versions}</h2>
      <ol className="list">
        {versions.map((version) => (
          <Version
            key={version.id}
            jobId={job.id}
            clientName={job.client?.name ?? words.sharing.theClient}
            version={version}
            isNow={version.id === job.publication?.id}
            isOpen={version.id === openId}
            onOpen={(isOpen) => choose(isOpen ? version.id : null)}
          />
        ))}
      </ol>
    </section>
  );
}

interface VersionParts {
  jobId: string;
  clientName: string;
  version: Publication;
  isNow: boolean;
  isOpen: boolean;
  onOpen: (isOpen: boolean) => void;
}

function Version({ jobId, clientName, version, isNow, isOpen, onOpen }: VersionParts) {
  const { inWords } = useViewer();
  const [isNarrowing, setNarrowing] = useState(false);
  const { publishedAt, publishedBy, reason } = version;
  const by = publishedBy?.name ?? words.sharing.theClient;
  return (
    <li className="line version">
      <div>
        <div className="row">
          <h3>{words.sharing.version(version.version ?? 0)}</h3>
          {isNow && <Badge tone="good">{words.sharing.now}</Badge>}
        </div>
        <p className="soft small">
          {reason && words.publicationReasons[reason]} ·{' '}
          {publishedAt && words.sharing.byAt(by, inWords.moment(publishedAt))}
        </p>
      </div>
      <span className="row">
        <Button aria-expanded={isOpen} onClick={() => onOpen(!isOpen)}>
          {isOpen ? words.hide : words.show}
        </Button>
        {isNow && (
          <Button aria-expanded={isNarrowing} onClick={() => setNarrowing(!isNarrowing)}>
            {words.sharing.withdraw}
          </Button>
        )}
      </span>
      {isNarrowing && (
        <NarrowSharing jobId={jobId} version={version} onDone={() => setNarrowing(false)} />
      )}
      {isOpen && version.job && <ClientView job={version.job} clientName={clientName} />}
    </li>
  );
}
