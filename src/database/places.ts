/** A bound on how many of something run at a time. The others wait in line, for a bounded time. */
export class Places {
  #taken = 0;
  readonly #waiting = new Set<() => void>();

  constructor(
    private readonly maxAtOnce: number,
    private readonly maxWaitMs: number,
  ) {}

  /** Answers how to leave again, or null when no place came free in time. */
  async enter(): Promise<(() => void) | null> {
    if (this.#taken < this.maxAtOnce) this.#taken += 1;
    else if (!(await this.#placeIsFree())) return null;
    let isIn = true;
    return () => {
      if (isIn) this.#leave();
      isIn = false;
    };
  }

  /** A place goes straight to the first who waits, so that nobody comes between. */
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
