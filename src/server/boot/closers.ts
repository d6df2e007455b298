/** Thrown from a start-up that is interrupted by a stop. */
class StoppedWhileStarting extends Error {}

interface Step {
  name: string;
  close: () => Promise<unknown>;
  limitMs: number;
  isVital: boolean;
}

const DEFAULT_LIMIT_MS = 1_000;

/**
 * Closes everything that was opened, in reverse order. Each step has its own time limit: one that hangs is abandoned,
 * so that the others are closed too and the process can exit.
 */
export class Closers {
  readonly #steps: Step[] = [];
  #hurry: () => void = () => undefined;
  readonly #hurried = new Promise<void>((resolve) => {
    this.#hurry = resolve;
  });
  #closing: Promise<void> | undefined;

  /** @param report receives a sentence about each step that failed or took too long. */
  constructor(private readonly report: (sentence: string) => void = () => undefined) {}

  get isClosing(): boolean {
    return this.#closing !== undefined;
  }

  /**
   * Adds a step. A vital one keeps its time limit after `hurry()`.
   *
   * @throws StoppedWhileStarting when closing has begun; the step then runs at once.
   */
  add(
    name: string,
    close: Step['close'],
    {
      limitMs = DEFAULT_LIMIT_MS,
      isVital = false,
    }: Partial<Pick<Step, 'limitMs' | 'isVital'>> = {},
  ): void {
    const step = { name, close, limitMs, isVital };
    if (this.isClosing) {
      void this.#finish(step);
      throw new StoppedWhileStarting();
    }
    this.#steps.push(step);
  }

  /** Closes everything once; further calls return the same promise. Never rejects. */
  closeAll(): Promise<void> {
    this.#closing ??= this.#inOrder();
    return this.#closing;
  }

  /** Stops waiting for steps that are not vital. */
  hurry(): void {
    this.#hurry();
  }

  async #inOrder(): Promise<void> {
    for (const step of this.#steps.reverse()) await this.#finish(step);
  }

  async #finish({ name, close, limitMs, isVital }: Step): Promise<void> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<'late'>((resolve) => {
      timer = setTimeout(() => resolve('late'), limitMs);
    });
    const closed = (async () => close())();
    // An abandoned step may still reject.
    closed.catch(() => undefined);
    try {
      const outcome = await Promise.race([closed, late, ...(isVital ? [] : [this.#hurried])]);
      if (outcome === 'late') this.report(`Closing ${name} took longer than ${limitMs} ms.`);
    } catch (error) {
      this.report(`Closing ${name} failed: ${(error as Error)?.message ?? error}`);
    } finally {
      clearTimeout(timer);
    }
  }
}
