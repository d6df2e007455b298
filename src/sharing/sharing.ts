import type { Lookup } from '../database/reader/reader.js';
import type { CopyOf } from '../visibility/copies.js';
import type { PageLookups } from './pages/page-state.js';
import type { ChangeState, ProjectForClient, ShareState } from './state/share-state.js';

/** Services of sharing, created once at boot from the schema and the entities. */
export interface Sharing {
  /** Share state of a job, for reads. */
  stateLookup: Lookup<ShareState>;
  /** Share state of a job, for a change. */
  changeStateLookup: Lookup<ChangeState>;
  /** States of the pages of quotes and invoices. */
  pageLookups: PageLookups;
  project: ProjectForClient;
  copyOf: CopyOf;
}
