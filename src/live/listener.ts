import { setTimeout as after } from 'node:timers/promises';
import pg from 'pg';
import { CHANNEL, type Notification, readNotice } from './notice.js';

const FIRST_WAIT_MS = 50;
const LONGEST_WAIT_MS = 500;
const HEARTBEAT_MS = 500;
const ANSWER_TIMEOUT_MS = 1_000;
const START_TIMEOUT_MS = 10_000;

interface Ears {
  heard(notification: Notification): void;
  /** The database gave no answer in time, and did not close the connection either. */
  silent(): void;
  /** Listening again after a time without: notices may have been missed. */
  listeningAgain(): void;
  failed(error: unknown): void;
}

/**
 * The one connection of this process that listens. When it breaks it is opened again, sooner at first
 * and then more slowly, until it holds or the process stops.
 */
export class Listener {
  #client: pg.Client | undefined;
  #heartbeat: NodeJS.Timeout | undefined;
  #isAsking = false;
  readonly #stopped = new AbortController();

  constructor(
    private readonly url: string,
    private readonly ears: Ears,
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
      const notification = readNotice(payload);
      if (notification) this.ears.heard(notification);
    });
    try {
      await client.connect();
      await inTime(client.query(`listen ${CHANNEL}`));
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
    this.ears.failed(error);
    void this.#reconnect();
  }

  async #reconnect(): Promise<void> {
    for (let wait = FIRST_WAIT_MS; ; wait = Math.min(wait * 2, LONGEST_WAIT_MS)) {
      // All servers lose a database that restarts at once; they need not all come back at once.
      await after(wait * (0.5 + Math.random() / 2), null, this.#unlessStopped()).catch(() => null);
      if (this.#stopped.signal.aborted) return;
      try {
        await this.#connect();
        return this.ears.listeningAgain();
      } catch (error) {
        this.ears.failed(error);
      }
    }
  }

  #unlessStopped() {
    return { signal: this.#stopped.signal };
  }

  /** A connection whose other end is gone says nothing by itself, so it is asked. */
  async #beat(): Promise<void> {
    const client = this.#client;
    if (!client || this.#isAsking) return;
    this.#isAsking = true;
    try {
      await inTime(client.query('select 1'));
    } catch (error) {
      if (error instanceof Silence && client === this.#client) this.ears.silent();
      this.#lost(client, error);
    } finally {
      this.#isAsking = false;
    }
  }
}

class Silence extends Error {}

/** Throws when PostgreSQL does not answer within a second. */
async function inTime(answer: Promise<unknown>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    // After a busy spell the answer may be waiting right behind this timer: it is let through first.
    const give = () =>
      setImmediate(() => setImmediate(() => reject(new Silence('PostgreSQL gave no answer.'))));
    timer = setTimeout(give, ANSWER_TIMEOUT_MS);
  });
  // Whoever came too late is heard by nobody.
  answer.catch(() => undefined);
  try {
    await Promise.race([answer, late]);
  } finally {
    clearTimeout(timer);
  }
}
