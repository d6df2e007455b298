import type { Audience } from '../../visibility/audience.js';
import type { Principal } from '../../visibility/principal.js';

/** Query for the session status of a principal, with the job if the topic is one job. */
export interface SessionQuery {
  principal: Principal;
  jobId: string | null;
}

/** Current access of a principal. */
export interface SessionStatus {
  audience: Audience;
  worksOnJob: boolean;
  /** For a client: its page and the version of the publication, which differ after every publication. */
  version?: string;
}

/** Version of a client's page, in the form of `SessionStatus`, when its request was authenticated. */
export function versionAtStart(principal: Principal): string | undefined {
  const link = principal.kind === 'CLIENT' ? principal.link : null;
  return link ? `${link.jobId === null ? 'own' : 'job'} ${link.version}` : undefined;
}

/** Returns the statuses in the order of the queries; null for principals without access. */
export type ReadSessionStatuses = (queries: SessionQuery[]) => Promise<(SessionStatus | null)[]>;
