import type { Task } from 'graphile-worker';
import type { AnyTables } from '../../database/sql/any-tables.js';
import { cutText } from '../../visibility/cut-text.js';
import type { EmailAttachment, EmailTemplate } from '../templates/email-template.js';
import { render } from '../templates/render.js';
import {
  MailNotTaken,
  MailRefused,
  type MailTransport,
  type OutgoingMail,
} from '../transports/transport.js';
import { withAdvisoryLock } from './advisory-lock.js';
import * as emailRows from './attempts-and-retries.js';
import { composerOf, type EmailServices } from './email-kinds.js';
import { kyselyOn } from './kysely-on-client.js';
import type { OutgoingEmailRow } from './outgoing-email.entity.js';

export interface Sending {
  transport: MailTransport;
  services: EmailServices;
  /** Address of the sender; the display name is that of the business. */
  sender: string;
  /** A document of a business as PDF; null if there is none with this ID. The same document gives the same bytes. */
  documentAttachment(
    db: AnyTables,
    businessId: string,
    documentId: string,
  ): Promise<EmailAttachment | null>;
  /** SQL expression that announces, at the commit, that a mail of this business has failed for good. */
  announceFailureSql(businessId: string): string;
  /** Adds what every mail with a portal link says besides the link. */
  withShortCodes(db: AnyTables, template: EmailTemplate): Promise<EmailTemplate>;
  /** Delay before a waiting mail is tried again. */
  waitSeconds: number;
}

/** Delay before a mail that another worker is sending is checked again. */
const LOCKED_RETRY_SECONDS = 5;

/** Task of the worker that sends one mail of the outbox. */
export function sendEmailTask(sending: Sending): Task {
  return (payload, { withPgClient, abortSignal }) =>
    withPgClient(async (client) => {
      const { id } = payload as { id: string };
      const db = kyselyOn(client);
      const isLocked = await withAdvisoryLock(client, id, () =>
        attempt(db, id, sending, abortSignal),
      );
      // The worker that holds the lock may crash, so the mail is checked again.
      if (!isLocked) await emailRows.requeue(db, id, LOCKED_RETRY_SECONDS);
    });
}

async function attempt(
  db: AnyTables,
  id: string,
  sending: Sending,
  stopping: AbortSignal,
): Promise<void> {
  const email = await emailRows.beginAttempt(db, id);
  if (!email) return;
  try {
    await composeAndSend(db, email, sending, stopping);
  } catch (error) {
    // The next server sends it at once; the idempotency key prevents a duplicate.
    if (stopping.aborted) return emailRows.requeue(db, id, 0);
    const isFinal = error instanceof MailRefused;
    await emailRows.recordFailure(db, id, {
      reason: failureOf(error),
      isFinal,
      announceSql: sending.announceFailureSql,
    });
    // A thrown error makes the queue retry the mail.
    if (!isFinal) throw error;
  }
}

async function composeAndSend(
  db: AnyTables,
  email: OutgoingEmailRow,
  sending: Sending,
  stopping: AbortSignal,
) {
  // More attempts than the maximum: servers crashed while sending it.
  if (email.attempts > emailRows.MAX_ATTEMPTS) throw new Error('All attempts were interrupted.');
  const composed = await composerOf(email.kind)(db, email, sending.services);
  if ('cancel' in composed) return emailRows.recordCancelled(db, email.id, composed.cancel);
  if ('wait' in composed) {
    return emailRows.recordWaiting(db, email.id, composed.wait, sending.waitSeconds);
  }
  const attachments = await unlessStopped(stopping, attachmentsOf(db, email, composed, sending));
  const template = await sending.withShortCodes(db, composed);
  const { providerId } = await sending.transport.send(
    asMail(email, { ...template, attachments }, sending.sender),
    stopping,
  );
  await emailRows.recordSent(db, email.id, providerId, sending.services.now());
}

/** Waits for work that cannot be cancelled; throws as soon as the server stops, which must not wait for it. */
function unlessStopped<T>(stopping: AbortSignal, work: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const stop = () => reject(stopping.reason);
    if (stopping.aborted) stop();
    stopping.addEventListener('abort', stop, { once: true });
    work.then(resolve, reject).finally(() => stopping.removeEventListener('abort', stop));
  });
}

/** Attachments of the template, and its documents as files. */
async function attachmentsOf(
  db: AnyTables,
  { businessId }: OutgoingEmailRow,
  { attachments = [], documents = [] }: EmailTemplate,
  { documentAttachment }: Sending,
): Promise<EmailAttachment[]> {
  const files: EmailAttachment[] = [...attachments];
  if (!businessId) return files;
  for (const id of documents) {
    const file = await documentAttachment(db, businessId, id);
    if (file) files.push(file);
  }
  return files;
}

function asMail(email: OutgoingEmailRow, template: EmailTemplate, sender: string): OutgoingMail {
  return {
    from: `"${oneLine(template.fromName).replace(/["\\<>]/g, '')}" <${sender}>`,
    to: email.recipient,
    ...(template.replyTo && { replyTo: template.replyTo }),
    subject: oneLine(template.subject),
    ...render(template),
    ...(template.attachments?.length && { attachments: template.attachments }),
    idempotencyKey: `jobglass-${email.id}`,
  };
}

/** Removes control characters from a header, so that typed text cannot inject another header. */
function oneLine(text: string): string {
  return text.replace(/\p{Cc}+/gu, ' ').trim();
}

/** The failure as shown to staff, without SQL or stack traces; the log has the error itself. */
function failureOf(error: unknown): string {
  if (error instanceof MailNotTaken) return cutText(error.message, 500);
  return 'Something broke on our side while it was being sent.';
}
