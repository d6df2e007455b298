import type { Config } from '../../config/config.js';
import type { Unit } from '../../database/unit-of-work/unit-of-work.js';
import { conflict } from '../../visibility/refusals.js';
import { Publication } from '../publish/publication.entity.js';
import { openReview } from '../review/open-review.js';
import type { Sharing } from '../sharing.js';
import { cacheState } from '../state/cache-state.js';
import { sendLink } from './send-link.js';

/**
 * Emails a new link to the current publication; earlier links keep working.
 *
 * @throws CONFLICT if the job has not been shared with its client; PORTAL_DISABLED, CLIENT_EMAIL_MISSING.
 */
export async function resendShare(unit: Unit, sharing: Sharing, config: Config, jobId: string) {
  const { job, state, held } = await openReview(unit, sharing, jobId);
  if (!state.publication) {
    throw conflict('This job was not shared with its client yet; answer its share prompt first.');
  }
  const publication = await unit.em.findOneOrFail(Publication, state.publication.id);
  cacheState(unit, sharing, state, held);
  const sent = await sendLink(unit, config, state, publication, null);
  return { publication, ...sent, job };
}
