/** Semaphore with a timeout: a limited number of holders at a time, the others wait in order. */
export class Places {
  #taken = 0;
  readonly #waiting = new Set<() => void>();

  constructor(
    private readonly maxAtOnce: number,
    private readonly maxWaitMs: number,
  ) {}

  /** Waits for a place; returns the function that releases it, or null if none was free in time. */
  async enter(): Promise<(() => void) | null> {
    const free = this.enterNow();
    if (free) return free;
    return (await this.#placeIsFree()) ? this.#release() : null;
  }

  /** Returns the function that releases a place if one is free now, else null. */
  enterNow(): (() => void) | null {
    if (this.#taken >= this.maxAtOnce) return null;
    this.#taken += 1;
    return this.#release();
  }

  /** Returns the function that releases one taken place, once. */
  #release(): () => void {
    let isIn = true;
    return () => {
      if (isIn) this.#leave();
      isIn = false;
    };
  }

  /** Hands the place to the first waiter directly, so that no newcomer takes it. */
  #leave(): void {
    const [next] = this.#waiting;
    if (next) next();
    else this.#taken -= 1;
  }

  #placeIsFree(): Promise<boolean> {
    return new Promise((resolve) => {
      const settle = (isFree: boolean) => {
        clearTimeout(timer);
        this.#waiting.delete(onFree);
        resolve(isFree);
      };
      const onFree = () => settle(true);
      const timer = setTimeout(() => settle(false), this.maxWaitMs);
      this.#waiting.add(onFree);
    });
  }
}
