import type { Unit } from '../../../database/unit-of-work/unit-of-work.js';
import type { Client } from '../../clients/client.entity.js';
import { movePhotosToJob } from '../../enquiries/photos/move-to-job.js';
import { newJob } from '../../jobs/create-job.js';
import type { Job } from '../../jobs/job.entity.js';
import type { Quote } from '../quote.entity.js';

/**
 * The job of a quote that its client accepts; the quote must be locked, and so must its job. Without one a job is
 * created: not scheduled, and not shared. A job without a client gets the client.
 */
export async function jobOfAccepted(unit: Unit, quote: Quote, client: Client): Promise<Job> {
  const job = quote.job ?? (await newJob(unit, quote.businessId, { title: quote.title }));
  job.client ??= client;
  quote.attachTo(job);
  await movePhotosToJob(unit, quote, job);
  return job;
}
