import type { FastifyPluginAsync, FastifyReply } from 'fastify';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import type Stripe from 'stripe';
import type { CardPaymentServices } from '../../domain/card-payments/card-payments.js';
import { receiveEvent } from '../../domain/card-payments/records/receive-event.js';
import { BoundedQueue } from '../../domain/limits/bounded-queue.js';
import { invalid, Refusal } from '../../visibility/refusals.js';

/** Events have some kilobytes. */
const MAX_BODY_BYTES = 256 * 1024;
/** Events recorded at a time, and waiting; Stripe sends those again that were refused. */
const MAX_RUNNING = 4;
const MAX_WAITING = 100;
/** Requests without a valid signature from one address. */
const MAX_UNSIGNED_PER_MINUTE = 60;

/**
 * `POST /webhooks/stripe` receives the events of Stripe. The signature covers the body as it was sent, so the body is not
 * parsed before. Whatever an event says, a signed one gets the same answer; it is repeated if recording it fails.
 */
export function stripeWebhook(services: CardPaymentServices): FastifyPluginAsync {
  const queue = new BoundedQueue({
    maxRunning: MAX_RUNNING,
    maxWaiting: MAX_WAITING,
    maxWaitingPerOwner: MAX_WAITING,
    refusal: () => new Refusal('BUSY'),
  });
  const unsigned = new RateLimiterMemory({ points: MAX_UNSIGNED_PER_MINUTE, duration: 60 });
  return async (server) => {
    server.removeAllContentTypeParsers();
    server.addContentTypeParser(
      '*',
      { parseAs: 'buffer', bodyLimit: MAX_BODY_BYTES },
      (_request, body, done) => done(null, body),
    );
    server.post('/webhooks/stripe', { bodyLimit: MAX_BODY_BYTES }, async (request, reply) => {
      // Checked first: who floods the webhook from the address of a shared proxy holds up no event of Stripe.
      const event = eventIn(services, request.body, request.headers['stripe-signature']);
      if (!event) {
        if ((await unsigned.penalty(request.ip)).remainingPoints <= 0)
          throw new Refusal('RATE_LIMITED');
        request.log.warn('A request to the webhook of Stripe was not signed with its secret.');
        throw invalid('stripe-signature', 'The request is not signed by Stripe.');
      }
      await queue.run('stripe', () => receiveEvent(services, event));
      return received(reply);
    });
  };
}

function received(reply: FastifyReply) {
  return reply.header('cache-control', 'no-store').send({ received: true });
}

/** Returns the event of a signed request; null if it is not signed. */
function eventIn(
  { stripe }: CardPaymentServices,
  body: unknown,
  signature: string | string[] | undefined,
): Stripe.Event | null {
  if (!Buffer.isBuffer(body) || typeof signature !== 'string') return null;
  try {
    return stripe.event(body, signature);
  } catch {
    return null;
  }
}
