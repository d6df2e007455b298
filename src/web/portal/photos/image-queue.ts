/** Number of images that are fetched at one time beside those on the screen. */
const MAX_AT_ONCE = 3;

type Load = () => Promise<unknown>;

/**
 * Fetches the thumbnails that were not scrolled to, a few at a time and after the page itself: paper has them all. With
 * the browser's data saver on, only when the page is to be printed.
 */
class ImageQueue {
  private readonly waiting = new Set<Load>();
  private running = 0;
  private isStarted = false;
  private whenIdle: (() => void)[] = [];

  /** Adds a load, unless it is taken back before its turn. Returns how to take it back. */
  add(load: Load): () => void {
    this.waiting.add(load);
    if (this.isStarted) this.run();
    return () => {
      this.waiting.delete(load);
      this.settle();
    };
  }

  start(): void {
    this.isStarted = true;
    this.run();
  }

  /** Starts at once; resolves when nothing waits any more. */
  drained(): Promise<void> {
    this.start();
    return new Promise((resolve) => {
      this.whenIdle.push(resolve);
      this.settle();
    });
  }

  private run(): void {
    for (const load of this.waiting) {
      if (this.running >= MAX_AT_ONCE) return;
      this.waiting.delete(load);
      this.running += 1;
      load().finally(() => {
        this.running -= 1;
        this.run();
        this.settle();
      });
    }
  }

  private settle(): void {
    if (this.running > 0 || this.waiting.size > 0) return;
    for (const resolve of this.whenIdle.splice(0)) resolve();
  }
}

export const imageQueue = new ImageQueue();

const START_AFTER_MS = 600;

/** Starts the queue once the page has had time to show itself. */
export function startImageQueueSoon(): () => void {
  const { connection } = navigator as { connection?: { saveData?: boolean } };
  if (connection?.saveData) return () => undefined;
  const timer = setTimeout(() => imageQueue.start(), START_AFTER_MS);
  return () => clearTimeout(timer);
}
