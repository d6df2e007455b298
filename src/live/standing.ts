import type { Audience } from '../visibility/audience.js';
import type { Principal } from '../visibility/principal.js';

/** Whose standing is asked for, and on which job if it is about one. */
export interface Asked {
  principal: Principal;
  jobId: string | null;
}

/** How somebody stands at this moment. */
export interface Standing {
  audience: Audience;
  worksOnJob: boolean;
  /** For a client: the version that it sees. */
  version?: number;
}

/** Answers in the order asked; null for whoever may no longer come in. */
export type AskStandings = (asked: Asked[]) => Promise<(Standing | null)[]>;
