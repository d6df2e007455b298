import { LockMode } from '@mikro-orm/postgresql';
import type { Config } from '../../config/config.js';
import { isUuid } from '../../database/sql/uuid.js';
import { mailedToken, portalToken, setupToken } from '../../database/tokens.js';
import type { Unit } from '../../database/unit-of-work/unit-of-work.js';
import { Invoice } from '../../domain/invoices/invoice.entity.js';
import { lockJob, staffOf } from '../../domain/jobs/lock-job.js';
import { Quote } from '../../domain/quotes/quote.entity.js';
import { QuoteVersion } from '../../domain/quotes/versions/quote-version.entity.js';
import { composerOf } from '../../email/outbox/email-kinds.js';
import { queueEmail } from '../../email/outbox/outbox.js';
import { OutgoingEmail } from '../../email/outbox/outgoing-email.entity.js';
import { may } from '../../visibility/capabilities.js';
import { conflict, notFound, Refusal } from '../../visibility/refusals.js';
import { currentAddress } from './current-address.js';
import { EMAIL_KINDS, type EmailKind } from './email-kind.js';

/**
 * Queues a failed email again, as a new email with a new idempotency key: the provider may have stored the old key
 * with the content or address that it refused.
 *
 * @throws NOT_FOUND; FORBIDDEN without the capability for this kind; CONFLICT if it has been sent again already or its
 * content no longer applies.
 */
export async function resendEmail(unit: Unit, config: Config, id: string) {
  const failed = await failedEmail(unit, id);
  const { businessId, jobId, kind } = failed;
  const { recipient, data } = await currentAddress(unit, config, failed);
  const delivery = await queueEmail(unit.em, {
    businessId,
    jobId,
    kind,
    recipient,
    data,
    now: unit.now,
  });
  await refuseCancelled(unit, config, delivery);
  // The invoice or quote shows the state of its last email.
  (await documentOf(unit, failed))?.reachedBy({ delivery });
  takeOffList(failed, 'It was sent again.');
  return { delivery };
}

/** Cancels a failed email. */
export async function dismissFailedEmail(unit: Unit, id: string) {
  const delivery = await failedEmail(unit, id);
  takeOffList(delivery, 'Somebody of the business took it off the list.');
  return { delivery };
}

/** Locks the job of a failed email, then the email, so that its content cannot change before the commit. */
async function failedEmail(unit: Unit, id: string): Promise<OutgoingEmail> {
  const { businessId, audience } = staffOf(unit);
  if (!isUuid(id)) throw notFound();
  const found = await unit.em.findOne(OutgoingEmail, { id, businessId });
  if (!found) throw notFound();
  if (!may(audience, EMAIL_KINDS[found.kind as EmailKind])) throw new Refusal('FORBIDDEN');
  if (found.jobId) await lockJob(unit, found.jobId);
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

/** Composes the email and refuses if the worker would cancel it. */
async function refuseCancelled(unit: Unit, config: Config, email: OutgoingEmail): Promise<void> {
  const composed = await composerOf(email.kind)(unit.em.getKysely() as never, email as never, {
    publicUrl: config.publicUrl,
    portalToken: (linkId) => portalToken(config.secret, linkId),
    mailedToken: (purpose, id) => mailedToken(config.secret, purpose, id),
    setupToken: (linkId) => setupToken(config.secret, linkId),
    now: () => unit.now,
  });
  if ('cancel' in composed)
    throw conflict(
      `This mail cannot be sent as it was: ${composed.cancel} Send what is there now instead, from its own page.`,
    );
}

/**
 * Locks the invoice or quote whose last delivery is this email. Null for other kinds, and if it was sent or handed over
 * again since.
 */
async function documentOf(
  { em }: Unit,
  { id, businessId, data }: OutgoingEmail,
): Promise<Invoice | Quote | null> {
  const isLast = { delivery: id, businessId };
  const lock = { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true } as const;
  if (data.invoiceId) return em.findOne(Invoice, { id: String(data.invoiceId), ...isLast }, lock);
  if (!data.quoteVersionId) return null;
  const { quote } = await em.findOneOrFail(QuoteVersion, String(data.quoteVersionId));
  return em.findOne(Quote, { id: quote.id, ...isLast }, lock);
}
