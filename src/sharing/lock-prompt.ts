import { type EntityManager, LockMode } from '@mikro-orm/postgresql';
import { Job } from '../domain/jobs/job.entity.js';
import { SharePrompt } from './share-prompt.entity.js';

/**
 * The job's prompt, held until the transaction ends. Everything that changes, reviews or publishes
 * takes it first, so what is read after it is what nobody else can change meanwhile.
 */
export async function lockPrompt(
  em: EntityManager,
  businessId: string,
  jobId: string,
  now: Date,
): Promise<SharePrompt> {
  const existing = await em.findOne(
    SharePrompt,
    { job: jobId, businessId },
    { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true },
  );
  return (
    existing ??
    em.create(
      SharePrompt,
      { businessId, job: em.getReference(Job, jobId), changedAt: now },
      { partial: true },
    )
  );
}
