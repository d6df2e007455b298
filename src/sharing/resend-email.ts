import { LockMode } from '@mikro-orm/postgresql';
import type { Config } from '../config.js';
import { isUuid } from '../database/live-reader.js';
import { portalToken } from '../database/tokens.js';
import type { Unit } from '../database/unit-of-work.js';
import { jobToChange, staffOf } from '../domain/jobs/job-to-change.js';
import { may } from '../domain/staff/capabilities.js';
import { composerOf } from '../email/email-kinds.js';
import { queueEmail } from '../email/outbox.js';
import { OutgoingEmail } from '../email/outgoing-email.entity.js';
import { conflict, notFound, Refusal } from '../visibility/refusals.js';
import { addressNow } from './address-now.js';
import { documentOf } from './document-of-email.js';
import { EMAIL_KINDS, type EmailKind } from './email-kind.js';

/**
 * Queues a failed mail once more, as a new mail with a key of its own: the provider may have kept the old
 * key together with the words or the address that it refused.
 *
 * @throws CONFLICT when it has been sent again already, or when it is no longer true.
 */
export async function resendEmail(unit: Unit, config: Config, id: string) {
  const failed = await failedEmail(unit, id);
  const { businessId, jobId, kind } = failed;
  const { recipient, data } = await addressNow(unit, config, failed);
  const delivery = await queueEmail(unit.em, {
    businessId,
    jobId,
    kind,
    recipient,
    data,
    now: unit.now,
  });
  await refuseUntrue(unit, config, delivery);
  // Staff read on the invoice or quote whether its mail has arrived.
  (await documentOf(unit, failed))?.reachedBy({ delivery });
  takeOffList(failed, 'It was sent again.');
  return { delivery };
}

/** Leaves a failed mail unsent. */
export async function dismissFailedEmail(unit: Unit, id: string) {
  const delivery = await failedEmail(unit, id);
  takeOffList(delivery, 'Somebody of the business took it off the list.');
  return { delivery };
}

/** The mail and before it its job, both held: what the mail says cannot change meanwhile. */
async function failedEmail(unit: Unit, id: string): Promise<OutgoingEmail> {
  const { businessId, audience } = staffOf(unit);
  if (!isUuid(id)) throw notFound();
  const found = await unit.em.findOne(OutgoingEmail, { id, businessId });
  if (!found) throw notFound();
  if (!may(audience, EMAIL_KINDS[found.kind as EmailKind])) throw new Refusal('FORBIDDEN');
  if (found.jobId) await jobToChange(unit, found.jobId);
  const email = await unit.em.findOneOrFail(
    OutgoingEmail,
    { id, businessId },
    { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true },
  );
  if (email.status !== 'FAILED')
    throw conflict('This mail is not among the failed ones any more; look at the list again.');
  return email;
}

function takeOffList(email: OutgoingEmail, why: string): void {
  email.status = 'CANCELLED';
  email.failure = [email.failure, why].filter(Boolean).join(' ');
}

/** A mail that its worker would cancel is not queued as if it were on its way. */
async function refuseUntrue(unit: Unit, config: Config, email: OutgoingEmail): Promise<void> {
  const composed = await composerOf(email.kind)(unit.em.getKysely() as never, email as never, {
    publicUrl: config.publicUrl,
    portalToken: (linkId) => portalToken(config.secret, linkId),
    now: () => unit.now,
  });
  if ('cancel' in composed)
    throw conflict(
      `This mail cannot be sent as it was: ${composed.cancel} Send what is there now instead, from its own page.`,
    );
}
