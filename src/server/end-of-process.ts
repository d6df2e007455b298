import type { Closers } from './closers.js';

/** All in all, from the first signal to the exit. */
export const EXIT_LIMIT_MS = 9_700;
/** One Ctrl+C reaches us twice: from the terminal and from the program that started us (npm). */
const SAME_SIGNAL_MS = 500;

/**
 * Ends the process on a signal: the first closes everything in order, a later one cuts that short and
 * still stops the embedded database. Past the time limit the process exits with what is left open.
 */
export class EndOfProcess {
  #ending: Promise<never> | undefined;
  #beganAt = 0;

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

  /** Closes everything and exits with the code; the first call decides. */
  end(code: number): Promise<never> {
    this.#beganAt ||= performance.now();
    this.#ending ??= this.#closeAndExit(code);
    return this.#ending;
  }

  #onSignal(): void {
    if (!this.#ending) void this.end(0);
    else if (performance.now() - this.#beganAt > SAME_SIGNAL_MS) this.closers.hurry();
  }

  async #closeAndExit(code: number): Promise<never> {
    setTimeout(() => process.exit(code || 1), this.limitMs);
    await this.closers.closeAll();
    process.exit(code);
  }
}
