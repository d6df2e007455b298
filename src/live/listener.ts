import { setTimeout as after } from 'node:timers/promises';
import pg from 'pg';
import { CHANNEL, type Notification, readNotice } from './notice.js';

const FIRST_WAIT = 50;
const LONGEST_WAIT = 2_000;
const HEARTBEAT = 2_000;

interface Ears {
  heard(notification: Notification): void;
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
  readonly #stopped = new AbortController();

  constructor(
    private readonly url: string,
    private readonly ears: Ears,
  ) {}

  async start(): Promise<void> {
    await this.#connect();
    this.#heartbeat = setInterval(() => this.#beat(), HEARTBEAT);
    this.#heartbeat.unref();
  }

  async stop(): Promise<void> {
    this.#stopped.abort();
    clearInterval(this.#heartbeat);
    const client = this.#client;
    this.#client = undefined;
    await client?.end().catch(() => undefined);
  }

  async #connect(): Promise<void> {
    const client = new pg.Client({
      connectionString: this.url,
      application_name: 'jobglass live',
      keepAlive: true,
      connectionTimeoutMillis: LONGEST_WAIT,
      query_timeout: HEARTBEAT,
    });
    client.on('error', (error) => this.#lost(client, error));
    client.on('end', () => this.#lost(client, new Error('The connection ended.')));
    client.on('notification', ({ payload }) => {
      const notification = readNotice(payload);
      if (notification) this.ears.heard(notification);
    });
    try {
      await client.connect();
      await client.query(`listen ${CHANNEL}`);
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
    for (let wait = FIRST_WAIT; ; wait = Math.min(wait * 2, LONGEST_WAIT)) {
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
  #beat(): void {
    const client = this.#client;
    client?.query('select 1').catch((error) => this.#lost(client, error));
  }
}
