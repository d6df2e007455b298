import type { ServerResponse } from 'node:http';
import { Readable } from 'node:stream';

/** Proxies close a connection on which nothing is sent for a while, some after 15 s. */
const KEEP_ALIVE_INTERVAL_MS = 12_000;
const KEEP_ALIVE = ':\n\n';

/**
 * Server-sent events of one operation, in the protocol of graphql-sse (distinct connections mode): `next` for each
 * result, then `complete`. The next result is computed when the reader has taken the last one. A reader that takes
 * nothing between two keep-alives is cut off.
 */
export class EventStream extends Readable {
  #isReading = false;
  #isEnded = false;
  #sentBytes = -1;
  readonly #timer: NodeJS.Timeout;

  constructor(
    private readonly results: AsyncIterator<string, unknown>,
    private readonly response: ServerResponse,
  ) {
    super();
    // Browsers see the response only once something has been sent.
    this.push(KEEP_ALIVE);
    this.#timer = setInterval(() => this.#keepAlive(), KEEP_ALIVE_INTERVAL_MS);
  }

  /** Ends the stream without `complete`, which makes its reader connect again, to another server. */
  end(): void {
    this.#add(null);
    this.#stopResults();
  }

  override _read(): void {
    if (this.#isReading) return;
    this.#isReading = true;
    this.results.next().then(
      ({ done, value }) => {
        this.#isReading = false;
        if (!done) return this.#add(`event: next\ndata: ${value}\n\n`);
        this.#add('event: complete\ndata: \n\n');
        this.#add(null);
      },
      (error) => this.destroy(error),
    );
  }

  override _destroy(error: Error | null, done: (error: Error | null) => void): void {
    clearInterval(this.#timer);
    this.#stopResults();
    done(error);
  }

  #stopResults(): void {
    // A failure is reported where the results are read.
    this.results.return?.().catch(() => undefined);
  }

  /** Adds text; null ends the stream. */
  #add(text: string | null): void {
    if (this.#isEnded || this.destroyed) return;
    this.#isEnded = text === null;
    this.push(text);
  }

  #keepAlive(): void {
    const { socket, writableLength } = this.response;
    const sentBytes = (socket?.bytesWritten ?? 0) - writableLength;
    if (writableLength === 0) this.#add(KEEP_ALIVE);
    else if (sentBytes === this.#sentBytes) this.destroy();
    this.#sentBytes = sentBytes;
  }
}
