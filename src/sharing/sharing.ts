import type { Lookup } from '../database/reader.js';
import type { ProjectForClient, ShareState } from './share-state.js';

/** What sharing needs at hand: made once at boot from the schema and the records. */
export interface Sharing {
  question: Lookup<ShareState>;
  project: ProjectForClient;
}
