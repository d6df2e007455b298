import { type EntityManager, LockMode } from '@mikro-orm/postgresql';
import { hashOfToken } from '../../../database/tokens.js';
import type { Unit } from '../../../database/unit-of-work/unit-of-work.js';
import { invalid, type Refusal } from '../../../visibility/refusals.js';
import { Business } from '../business.entity.js';
import { SetupLink } from './setup-link.entity.js';

/** The link of a token, or null when it is unknown, used, expired, or printed by start-up before the first business. */
export async function usableLink({ em, now }: Unit, token: string): Promise<SetupLink | null> {
  const link = await em.findOne(SetupLink, { tokenHash: hashOfToken(token), usedAt: null });
  if (!link || link.expiresAt <= now) return null;
  return link.email !== null || (await isFirst(em)) ? link : null;
}

/**
 * Uses up the link of a token. Serializes set-ups, so that one token makes one business and the printed link makes the
 * first. Throws VALIDATION_FAILED when the link cannot be used.
 */
export async function useLink(unit: Unit, token: string): Promise<SetupLink> {
  await lockSetups(unit);
  const link = await usableLink(unit, token);
  if (!link) throw deadLink();
  await unit.em.lock(link, LockMode.PESSIMISTIC_WRITE);
  link.usedAt = unit.now;
  return link;
}

/** Until commit, nobody else sets up a business: the first one and the choice of a URL name are not raced for. */
export async function lockSetups({ em }: Unit): Promise<void> {
  await em.execute("select pg_advisory_xact_lock(hashtextextended('set up a business', 0))");
}

/** The same error for a link that is unknown, used or expired. */
export function deadLink(): Refusal {
  return invalid(
    'input.setupToken',
    'This set-up link does not work any more; ask for a new one, or sign in if your business is set up.',
  );
}

/** Whether there is no business yet. */
export async function isFirst(em: EntityManager): Promise<boolean> {
  return (await em.find(Business, {}, { fields: ['id'], limit: 1 })).length === 0;
}
