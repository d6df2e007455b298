import { Webhook } from 'standardwebhooks';
import { webhookSecret } from '../../../database/tokens.js';
import type { ClaimedDelivery } from './claimed-delivery.js';

/** Body and headers of an event, signed as Standard Webhooks for the moment of this attempt. */
export function signEvent(delivery: ClaimedDelivery, secret: string, now: Date) {
  const { eventId, type, createdAt, recordId, recordKind, recordUpdatedAt } = delivery;
  const body = JSON.stringify({
    type,
    timestamp: createdAt.toISOString(),
    data: { id: recordId, kind: recordKind, updatedAt: recordUpdatedAt.toISOString() },
  });
  const { secretId, previousSecretId, previousSecretUntil } = delivery;
  const ids = [secretId];
  if (previousSecretId && previousSecretUntil && previousSecretUntil > now)
    ids.push(previousSecretId);
  const signatures = ids.map((id) =>
    new Webhook(webhookSecret(secret, id)).sign(eventId, now, body),
  );
  const headers = {
    'content-type': 'application/json',
    'user-agent': 'Jobglass-Webhooks/1',
    'webhook-id': eventId,
    'webhook-timestamp': String(Math.floor(now.getTime() / 1000)),
    'webhook-signature': signatures.join(' '),
  };
  return { body, headers };
}
