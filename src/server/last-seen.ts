import type { StaffPrincipal } from '../visibility/principal.js';

const MOST_REMEMBERED = 10_000;

/**
 * Who came with a token the last time. It lets nobody in: it is what a request begins with while the
 * database says, by the statement that reads for it, whether it is still so.
 */
export class LastSeen {
  readonly #byToken = new Map<string, StaffPrincipal>();

  of(token: string): StaffPrincipal | undefined {
    return this.#byToken.get(token);
  }

  saw(token: string, principal: StaffPrincipal): void {
    this.#byToken.delete(token);
    this.#byToken.set(token, principal);
    const [oldest] = this.#byToken.keys();
    if (this.#byToken.size > MOST_REMEMBERED && oldest !== undefined) this.#byToken.delete(oldest);
  }

  forget(token: string): void {
    this.#byToken.delete(token);
  }
}
