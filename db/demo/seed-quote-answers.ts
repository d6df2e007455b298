import type { Unit } from '../../src/database/unit-of-work/unit-of-work.js';
import type { Job } from '../../src/domain/jobs/job.entity.js';
import { JobStatus } from '../../src/domain/jobs/job-status.js';
import { type AnswerGiven, giveAnswer } from '../../src/domain/quotes/answers/give-answer.js';
import type { Quote } from '../../src/domain/quotes/quote.entity.js';
import { keepVersion } from '../../src/domain/quotes/versions/keep-version.js';

/** Answers to the quotes of the demo: accepted for a job in progress, declined for a new one. */
const ANSWERS: Partial<Record<JobStatus, Pick<AnswerGiven, 'kind' | 'name' | 'message'>>> = {
  [JobStatus.IN_PROGRESS]: { kind: 'ACCEPTED', name: 'Casey Client' },
  [JobStatus.NEW]: { kind: 'DECLINED', message: 'We will wait with the lights until spring.' },
};

/** Stores the sent version, and its answer if the demo has one. */
export async function seedAnswer(unit: Unit, quote: Quote, job: Job): Promise<void> {
  const { digest } = await keepVersion(unit, quote);
  const answer = ANSWERS[job.status];
  if (answer) giveAnswer(unit, quote, { ...answer, digest, client: job.client });
}
