const EVERY = 300;
const LONGEST = 700;

/**
 * Does one thing every now and then, or at once when asked, and never twice at the same time. A round
 * that fails twice or takes too long counts as failed, so that together with the pause before it a
 * whole second is never exceeded.
 */
export class Rounds {
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
    }, EVERY);
    this.#timer.unref();
  }

  /** Starts a round that sees everything committed before this call. */
  now(): void {
    if (this.#running) {
      this.#again = true;
      return;
    }
    this.#running = inTime(this.#twice())
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

  /** A pooled connection may have died unnoticed; the second try has a new one. */
  async #twice(): Promise<void> {
    await this.round().catch(() => this.round());
  }
}

async function inTime(work: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    // After a busy spell the answer may be waiting right behind this timer: it is let through first.
    const give = () =>
      setImmediate(() => setImmediate(() => reject(new Error('It took too long.'))));
    timer = setTimeout(give, LONGEST);
  });
  try {
    await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
