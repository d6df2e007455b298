import type { Config } from '../config.js';
import type { Unit } from '../database/unit-of-work.js';
import { conflict } from '../visibility/refusals.js';
import { openReview } from './open-review.js';
import { Publication } from './publication.entity.js';
import { sendLink } from './send-link.js';
import type { Sharing } from './sharing.js';

/** Emails the present view again with a new link; links sent before keep working. */
export async function resendShare(unit: Unit, sharing: Sharing, config: Config, jobId: string) {
  const { prompt, state } = await openReview(unit, sharing, jobId);
  if (!state.publication) {
    throw conflict('This job was not shared with its client yet; answer its share prompt first.');
  }
  const publication = await unit.em.findOneOrFail(Publication, state.publication.id);
  const sent = await sendLink(unit, config, state, publication, null);
  return { publication, ...sent, job: prompt.job };
}
