import { v7 } from 'uuid';
import type { Unit } from '../../database/unit-of-work/unit-of-work.js';
import { type HeldPrompt, heldPrompts } from './held-prompts.js';
import { newPrompt, type Prompt } from './prompt.js';

/**
 * Locks the prompt of a job until the commit, and returns it. Every change, review and publication locks it before it
 * reads the share state, so that the state cannot change meanwhile. A second call in the same change returns the same
 * object; `write-prompts.ts` writes it before the commit.
 */
export async function lockPrompt(
  unit: Unit,
  businessId: string,
  jobId: string,
): Promise<HeldPrompt> {
  const prompts = heldPrompts(unit);
  const held = prompts.get(jobId) ?? (await lock(unit, businessId, jobId));
  prompts.set(jobId, held);
  return held;
}

async function lock(unit: Unit, businessId: string, jobId: string): Promise<HeldPrompt> {
  const [row] = await unit.sql.rows<PromptRow>(LOCK, [businessId, jobId]);
  if (!row) return { before: null, now: newPrompt(v7(), businessId, jobId, unit.now) };
  const prompt: Prompt = {
    ...row,
    changedAt: new Date(row.changedAt),
    raisedAt: timeOf(row.raisedAt),
    scheduleOutdatedSince: timeOf(row.scheduleOutdatedSince),
    scheduleOutdatedUntil: timeOf(row.scheduleOutdatedUntil),
  };
  return { before: prompt, now: prompt };
}

/** Times are in milliseconds since 1970. */
type PromptRow = {
  [K in keyof Prompt]: Prompt[K] extends Date
    ? number
    : Date extends Prompt[K]
      ? number | null
      : Prompt[K];
};

const timeOf = (ms: number | null) => (ms === null ? null : new Date(ms));

const epochMs = (column: string) => `(extract(epoch from ${column}) * 1000)::float8`;

const LOCK = `
  select id, business_id as "businessId", job_id as "jobId", revision, offered, reviewed,
    reviewed_for_client_id as "reviewedForClientId", waiting, ready, ${epochMs('changed_at')} as "changedAt",
    ${epochMs('raised_at')} as "raisedAt", raised_by_id as "raisedById",
    ${epochMs('schedule_outdated_since')} as "scheduleOutdatedSince",
    ${epochMs('schedule_outdated_until')} as "scheduleOutdatedUntil"
  from share_prompts where business_id = $1 and job_id = $2 for update`;
