import { type Fault, faulty, Refusal } from '../refusals.js';

/** A form has fewer wrong fields; a hostile list may have thousands. */
const MAX_FAULTS = 20;

/** Collects the faults of an input, so that the caller learns all of them from one error. */
export class Faults {
  readonly #faults: Fault[] = [];

  get list(): readonly Fault[] {
    return this.#faults;
  }

  get isFull(): boolean {
    return this.#faults.length >= MAX_FAULTS;
  }

  /** Keeps the first fault of each field. */
  add(field: string, reason: string): void {
    if (!this.isFull && !this.#faults.some((fault) => fault.field === field))
      this.#faults.push({ field, reason });
  }

  /** Whether the value at this path, or one inside it, has a fault. */
  has(path: string): boolean {
    return this.#faults.some(({ field }) => field === path || field.startsWith(`${path}.`));
  }

  /** Runs a check that throws VALIDATION_FAILED; keeps its faults and returns undefined. Throws any other error. */
  check<T>(work: () => T): T | undefined {
    try {
      return work();
    } catch (error) {
      this.#keep(error);
      return undefined;
    }
  }

  /** The same for a check that takes time, such as one that reads from the database. */
  async checkLater<T>(work: () => Promise<T>): Promise<T | undefined> {
    try {
      return await work();
    } catch (error) {
      this.#keep(error);
      return undefined;
    }
  }

  /** Throws one VALIDATION_FAILED with all faults, if there is one. */
  throwIfAny(): void {
    const [first, ...others] = this.#faults;
    if (first) throw faulty([first, ...others]);
  }

  #keep(error: unknown): void {
    const faults = error instanceof Refusal ? error.extensions.faults : null;
    if (!Array.isArray(faults)) throw error;
    for (const { field, reason } of faults as Fault[]) this.add(field, reason);
  }
}
