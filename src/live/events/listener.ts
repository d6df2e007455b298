import { setTimeout as after } from 'node:timers/promises';
import pg from 'pg';
import { databaseFailureOf } from '../../database/postgres/failures.js';
import { CHANNEL, type CommittedEvent, parseChangeEvent } from './change-event.js';

const MIN_WAIT_MS = 50;
const MAX_WAIT_MS = 500;
const HEARTBEAT_MS = 500;
const ANSWER_TIMEOUT_MS = 1_000;
const START_TIMEOUT_MS = 10_000;

interface ListenerEvents<B> {
  received(event: CommittedEvent): void;
  /** Called before each statement; the result is passed to `noAnswer` if the statement gets no answer. */
  beforeStatement(): B;
  /** Called when PostgreSQL does not answer a statement. */
  noAnswer(before: B): void;
  /** Called after a reconnect: change events may have been missed. */
  reconnected(): void;
  failed(error: unknown): void;
}

/** The LISTEN connection of this process. Reconnects with increasing delays until it succeeds or is stopped. */
export class Listener<B> {
  #client: pg.Client | undefined;
  #heartbeat: NodeJS.Timeout | undefined;
  #isBeating = false;
  readonly #stopped = new AbortController();

  constructor(
    private readonly url: string,
    private readonly events: ListenerEvents<B>,
  ) {}

  async start(): Promise<void> {
    await this.#connect(START_TIMEOUT_MS);
    this.#heartbeat = setInterval(() => void this.#beat(), HEARTBEAT_MS);
    this.#heartbeat.unref();
  }

  async stop(): Promise<void> {
    this.#stopped.abort();
    clearInterval(this.#heartbeat);
    const client = this.#client;
    this.#client = undefined;
    await client?.end().catch(() => undefined);
  }

  async #connect(timeoutMs = ANSWER_TIMEOUT_MS): Promise<void> {
    const client = new pg.Client({
      connectionString: this.url,
      application_name: 'jobglass live',
      keepAlive: true,
      connectionTimeoutMillis: timeoutMs,
    });
    client.on('error', (error) => this.#lost(client, error));
    client.on('end', () => this.#lost(client, new Error('The connection ended.')));
    client.on('notification', ({ payload }) => {
      const event = parseChangeEvent(payload);
      if (event) this.events.received(event);
    });
    try {
      await client.connect();
      await withTimeout(client.query(`listen ${CHANNEL}`));
    } catch (error) {
      client.end().catch(() => undefined);
      throw error;
    }
    if (this.#stopped.signal.aborted) return client.end();
    this.#client = client;
  }

  #lost(client: pg.Client, error: unknown): void {
    if (client !== this.#client) return;
    this.#client = undefined;
    client.end().catch(() => undefined);
    this.events.failed(error);
    void this.#reconnect();
  }

  async #reconnect(): Promise<void> {
    let triedForMs = 0;
    for (let wait = MIN_WAIT_MS; ; wait = Math.min(wait * 2, MAX_WAIT_MS)) {
      // The time of a failed attempt counts as waiting.
      const pauseMs = Math.max(wait - triedForMs, MIN_WAIT_MS);
      // Random, so that servers do not all reconnect at once after a restart of the database.
      await after(pauseMs * (0.5 + Math.random() / 2), null, this.#unlessStopped()).catch(
        () => null,
      );
      if (this.#stopped.signal.aborted) return;
      const start = performance.now();
      if (await this.#tryConnect()) return this.events.reconnected();
      triedForMs = performance.now() - start;
    }
  }

  /** Returns whether it connected. Reports a database that does not answer, since no heartbeat runs meanwhile. */
  async #tryConnect(): Promise<boolean> {
    const before = this.events.beforeStatement();
    try {
      await this.#connect();
      return true;
    } catch (error) {
      // A refusal by PostgreSQL itself (too many connections, for example) counts as an answer.
      if (error instanceof NoAnswer || databaseFailureOf(error) === 'UNAVAILABLE')
        this.events.noAnswer(before);
      this.events.failed(error);
      return false;
    }
  }

  #unlessStopped() {
    return { signal: this.#stopped.signal };
  }

  /** Detects a connection whose other end is gone, which raises no event by itself. */
  async #beat(): Promise<void> {
    const client = this.#client;
    if (!client || this.#isBeating) return;
    this.#isBeating = true;
    const before = this.events.beforeStatement();
    try {
      await withTimeout(client.query('select 1'));
    } catch (error) {
      if (error instanceof NoAnswer && client === this.#client) this.events.noAnswer(before);
      this.#lost(client, error);
    } finally {
      this.#isBeating = false;
    }
  }
}

class NoAnswer extends Error {}

/** @throws NoAnswer when PostgreSQL does not answer within a second. */
async function withTimeout(answer: Promise<unknown>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    // If the event loop was blocked, an answer that has arrived is processed first.
    const onTimeout = () =>
      setImmediate(() => setImmediate(() => reject(new NoAnswer('PostgreSQL gave no answer.'))));
    timer = setTimeout(onTimeout, ANSWER_TIMEOUT_MS);
  });
  // A rejection after the timeout is ignored.
  answer.catch(() => undefined);
  try {
    await Promise.race([answer, late]);
  } finally {
    clearTimeout(timer);
  }
}
