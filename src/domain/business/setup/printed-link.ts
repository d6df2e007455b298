import type { MikroORM } from '@mikro-orm/postgresql';
import type { Config } from '../../../config/config.js';
import { hashOfToken, setupToken } from '../../../database/tokens.js';
import { changeInOneUnit, type Unit } from '../../../database/unit-of-work/unit-of-work.js';
import { SetupLink } from './setup-link.entity.js';
import { setupUrl } from './setup-url.js';
import { isFirst } from './usable-link.js';

const LIFETIME_MS = 7 * 24 * 60 * 60 * 1000;

/**
 * URL of the set-up link that start-up prints; null once there is a business. The caller must hold the set-up lock.
 *
 * The token is derived from the secret and the link's id, so several servers that start on one empty database, and one
 * that starts again, print the same link: whichever copy is at hand works. It expires after seven days; the next start
 * then prints a new one.
 */
export async function printedSetupLink(
  orm: MikroORM,
  { secret, publicUrl }: Config,
  clock: () => Date,
): Promise<string | null> {
  const { result } = await changeInOneUnit(orm.em, null, clock, (unit) => linkIn(unit, secret));
  return result.link && setupUrl(publicUrl, setupToken(secret, result.link.id));
}

async function linkIn({ em, now }: Unit, secret: string): Promise<{ link: SetupLink | null }> {
  const printed = await em.find(SetupLink, { email: null, usedAt: null });
  const hasBusiness = !(await isFirst(em));
  const usable = printed.find(
    (link) => link.expiresAt > now && link.tokenHash === hashOfToken(setupToken(secret, link.id)),
  );
  for (const link of printed) if (hasBusiness || link !== usable) em.remove(link);
  if (hasBusiness) return { link: null };
  const link = usable ?? newSetupLink(secret, { now, lifetimeMs: LIFETIME_MS });
  em.persist(link);
  return { link };
}

/** A link, not persisted yet; `email` is the address that it is mailed to. */
export function newSetupLink(
  secret: string,
  { now, lifetimeMs, email = null }: { now: Date; lifetimeMs: number; email?: string | null },
): SetupLink {
  const link = new SetupLink();
  return Object.assign(link, {
    tokenHash: hashOfToken(setupToken(secret, link.id)),
    email,
    createdAt: now,
    expiresAt: new Date(now.getTime() + lifetimeMs),
  });
}
