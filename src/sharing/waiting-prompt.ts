import { momentFrom } from '../database/moment.js';
import { promptStatus } from './prompt-status.js';
import type { ShareState } from './share-state.js';
import type { SharingContext } from './sharing-context.js';

/** A prompt as the graph answers it: the row's own fields, and the state that the others come from. */
export interface WaitingPrompt {
  id: string;
  jobId: string;
  revision: number;
  raisedAt: Date;
  raisedById: string | null;
  state: ShareState;
}

/** The prompt that waits on a job, or null when none does or this person may not share. */
export async function waitingPrompt(
  { reader, sharing, principal }: SharingContext,
  jobId: string,
): Promise<WaitingPrompt | null> {
  const state = await reader.lookup(sharing.question, jobId);
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
