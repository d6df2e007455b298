/** So many large operations run at a time, in one process. */
const MAX_AT_ONCE = 4;
const MAX_WAIT_MS = 10_000;

/** Lets a few large operations run at a time, so that their memory adds up to a bound. The others wait in line. */
export class LargeOperations {
  #running = 0;
  readonly #waiting = new Set<() => void>();

  /** Answers how to leave again, or null when no place came free in time. */
  async enter(): Promise<(() => void) | null> {
    if (this.#running < MAX_AT_ONCE) this.#running += 1;
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
    else this.#running -= 1;
  }

  #placeIsFree(): Promise<boolean> {
    return new Promise((resolve) => {
      const settle = (isFree: boolean) => {
        clearTimeout(timer);
        this.#waiting.delete(onFree);
        resolve(isFree);
      };
      const onFree = () => settle(true);
      const timer = setTimeout(() => settle(false), MAX_WAIT_MS);
      this.#waiting.add(onFree);
    });
  }
}
