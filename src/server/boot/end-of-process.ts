import type { Closers } from './closers.js';

/** Maximum time from the first signal to the exit. */
const EXIT_LIMIT_MS = 9_700;
/** One Ctrl+C is received twice: from the terminal and from the parent process (npm). */
const SAME_SIGNAL_MS = 500;

/**
 * Ends the process on a signal: the first closes everything in order, a second one skips all steps but the vital ones
 * (the embedded database). Past the time limit the process exits whatever is still open.
 */
export class EndOfProcess {
  #ending: Promise<never> | undefined;
  #beganAtMs = 0;

  constructor(
    private readonly closers: Closers,
    private readonly limitMs = EXIT_LIMIT_MS,
  ) {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
      process.on(signal, () => this.#onSignal());
  }

  get hasBegun(): boolean {
    return this.#ending !== undefined;
  }

  /** Closes everything and exits with the code of the first call. */
  end(code: number): Promise<never> {
    this.#beganAtMs ||= performance.now();
    this.#ending ??= this.#closeAndExit(code);
    return this.#ending;
  }

  #onSignal(): void {
    if (!this.#ending) void this.end(0);
    else if (performance.now() - this.#beganAtMs > SAME_SIGNAL_MS) this.closers.hurry();
  }

  async #closeAndExit(code: number): Promise<never> {
    setTimeout(() => process.exit(code || 1), this.limitMs);
    await this.closers.closeAll();
    process.exit(code);
  }
}
