import { momentFrom } from '../../database/sql/moment.js';
import type { SharingContext } from '../sharing-context.js';
import type { ShareState } from '../state/share-state.js';
import { promptStatus } from './prompt-status.js';

/** GraphQL value of a pending prompt: fields of the row, and the state from which the others are computed. */
export interface WaitingPrompt {
  id: string;
  jobId: string;
  revision: number;
  raisedAt: Date;
  raisedById: string | null;
  state: ShareState;
}

/** Pending prompt of a job; null if there is none or the caller may not share. */
export async function waitingPrompt(
  { reader, sharing, principal }: SharingContext,
  jobId: string,
): Promise<WaitingPrompt | null> {
  const state = await reader.lookup(sharing.stateLookup, jobId);
  if (!state?.prompt || promptStatus(state, principal.audience) !== 'PENDING') return null;
  const { id, revision, raisedAt, changedAt, raisedById } = state.prompt;
  return {
    id,
    jobId,
    revision,
    raisedAt: momentFrom(raisedAt ?? changedAt),
    raisedById,
    state,
  };
}
