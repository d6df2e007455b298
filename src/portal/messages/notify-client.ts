import type { Config } from '../../config/config.js';
import { hashOfToken, portalToken } from '../../database/tokens.js';
import type { Unit } from '../../database/unit-of-work/unit-of-work.js';
import type { Job } from '../../domain/jobs/job.entity.js';
import type { Message } from '../../domain/messages/message.entity.js';
import { issueLink } from '../../domain/portal-links/issue-link.js';
import { liveLinks } from '../../domain/portal-links/live-link.js';
import { PortalLink } from '../../domain/portal-links/portal-link.entity.js';
import { gatherMail } from './gather-mail.js';
import { MAIL_TO_CLIENT } from './mail-to-client.js';

/** A link that expires sooner is not reused. */
const MIN_REMAINING_MS = 24 * 60 * 60 * 1000;

/** Adds a message of the business to the client's next notification email. */
export async function notifyClientOfMessage(
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

/** The client's newest link that is valid for at least another day, so that not every message issues a link. */
async function newestLink(
  { em, now }: Unit,
  { secret }: Config,
  to: { jobId: string; clientId: string; email: string },
): Promise<PortalLink | undefined> {
  const links = await em.find(
    PortalLink,
    {
      job: to.jobId,
      client: to.clientId,
      sentTo: to.email,
      ...liveLinks(new Date(now.getTime() + MIN_REMAINING_MS)),
    },
    { orderBy: { id: 'desc' } },
  );
  // Links issued under an earlier secret still work, but their tokens cannot be derived any more.
  return links.find(({ id, tokenHash }) => tokenHash === hashOfToken(portalToken(secret, id)));
}
