import type { Unit } from '../../../database/unit-of-work/unit-of-work.js';
import { queueEmail } from '../../../email/outbox/outbox.js';
import { invalid, Refusal } from '../../../visibility/refusals.js';
import type { Context } from '../../common/context.js';
import { newSetupLink } from './printed-link.js';
import { REGISTRATION_MAIL } from './registration-mail.js';
import { SetupLink } from './setup-link.entity.js';

const LIFETIME_MS = 24 * 60 * 60 * 1000;

/**
 * Mails a set-up link to an address. What the mail says about an address that signs in already is decided when it is
 * sent: the answer is the same, and as fast, for every address. Throws FORBIDDEN unless registration is open, and
 * RATE_LIMITED for a network that asks too often; an address that was asked for too often gets no further mail.
 */
export async function requestRegistration(
  { change, config, limits, address }: Context,
  email: string,
): Promise<void> {
  if (!config.openRegistration)
    throw new Refusal(
      'FORBIDDEN',
      'Nobody can register here by themselves; ask the people who run this server for a set-up link.',
    );
  if (!email) throw invalid('email', 'Write your email address, like name@example.com.');
  const isAllowed = await limits.setups.addRequest(address, email);
  await change(async (unit) => {
    await removeExpired(unit);
    if (isAllowed) await queueLink(unit, config.secret, email);
    return {};
  });
}

async function queueLink({ em, now }: Unit, secret: string, email: string): Promise<void> {
  const link = newSetupLink(secret, { now, lifetimeMs: LIFETIME_MS, email });
  em.persist(link);
  await queueEmail(em, {
    businessId: null,
    kind: REGISTRATION_MAIL,
    recipient: email,
    data: { setupLinkId: link.id },
    now,
  });
}

const MAX_REMOVED = 100;

async function removeExpired({ em, now }: Unit): Promise<void> {
  const expired = await em.find(
    SetupLink,
    { expiresAt: { $lt: now }, usedAt: null },
    { limit: MAX_REMOVED },
  );
  for (const link of expired) em.remove(link);
}
