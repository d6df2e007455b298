import { createHash } from 'node:crypto';
import type { Socket } from 'node:net';
import pg from 'pg';
import { answerTimeoutMs, type DatabaseTimeouts, NO_TIMEOUTS } from './timeouts.js';

/** Settings of a connection, in addition to pg's own. */
export interface PreparedClientConfig extends pg.ClientConfig {
  /** Read again for every statement. */
  timeouts?: DatabaseTimeouts;
}

/** `query_timeout` is in milliseconds; @types/pg does not declare it here. */
type TimedQuery = pg.QueryConfig & { query_timeout: number | undefined };

type Callback = (error: Error | undefined, result?: unknown) => void;

/**
 * Connection that sends statements with parameters as named prepared statements, so that PostgreSQL plans each once for
 * a connection and not for each request. Kysely, and MikroORM through it, call `query` without names.
 *
 * A statement that exceeds its timeout closes the connection, so that its pool does not reuse it.
 */
export class PreparedClient extends pg.Client {
  readonly #timeouts: DatabaseTimeouts;
  /** Called with the bytes of each packet from PostgreSQL, before pg parses it. */
  onBytes: ((bytes: number) => void) | null = null;
  readonly #createdAtMs = performance.now();

  constructor(config?: PreparedClientConfig) {
    super(config);
    this.#timeouts = config?.timeouts ?? NO_TIMEOUTS;
  }

  // Has the five overloads of pg's `query`; the result is that of the overload.
  override query(...args: unknown[]): never {
    const [text, values] = args;
    if (typeof text !== 'string') return this.#send(args);
    const callback = args.find((arg) => typeof arg === 'function') as Callback | undefined;
    const query_timeout = answerTimeoutMs(this.#timeouts);
    // Without parameters the values are part of the text, which is rarely repeated: a name would only cost memory.
    if (!Array.isArray(values) || values.length === 0)
      return this.#sendInTime({ text, query_timeout }, callback);
    refuseUnstorable(values);
    return this.#sendInTime({ name: nameOf(text), text, values, query_timeout }, callback);
  }

  /** Prepares a new connection; cuts it if that takes longer than opening a connection may take in all. */
  async prepareInTime(prepare: () => Promise<void>): Promise<void> {
    const { connectMs } = this.#timeouts;
    const leftMs = Math.max(1, connectMs - (performance.now() - this.#createdAtMs));
    const timer = connectMs > 0 ? setTimeout(() => this.cut(), leftMs) : undefined;
    try {
      await prepare();
    } finally {
      clearTimeout(timer);
    }
  }

  /** Closes the socket at once, also while a statement runs. */
  cut(): void {
    this.#stream.destroy();
  }

  /** Whether the socket is closed. */
  get isCut(): boolean {
    return this.#stream.destroyed;
  }

  /** Starts calling `onBytes`; the connection must be open. */
  countBytes(): void {
    this.#stream.prependListener('data', (packet: Buffer) => this.onBytes?.(packet.length));
  }

  /** Socket of the connection, which pg's types do not declare. */
  get #stream(): Socket {
    return (this as unknown as { connection: { stream: Socket } }).connection.stream;
  }

  #sendInTime(config: TimedQuery, callback: Callback | undefined): never {
    // Callbacks are used by pools only, which close a connection after an error themselves.
    if (callback) return this.#send([config, callback]);
    const result = this.#send([config]) as Promise<unknown>;
    return result.catch((error: unknown) => {
      if ((error as Error).message === 'Query read timeout') this.cut();
      throw error;
    }) as never;
  }

  #send(args: unknown[]): never {
    return (super.query as (...all: unknown[]) => never).apply(this, args);
  }
}

/** Throws for text with a NUL, which would end the parameter early; with the code that PostgreSQL has for such text. */
function refuseUnstorable(values: unknown[]): void {
  const unstorable = (value: unknown): boolean =>
    Array.isArray(value)
      ? value.some(unstorable)
      : typeof value === 'string' && value.includes('\0');
  if (values.some(unstorable)) {
    throw Object.assign(new Error('A text holds a NUL character.'), { code: '22021' });
  }
}

const names = new Map<string, string>();
const MAX_NAMES = 2000;
/**
 * Total characters of the named statements. Each connection keeps each of them with its plan, which takes about 20 times
 * the memory of its text.
 */
const MAX_NAMED_LENGTH = 1024 * 1024;
/** In characters; longer statements are planned each time. */
const MAX_STATEMENT_LENGTH = 32 * 1024;
let namedLength = 0;

/**
 * Mark of a statement whose best plan depends on its values, such as a search: it gets no name, so PostgreSQL plans it
 * for the values of each request.
 */
export const PLAN_FOR_VALUES = '/* plan for values */';

/** Returns the name of a statement; undefined with that mark and past the limits, which keep PostgreSQL's memory bounded. */
function nameOf(text: string): string | undefined {
  let name = names.get(text);
  if (name || text.length > MAX_STATEMENT_LENGTH || text.includes(PLAN_FOR_VALUES)) return name;
  if (names.size < MAX_NAMES && namedLength + text.length <= MAX_NAMED_LENGTH) {
    name = createHash('sha1').update(text).digest('base64url');
    names.set(text, name);
    namedLength += text.length;
  }
  return name;
}
