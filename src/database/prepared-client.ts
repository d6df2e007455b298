import { createHash } from 'node:crypto';
import pg from 'pg';
import { answerTimeoutMs, type DatabaseTimeouts, NO_TIMEOUTS } from './timeouts.js';

/** What a pool hands to each of its connections, beside pg's own settings. */
export interface PreparedClientConfig extends pg.ClientConfig {
  /** Looked at again for every statement. */
  timeouts?: DatabaseTimeouts;
}

/** `query_timeout` is in milliseconds; @types/pg does not know it here. */
type TimedQuery = pg.QueryConfig & { query_timeout: number | undefined };

type Callback = (error: Error | undefined, result?: unknown) => void;

/**
 * A connection that names each distinct statement with parameters, so that PostgreSQL plans it once a connection and
 * not once a request. MikroORM and Kysely send their statements unnamed; both go through `query`.
 *
 * An answer that does not come in time closes the connection: its pool must not hand it to anybody else.
 */
export class PreparedClient extends pg.Client {
  readonly #timeouts: DatabaseTimeouts;

  constructor(config?: PreparedClientConfig) {
    super(config);
    this.#timeouts = config?.timeouts ?? NO_TIMEOUTS;
  }

  // pg overloads `query` five ways. What it answers is left to whichever of them was asked.
  override query(...asked: unknown[]): never {
    const [text, values] = asked;
    if (typeof text !== 'string') return this.#send(asked);
    const callback = asked.find((each) => typeof each === 'function') as Callback | undefined;
    const query_timeout = answerTimeoutMs(this.#timeouts);
    // MikroORM writes its values into the text, so no two of its statements are one; a name for each
    // would only fill PostgreSQL's memory, and use up the names that the reads need.
    if (!Array.isArray(values) || values.length === 0)
      return this.#inTime({ text, query_timeout }, callback);
    refuseUnstorable(values);
    return this.#inTime({ name: nameOf(text), text, values, query_timeout }, callback);
  }

  /** Breaks the connection off at once, whatever is under way on it. */
  cut(): void {
    (
      this as unknown as { connection: { stream: { destroy(): void } } }
    ).connection.stream.destroy();
  }

  /** How many bytes have come from PostgreSQL. */
  get bytesRead(): number {
    return (this as unknown as { connection: { stream: { bytesRead: number } } }).connection.stream
      .bytesRead;
  }

  #inTime(config: TimedQuery, callback: Callback | undefined): never {
    // A pool throws away whatever connection it learns of an error from; its callback needs no help.
    if (callback) return this.#send([config, callback]);
    const answer = this.#send([config]) as Promise<unknown>;
    return answer.catch((error: unknown) => {
      if ((error as Error).message === 'Query read timeout') this.cut();
      throw error;
    }) as never;
  }

  #send(asked: unknown[]): never {
    return (super.query as (...all: unknown[]) => never).apply(this, asked);
  }
}

/** A NUL would end the parameter early on its way; the code is the one PostgreSQL has for such text. */
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
 * Characters of all named statements together. Each connection keeps each of them with its plan, which takes about
 * twenty times its text.
 */
const MAX_NAMED_LENGTH = 1024 * 1024;
/** A longer statement is planned each time. */
const MAX_STATEMENT_LENGTH = 32 * 1024;
let namedLength = 0;

/** Undefined past the bounds: statements with endless shapes must not fill PostgreSQL's memory. */
function nameOf(text: string): string | undefined {
  let name = names.get(text);
  if (name || text.length > MAX_STATEMENT_LENGTH) return name;
  if (names.size < MAX_NAMES && namedLength + text.length <= MAX_NAMED_LENGTH) {
    name = createHash('sha1').update(text).digest('base64url');
    names.set(text, name);
    namedLength += text.length;
  }
  return name;
}
