import type { Config } from '../../config.js';
import { hashOfToken, portalToken } from '../../database/tokens.js';
import type { Unit } from '../../database/unit-of-work.js';
import type { Job } from '../../domain/jobs/job.entity.js';
import type { Message } from '../../domain/messages/message.entity.js';
import { issueLink } from '../issue-link.js';
import { PortalLink } from '../portal-link.entity.js';
import { gatherMail } from './gather-mail.js';
import { MAIL_TO_CLIENT } from './mail-to-client.js';

const DAY = 24 * 60 * 60 * 1000;

/** Sees to it that a mail tells the client of a message of the business. */
export async function tellClient(
  unit: Unit,
  config: Config,
  { id: jobId, businessId }: Job,
  { id: clientId, email }: { id: string; email: string },
  message: Message,
): Promise<void> {
  const to = { businessId, jobId, clientId, email };
  const link = (await newestLink(unit, config, to)) ?? issueLink(unit, config, to);
  await gatherMail(unit, config, {
    businessId,
    jobId,
    kind: MAIL_TO_CLIENT,
    recipient: email,
    data: { clientId, linkId: link.id },
    messageId: message.id,
  });
}

/** A link that the client has and can still use for a while: a conversation needs no link of its own. */
async function newestLink(
  { em, now }: Unit,
  { secret }: Config,
  to: { jobId: string; clientId: string; email: string },
): Promise<PortalLink | undefined> {
  const alive = await em.find(
    PortalLink,
    {
      job: to.jobId,
      client: to.clientId,
      sentTo: to.email,
      revokedAt: null,
      expiresAt: { $gt: new Date(now.getTime() + DAY) },
    },
    { orderBy: { id: 'desc' } },
  );
  // A link made under an earlier secret still opens, but its token can no longer be worked out.
  return alive.find(({ id, tokenHash }) => tokenHash === hashOfToken(portalToken(secret, id)));
}
