import type { Task } from 'graphile-worker';
import type { AnyTables } from '../database/any-tables.js';
import { cutText } from '../visibility/cut-text.js';
import { composerOf, type EmailServices } from './email-kinds.js';
import * as record from './email-record.js';
import { type Letter, render } from './letter.js';
import { onConnection } from './one-connection.js';
import { asOnlySender } from './one-sender.js';
import type { OutgoingEmailRow } from './outgoing-email.entity.js';
import { MailNotTaken, MailRefused, type MailTransport, type OutgoingMail } from './transport.js';

export interface Sending {
  transport: MailTransport;
  services: EmailServices;
  /** The address that every mail comes from; the name before it is the business's. */
  sender: string;
  /** How long a mail waits that cannot be said yet. */
  waitSeconds: number;
}

const SOMEBODY_ELSE_SENDS_SECONDS = 5;

/** The worker's task: sends one mail of the outbox, at most once. */
export function sendEmailTask(sending: Sending): Task {
  return (payload, { withPgClient, abortSignal }) =>
    withPgClient(async (client) => {
      const { id } = payload as { id: string };
      const db = onConnection(client);
      const alone = await asOnlySender(client, id, () => attempt(db, id, sending, abortSignal));
      // Whoever has it may die with it, so somebody looks again.
      if (!alone) await record.lookAgain(db, id, SOMEBODY_ELSE_SENDS_SECONDS);
    });
}

async function attempt(
  db: AnyTables,
  id: string,
  sending: Sending,
  stopping: AbortSignal,
): Promise<void> {
  const email = await record.beginAttempt(db, id);
  if (!email) return;
  try {
    await composeAndSend(db, email, sending, stopping);
  } catch (error) {
    // The next server takes it at once; the key under which it is sent keeps it from going out twice.
    if (stopping.aborted) return record.lookAgain(db, id, 0);
    const isForGood = error instanceof MailRefused;
    await record.recordFailure(db, id, inWords(error), { isForGood });
    // Thrown on, it would be tried again.
    if (!isForGood) throw error;
  }
}

async function composeAndSend(
  db: AnyTables,
  email: OutgoingEmailRow,
  sending: Sending,
  stopping: AbortSignal,
) {
  // More attempts than there are means that servers died over it, each time before they could say so.
  if (email.attempts > record.MOST_ATTEMPTS) throw new Error('Every attempt broke off.');
  const composed = await composerOf(email.kind)(db, email, sending.services);
  if ('cancel' in composed) return record.recordCancelled(db, email.id, composed.cancel);
  if ('wait' in composed) {
    return record.recordWaiting(db, email.id, composed.wait, sending.waitSeconds);
  }
  const { providerId } = await sending.transport.send(
    asMail(email, composed, sending.sender),
    stopping,
  );
  await record.recordSent(db, email.id, providerId, sending.services.now());
}

function asMail(email: OutgoingEmailRow, letter: Letter, sender: string): OutgoingMail {
  return {
    from: `"${oneLine(letter.fromName).replace(/["\\<>]/g, '')}" <${sender}>`,
    to: email.recipient,
    ...(letter.replyTo && { replyTo: letter.replyTo }),
    subject: oneLine(letter.subject),
    ...render(letter),
    idempotencyKey: `jobglass-${email.id}`,
  };
}

/** A header ends where its line ends: what a person typed must not begin another one. */
function oneLine(text: string): string {
  return text.replace(/\p{Cc}+/gu, ' ').trim();
}

/** Staff read this, so nothing of SQL or stacks is in it; the log has the error itself. */
function inWords(error: unknown): string {
  if (error instanceof MailNotTaken) return cutText(error.message, 500);
  return 'Something broke on our side while it was being sent.';
}
