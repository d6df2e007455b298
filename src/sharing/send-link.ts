import type { Config } from '../config.js';
import type { Unit } from '../database/unit-of-work.js';
import { staffOf } from '../domain/jobs/job-to-change.js';
import { queueEmail } from '../email/outbox.js';
import { addressOf } from '../portal/address-of.js';
import { issueLink } from '../portal/issue-link.js';
import { Refusal } from '../visibility/refusals.js';
import type { Publication } from './publication.entity.js';
import { SHARE_MAIL } from './share-mail.js';
import type { ShareState } from './share-state.js';

/** Makes a link for the job's client and puts its mail in the outbox, in the same transaction. */
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

/** The client with its address, without which nothing can be sent. */
export function addressee({ client }: ShareState): {
  id: string;
  email: string;
} {
  if (!client?.email) throw new Refusal('CLIENT_EMAIL_MISSING');
  return { id: client.id, email: client.email };
}
