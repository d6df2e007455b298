/** What a committed change tells every server: which jobs and kinds of record, and nothing of their content. */
export interface Notice {
  businessId: string;
  /** Kinds of record that changed, by job: `{ [jobId]: ['Note', 'SharePrompt'] }`. */
  jobs: Record<string, string[]>;
  /** Kinds that decide who may come in or what they may see: somebody's standing may have changed. */
  standing: string[];
}

/** A notice with the transaction that made it true. */
export interface Notification {
  notice: Notice;
  transaction: bigint;
}

/** Told beside 'Job' when the messages of a job go on or off: of all its columns its client's page shows this one. */
export const MESSAGES_SWITCH = 'MessagesSwitch';

export const CHANNEL = 'jobglass_live';

// PostgreSQL takes 8,000 bytes a notification; a job with all its kinds needs far less than 200.
const JOBS_A_NOTICE = 30;

/** The notice as texts that each fit into one notification. */
export function written({ businessId, jobs, standing }: Notice): string[] {
  const entries = Object.entries(jobs);
  const texts: string[] = [];
  for (let at = 0; at === 0 || at < entries.length; at += JOBS_A_NOTICE) {
    const some = Object.fromEntries(entries.slice(at, at + JOBS_A_NOTICE));
    texts.push(
      JSON.stringify({
        businessId,
        jobs: some,
        standing: at === 0 ? standing : [],
      }),
    );
  }
  return texts;
}

/** Reads a notification; null for what none of our servers wrote. */
export function readNotice(text = ''): Notification | null {
  const space = text.indexOf(' ');
  try {
    const notice = JSON.parse(text.slice(space)) as Notice;
    const isOurs = notice.businessId && notice.jobs && notice.standing;
    return isOurs ? { notice, transaction: BigInt(text.slice(0, space)) } : null;
  } catch {
    return null;
  }
}
