import type { Config } from '../../config/config.js';
import type { Unit } from '../../database/unit-of-work/unit-of-work.js';
import { staffOf } from '../../domain/jobs/lock-job.js';
import { issueLink } from '../../domain/portal-links/issue-link.js';
import { addressOf } from '../../domain/portal-links/portal-url.js';
import { queueEmail } from '../../email/outbox/outbox.js';
import { Refusal } from '../../visibility/refusals.js';
import type { Publication } from '../publish/publication.entity.js';
import type { ShareState } from '../state/share-state.js';
import { SHARE_MAIL } from './share-mail.js';

/** Issues a link for the job's client and queues its email, in the transaction of the change. */
export async function sendLink(
  unit: Unit,
  config: Config,
  state: ShareState,
  publication: Publication,
  message: string | null,
) {
  const { businessId, jobId } = state;
  const { id: clientId } = addressee(state);
  const email = await addressOf(unit, clientId);
  const portalLink = issueLink(unit, config, {
    businessId,
    jobId,
    clientId,
    email,
  });
  const delivery = await queueEmail(unit.em, {
    businessId,
    jobId,
    kind: SHARE_MAIL,
    recipient: email,
    data: {
      publicationId: publication.id,
      linkId: portalLink.id,
      message,
      senderId: staffOf(unit).staffId,
    },
    now: unit.now,
  });
  return { portalLink, deliveries: [delivery] };
}

/**
 * Client of the job, with its email address.
 *
 * @throws CLIENT_EMAIL_MISSING
 */
export function addressee({ client }: ShareState): {
  id: string;
  email: string;
} {
  if (!client?.email) throw new Refusal('CLIENT_EMAIL_MISSING');
  return { id: client.id, email: client.email };
}
