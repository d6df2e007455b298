import type { Unit } from '../../src/database/unit-of-work.js';
import type { Job } from '../../src/domain/jobs/job.entity.js';
import { JobStatus } from '../../src/domain/jobs/job-status.js';
import { giveAnswer, type Said } from '../../src/domain/quotes/give-answer.js';
import { keepVersion } from '../../src/domain/quotes/keep-version.js';
import type { Quote } from '../../src/domain/quotes/quote.entity.js';

/** What the demo's clients said: the work that goes on was accepted, what never began was declined. */
const SAID: Partial<Record<JobStatus, Pick<Said, 'kind' | 'name' | 'message'>>> = {
  [JobStatus.IN_PROGRESS]: { kind: 'ACCEPTED', name: 'Casey Client' },
  [JobStatus.NEW]: { kind: 'DECLINED', message: 'We will wait with the lights until spring.' },
};

/** Keeps the version that was sent, and gives it its answer where the demo has one. */
export async function seedAnswer(unit: Unit, quote: Quote, job: Job): Promise<void> {
  const { digest } = await keepVersion(unit, quote);
  const said = SAID[job.status];
  if (said) giveAnswer(unit, quote, { ...said, digest, client: job.client });
}
