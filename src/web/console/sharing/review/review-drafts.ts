import { keepInTab, readInTab, removeFromTab } from '../../../design/tab-storage';

/** What somebody has ticked and typed in a review that was not answered. */
export interface ReviewDraft {
  /** When the prompt became pending: ticks of an earlier prompt no longer apply. */
  raisedAt: string | null;
  /** Keys of the items that were offered. */
  knownKeys: string[];
  checkedKeys: string[];
  message: string;
  /** Null until somebody chooses: then it is as the job has it. */
  keepInSync: boolean | null;
}

const PREFIX = 'review ';

/** Key of the draft of a staff member for a job. */
export function draftKeyOf(staffId: string | null, jobId: string): string {
  return `${PREFIX}${staffId} ${jobId}`;
}

export function readDraft(key: string): ReviewDraft | null {
  const text = readInTab(key);
  return text ? JSON.parse(text) : null;
}

export function saveDraft(key: string, draft: ReviewDraft): void {
  keepInTab(key, JSON.stringify(draft));
}

export function dropDraft(key: string): void {
  keepInTab(key, null);
}

/** Drops the drafts of everybody else; of everybody if nobody is signed in. The next person at this tab may not share. */
export function dropDraftsOfOthers(staffId: string | null): void {
  const own = staffId && draftKeyOf(staffId, '');
  removeFromTab((key) => key.startsWith(PREFIX) && !(own && key.startsWith(own)));
}
