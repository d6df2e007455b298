/** Notification of a committed change to all servers: jobs and entity names, no content. */
export interface ChangeEvent {
  businessId: string;
  /**
   * Names of the changed entities, by job: `{ [jobId]: ['Note', 'SharePrompt'] }`. The publication of an own page goes by
   * its quote or invoice instead, as there may be no job.
   */
  jobs: Record<string, string[]>;
  /** Names of changed entities that decide who may sign in or what they may see. */
  accessEntities: string[];
  /** Whether what waits for the office may differ now. */
  changesAttention: boolean;
}

/** Change event with the transaction that committed it. */
export interface CommittedEvent {
  event: ChangeEvent;
  transaction: bigint;
}

/** Sent in addition to 'Job' when its messages are switched on or off: the one column that a portal page shows. */
export const MESSAGES_SWITCH = 'MessagesSwitch';

/** Sent instead of 'Job' when nothing but its keeping in sync is switched, which only those who share see. */
export const SYNC_SWITCH = 'SyncSwitch';

export const CHANNEL = 'jobglass_live';

// PostgreSQL limits a notification to 8,000 bytes; a job with all its entity names needs less than 200.
const MAX_JOBS_PER_NOTIFICATION = 30;

/** Returns the event as texts that each fit into one notification. `standing` is the name that all versions send. */
export function serializeChangeEvent(event: ChangeEvent): string[] {
  const { businessId, jobs, accessEntities, changesAttention } = event;
  const entries = Object.entries(jobs);
  const texts: string[] = [];
  for (let at = 0; at === 0 || at < entries.length; at += MAX_JOBS_PER_NOTIFICATION) {
    texts.push(
      JSON.stringify({
        businessId,
        jobs: Object.fromEntries(entries.slice(at, at + MAX_JOBS_PER_NOTIFICATION)),
        standing: at === 0 ? accessEntities : [],
        waits: at === 0 && changesAttention,
      }),
    );
  }
  return texts;
}

/** Parses a notification; returns null if it is not one of ours. */
export function parseChangeEvent(text = ''): CommittedEvent | null {
  const space = text.indexOf(' ');
  try {
    const { businessId, jobs, standing, waits } = JSON.parse(text.slice(space));
    if (!businessId || !jobs || !standing) return null;
    const event: ChangeEvent = {
      businessId,
      jobs,
      accessEntities: standing,
      // Not sent by the version before.
      changesAttention: waits === true,
    };
    return { event, transaction: BigInt(text.slice(0, space)) };
  } catch {
    return null;
  }
}

/** SQL that sends, with the statement it is part of, that what waits for the office may differ now. */
export function attentionChangedSql(businessId: string): string {
  return `pg_notify('${CHANNEL}', pg_current_xact_id()::text || ' ' || json_build_object('businessId', ${businessId},
    'jobs', json_build_object(), 'standing', json_build_array(), 'waits', true)::text)`;
}
