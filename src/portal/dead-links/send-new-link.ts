import { type EntityManager, LockMode } from '@mikro-orm/postgresql';
import type { TaskList } from 'graphile-worker';
import { CompiledQuery } from 'kysely';
import type { Config } from '../../config/config.js';
import { hashOfToken } from '../../database/tokens.js';
import { changeInOneUnit, type Unit } from '../../database/unit-of-work/unit-of-work.js';
import { Client } from '../../domain/clients/client.entity.js';
import { Job } from '../../domain/jobs/job.entity.js';
import { issueLink, subjectOf } from '../../domain/portal-links/issue-link.js';
import { PortalLink } from '../../domain/portal-links/portal-link.entity.js';
import { queueEmail } from '../../email/outbox/outbox.js';
import { EXPIRED_LINK } from '../session/portal-session.js';
import { NEW_LINK_MAIL } from './new-link-mail.js';

const TASK = 'send_new_portal_link';

/**
 * Queues the look-up of a dead link, in the running transaction. What becomes of it is decided by the task, so the request
 * does the same work, and takes the same time, for every token. One after the other, on all servers: two old links of
 * one page bring one mail.
 */
export async function queueNewLink({ em }: Unit, token: string): Promise<void> {
  const tokenHash = hashOfToken(token);
  await em.execute('select graphile_worker.add_job(?, ?::json, queue_name => ?, job_key => ?)', [
    TASK,
    JSON.stringify({ tokenHash }),
    TASK,
    `${TASK}:${tokenHash}`,
  ]);
}

/** Tasks of the job queue for links that expired. */
export function deadLinkTasks(em: EntityManager, clock: () => Date, config: Config): TaskList {
  return {
    [TASK]: async (payload) => {
      const { tokenHash } = payload as { tokenHash: string };
      await changeInOneUnit(em, null, clock, (unit) => sendNewLink(unit, config, tokenHash));
    },
  };
}

/** Sends a new link like an expired one to the address on file; nothing for any other link. The old one stays dead. */
async function sendNewLink(unit: Unit, config: Config, tokenHash: string): Promise<void> {
  const found = await expiredLink(unit, tokenHash);
  if (!found) return;
  const { em, now } = unit;
  const link = await em.findOneOrFail(PortalLink, found.id);
  // In the order of every write. What was found may have been revoked, moved or taken back before the locks.
  const shared = { lockMode: LockMode.PESSIMISTIC_READ, refresh: true } as const;
  if (found.jobId) await em.findOne(Job, found.jobId, shared);
  await em.findOne(Client, link.client.id, shared);
  await em.refresh(link, { lockMode: LockMode.PESSIMISTIC_WRITE });
  if (!(await expiredLink(unit, tokenHash))) return;
  const { businessId, sentTo: email } = link;
  const to = { businessId, clientId: link.client.id, email, ...subjectOf(link) };
  const { id: linkId } = issueLink(unit, config, to);
  const { jobId } = found;
  await queueEmail(em, {
    businessId,
    jobId,
    kind: NEW_LINK_MAIL,
    recipient: email,
    data: { linkId },
    now,
  });
}

async function expiredLink(
  { em, now }: Unit,
  tokenHash: string,
): Promise<{ id: string; jobId: string | null } | undefined> {
  const query = CompiledQuery.raw(EXPIRED_LINK, [tokenHash, now.toISOString()]);
  const { rows } = await em.getKysely().executeQuery<{ id: string; jobId: string | null }>(query);
  return rows[0];
}
