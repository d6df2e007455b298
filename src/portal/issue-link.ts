import { v7 } from 'uuid';
import type { Config } from '../config.js';
import { hashOfToken, portalToken } from '../database/tokens.js';
import type { Unit } from '../database/unit-of-work.js';
import { Client } from '../domain/clients/client.entity.js';
import { Job } from '../domain/jobs/job.entity.js';
import { PortalLink } from './portal-link.entity.js';

const DAY = 24 * 60 * 60 * 1000;

/** A new link to one job for one client. Links made earlier keep working. */
export function issueLink(
  { em, now }: Unit,
  { secret, portalLinkDays }: Config,
  to: { businessId: string; jobId: string; clientId: string; email: string },
): PortalLink {
  const id = v7();
  return em.create(
    PortalLink,
    {
      id,
      businessId: to.businessId,
      job: em.getReference(Job, to.jobId),
      client: em.getReference(Client, to.clientId),
      tokenHash: hashOfToken(portalToken(secret, id)),
      sentTo: to.email,
      createdAt: now,
      expiresAt: new Date(now.getTime() + portalLinkDays * DAY),
    },
    { partial: true },
  );
}
