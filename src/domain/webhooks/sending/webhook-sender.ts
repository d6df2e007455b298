import type { EntityManager } from '@mikro-orm/postgresql';
import type { Pool } from 'pg';
import type { Config } from '../../../config/config.js';
import { disableEndpoint } from '../endpoints/disable-endpoint.js';
import { MAX_FAILING_MS, nextAttempt } from './back-off.js';
import type { ClaimedDelivery } from './claimed-delivery.js';
import { decide } from './decide.js';
import { ATTEMPT_TIMEOUT_MS, postEvent } from './post-event.js';
import { signEvent } from './sign-event.js';
import { claim, recordDelivered, recordFailed, recordHidden, release } from './statements.js';

export interface SenderServices {
  /** Connections of the job queue. */
  pool: Pool;
  em: EntityManager;
  clock: () => Date;
  config: Config;
  log: { error(details: object, message: string): void };
}

/** Attempts under way in this process; failing endpoints, which may hang, get half of them. */
const MAX_SENDING = 200;
const MAX_SENDING_TO_FAILING = 100;
/** Maximum delay of a retry; for new events the sender is woken. */
const POLL_INTERVAL_MS = 500;
/** Longer than an attempt and its record take; after it the server that began the attempt has crashed. */
const HELD_MS = ATTEMPT_TIMEOUT_MS + 20_000;
/** Until a registrar who must set up a second factor is looked at again. */
const SETUP_WAIT_MS = 10 * 60_000;
/** Time for attempts under way when the server stops; after that they are left to the next server. */
const FINISH_LIMIT_MS = 2_000;
const GONE = 410;

/**
 * Sends what is due. Attempts wait for their answers beside one another and hold neither a connection nor a place in the
 * job queue meanwhile. What is due, and in which order, is in the deliveries alone, so any number of servers may send.
 */
export class WebhookSender {
  readonly #underWay = new Map<ClaimedDelivery, Promise<void>>();
  readonly #stopping = new AbortController();
  #timer: NodeJS.Timeout | undefined;
  #claiming: Promise<void> | undefined;
  #isStopped = false;
  #isWoken = false;

  constructor(private readonly services: SenderServices) {}

  start(): void {
    this.#timer = setInterval(() => this.wake(), POLL_INTERVAL_MS);
    this.#timer.unref();
  }

  /** Begins what is due. */
  wake(): void {
    this.#isWoken = true;
    if (this.#isStopped) return;
    this.#claiming ??= this.#claimWhileWoken().finally(() => {
      this.#claiming = undefined;
    });
  }

  /** Waits up to two seconds for the attempts under way; they are taken back after that. */
  async stop(): Promise<void> {
    this.#isStopped = true;
    clearInterval(this.#timer);
    await this.#claiming;
    const timer = setTimeout(() => this.#stopping.abort(), FINISH_LIMIT_MS);
    await Promise.all(this.#underWay.values());
    clearTimeout(timer);
  }

  async #claimWhileWoken(): Promise<void> {
    const { pool, clock } = this.services;
    while (this.#isWoken && !this.#isStopped) {
      this.#isWoken = false;
      const places = this.#places();
      if (places.all <= 0) return;
      const now = clock();
      try {
        const claimed = await claim(pool, now, new Date(now.getTime() + HELD_MS), places);
        for (const each of claimed) this.#begin(each);
      } catch (error) {
        // The next poll tries again.
        this.#failed(error, 'Webhooks that are due could not be read.');
        return;
      }
    }
  }

  #places() {
    const failing = [...this.#underWay.keys()].filter(({ failingSince }) => failingSince).length;
    return {
      all: MAX_SENDING - this.#underWay.size,
      failing: Math.max(MAX_SENDING_TO_FAILING - failing, 0),
    };
  }

  #begin(delivery: ClaimedDelivery): void {
    const attempt = this.#attempt(delivery)
      .catch((error) => this.#failed(error, 'The outcome of a webhook could not be recorded.'))
      .finally(() => {
        this.#underWay.delete(delivery);
        // The next one of the record or the endpoint may be due.
        this.wake();
      });
    this.#underWay.set(delivery, attempt);
  }

  async #attempt(delivery: ClaimedDelivery): Promise<void> {
    const { pool, clock } = this.services;
    switch (decide(delivery)) {
      case 'SEND':
        return this.#send(delivery);
      case 'HIDE':
        return recordHidden(pool, delivery);
      case 'WAIT':
        return release(
          pool,
          delivery,
          new Date(clock().getTime() + SETUP_WAIT_MS),
          'The person who registered the endpoint has to set up a second factor first.',
        );
      case 'STOP_ENDPOINT':
        await release(pool, delivery, clock());
        return disableEndpoint(this.services, delivery.endpointId, 'REGISTRAR_LOST_ACCESS');
    }
  }

  async #send(delivery: ClaimedDelivery): Promise<void> {
    const { pool, clock, config } = this.services;
    const signed = signEvent(delivery, config.secret, clock());
    let result: Awaited<ReturnType<typeof postEvent>>;
    try {
      result = await postEvent(delivery.url, signed, config.webhooks, this.#stopping.signal);
    } catch (error) {
      if (!this.#stopping.signal.aborted) throw error;
      return release(pool, delivery, clock());
    }
    const now = clock();
    if (!result.error) return recordDelivered(pool, delivery, result, now);
    await recordFailed(pool, delivery, result, now, nextAttempt(delivery.attempts, now));
    const { endpointId, failingSince } = delivery;
    if (result.statusCode === GONE) return disableEndpoint(this.services, endpointId, 'GONE');
    if (failingSince && now.getTime() - failingSince.getTime() >= MAX_FAILING_MS)
      await disableEndpoint(this.services, endpointId, 'FAILING');
  }

  #failed(error: unknown, message: string): void {
    this.services.log.error({ err: error }, message);
  }
}
