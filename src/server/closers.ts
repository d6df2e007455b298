/** Thrown out of a start-up during which the process was asked to stop. */
export class StoppedWhileStarting extends Error {}

interface Step {
  name: string;
  close: () => Promise<unknown>;
  limitMs: number;
  isVital: boolean;
}

const USUAL_LIMIT_MS = 1_000;

/**
 * What has to be closed in the end, in the opposite order of opening. Each step has a time limit of its
 * own: one that hangs is left behind, so that the others get their turn and the process can exit.
 */
export class Closers {
  readonly #steps: Step[] = [];
  #hurry: () => void = () => undefined;
  readonly #hurried = new Promise<void>((resolve) => {
    this.#hurry = resolve;
  });
  #closing: Promise<void> | undefined;

  /** @param report gets a sentence about each step that failed or took too long. */
  constructor(private readonly report: (sentence: string) => void = () => undefined) {}

  get isClosing(): boolean {
    return this.#closing !== undefined;
  }

  /**
   * Adds a step. A vital one is given its time even when the others are cut short.
   *
   * @throws StoppedWhileStarting when closing has begun; what was to be added is closed at once.
   */
  add(
    name: string,
    close: Step['close'],
    { limitMs = USUAL_LIMIT_MS, isVital = false }: Partial<Pick<Step, 'limitMs' | 'isVital'>> = {},
  ): void {
    const step = { name, close, limitMs, isVital };
    if (this.isClosing) {
      void this.#finish(step);
      throw new StoppedWhileStarting();
    }
    this.#steps.push(step);
  }

  /** Closes everything, once, however often it is called. Never rejects. */
  closeAll(): Promise<void> {
    this.#closing ??= this.#inOrder();
    return this.#closing;
  }

  /** Waits for nothing more but the vital steps. */
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
    // Left behind when it is late, it may still fail.
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
