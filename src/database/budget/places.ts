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
    if (this.#taken < this.maxAtOnce) this.#taken += 1;
    else if (!(await this.#placeIsFree())) return null;
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
