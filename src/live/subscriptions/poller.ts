const POLL_INTERVAL_MS = 300;
const ROUND_TIMEOUT_MS = 700;

/**
 * Runs a task every 300 ms, or at once on request, and never twice at the same time. A round fails when the task fails
 * twice or takes longer than 700 ms: with the interval that is one second at most.
 */
export class Poller {
  #timer: NodeJS.Timeout | undefined;
  #running: Promise<void> | undefined;
  #again = false;

  constructor(
    private readonly round: () => Promise<void>,
    private readonly failed: (error: unknown) => void,
  ) {}

  start(): void {
    this.#timer = setInterval(() => {
      if (!this.#running) this.now();
    }, POLL_INTERVAL_MS);
    this.#timer.unref();
  }

  /** Starts a round that sees everything committed before this call; after the current one if one is running. */
  now(): void {
    if (this.#running) {
      this.#again = true;
      return;
    }
    this.#running = withTimeout(this.#twice())
      .catch(this.failed)
      .finally(() => {
        this.#running = undefined;
        if (!this.#again) return;
        this.#again = false;
        this.now();
      });
  }

  async stop(): Promise<void> {
    clearInterval(this.#timer);
    this.#again = false;
    await this.#running;
  }

  /** A pooled connection may be dead; the second attempt has a new one. */
  async #twice(): Promise<void> {
    await this.round().catch(() => this.round());
  }
}

async function withTimeout(work: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    // If the event loop was blocked, an answer that has arrived is processed first.
    const onTimeout = () =>
      setImmediate(() => setImmediate(() => reject(new Error('It took too long.'))));
    timer = setTimeout(onTimeout, ROUND_TIMEOUT_MS);
  });
  try {
    await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
