import type { FastifyBaseLogger } from 'fastify';
import type { PoolWatch } from '../../database/postgres/pool-watch.js';
import { QueuePool } from '../../database/postgres/queue-pool.js';
import { mailedToken, portalToken, setupToken } from '../../database/tokens.js';
import {
  CARD_PAYMENT_CRON,
  cardPaymentTasks,
} from '../../domain/card-payments/checkouts/checkout-tasks.js';
import { KEY_CRON, keyTasks } from '../../domain/common/once/clear-used-keys.js';
import { documentAttachments } from '../../domain/documents/document-attachments.js';
import { LIMIT_CRON, limitTasks } from '../../domain/limits/limits.js';
import { PHOTO_CRON, photoTasks } from '../../domain/photos/photo-tasks.js';
import { withShortCodes } from '../../domain/portal-links/short-codes.js';
import { REMINDER_CRON, reminderTasks } from '../../domain/reminders/queue-reminders.js';
import { REMOVAL_CRON, removalTasks } from '../../domain/removals/clear-removed-records.js';
import { passwordTasks } from '../../domain/staff/passwords/password-tasks.js';
import { WebhookSender } from '../../domain/webhooks/sending/webhook-sender.js';
import { WEBHOOK_CRON, webhookTasks } from '../../domain/webhooks/sending/webhook-tasks.js';
import { startEmailWorker } from '../../email/outbox/worker.js';
import { mailboxTransport } from '../../email/transports/mailbox-transport.js';
import { resendTransport } from '../../email/transports/resend-transport.js';
import { attentionChangedSql } from '../../live/events/change-event.js';
import { deadLinkTasks } from '../../portal/dead-links/send-new-link.js';
import { clientCareTasks } from '../../sharing/clients/client-care-tasks.js';
import type { Services } from '../graphql/context.js';

/** Four emails at once, one connection that listens, one for the queue's statements, one to recover emails, two for webhooks. */
const WORKER_CONNECTIONS = 9;

/** Starts the queue's worker: emails, photos, limits, password links, reminders and webhooks. Returns a function that stops it. */
export async function startWorker(
  { config, clock, orm, db, photos, cardPayments }: Services,
  connectionString: string,
  log: FastifyBaseLogger,
  watch: PoolWatch,
) {
  const transport = config.resend
    ? resendTransport(config.resend)
    : mailboxTransport(orm.em.getKysely() as never);
  const { connectMs } = config.database.timeouts;
  const pool = new QueuePool(connectionString, WORKER_CONNECTIONS, connectMs);
  watch.add(pool);
  // The worker reconnects by itself; without a handler a dropped connection would end the process.
  const onLoss = (error: Error) => log.warn({ err: error }, 'the queue lost a connection');
  pool.on('error', onLoss);
  pool.on('connect', (client) => client.on('error', onLoss));
  const webhooks = { pool, em: orm.em, clock, config, log };
  const sender = new WebhookSender(webhooks);
  const worker = await startEmailWorker({
    pool,
    transport,
    sender: config.resend?.from ?? 'jobs@jobglass.test',
    services: {
      publicUrl: config.publicUrl,
      portalToken: (linkId) => portalToken(config.secret, linkId),
      mailedToken: (purpose, id) => mailedToken(config.secret, purpose, id),
      setupToken: (linkId) => setupToken(config.secret, linkId),
      now: clock,
    },
    withShortCodes: (mailDb, template) => withShortCodes(mailDb, template, config),
    documentAttachment: documentAttachments(photos),
    announceFailureSql: attentionChangedSql,
    log,
    tasks: {
      ...photoTasks(orm.em, clock, photos),
      ...limitTasks(db),
      ...keyTasks(db, clock),
      ...removalTasks(db, clock),
      ...clientCareTasks(orm.em, clock),
      ...passwordTasks(orm.em, clock, config.secret),
      ...deadLinkTasks(orm.em, clock, config),
      ...reminderTasks(orm.em, clock, config),
      ...webhookTasks(webhooks, sender),
      ...(cardPayments ? cardPaymentTasks(cardPayments) : {}),
    },
    cron: [
      ...PHOTO_CRON,
      ...LIMIT_CRON,
      ...KEY_CRON,
      ...REMOVAL_CRON,
      ...REMINDER_CRON,
      ...WEBHOOK_CRON,
      ...(cardPayments ? CARD_PAYMENT_CRON : []),
    ],
  });
  sender.start();
  return {
    async stop() {
      await Promise.all([worker.stop(), sender.stop()]);
      await pool.end();
    },
  };
}
