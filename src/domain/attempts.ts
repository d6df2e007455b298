import { networkOf } from './enquiries/sender.js';

const TEN_MINUTES = 10 * 60 * 1000;
export const MOST_NETWORKS = 100_000;

/**
 * Counts what went wrong lately from each network address, on this server. The address is the
 * network's word, so nobody chooses under which name they are counted.
 */
export class Attempts {
  #since = 0;
  readonly #counts = new Map<string, number>();

  constructor(private readonly most: number) {}

  /** Counts one more; false when there were too many already. */
  add(address: string, now: Date): boolean {
    this.#beginAnew(now);
    const network = networkOf(address);
    const count = this.#counts.get(network) ?? 0;
    if (count >= this.most) return false;
    if (this.#counts.size >= MOST_NETWORKS) this.#counts.clear();
    this.#counts.set(network, count + 1);
    return true;
  }

  /** How many networks are remembered; never more than fit in a few megabytes. */
  get size(): number {
    return this.#counts.size;
  }

  /** It did not go wrong after all. */
  takeBack(address: string): void {
    const network = networkOf(address);
    const count = this.#counts.get(network) ?? 0;
    if (count > 0) this.#counts.set(network, count - 1);
  }

  #beginAnew(now: Date): void {
    if (now.getTime() - this.#since < TEN_MINUTES) return;
    this.#since = now.getTime();
    this.#counts.clear();
  }
}
