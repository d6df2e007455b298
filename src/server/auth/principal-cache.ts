import { hashOfToken } from '../../database/tokens.js';
import type { StaffPrincipal } from '../../visibility/principal.js';

const MAX_ENTRIES = 10_000;

interface Entry {
  principal: StaffPrincipal;
  tokenHash: string;
}

/**
 * Last known principal of each staff token; the oldest entries are dropped first. It proves nothing: a principal from
 * the cache may only be used under a statement guard, which checks in the reading statement that it is still valid.
 */
export class PrincipalCache {
  readonly #byToken = new Map<string, Entry>();

  get(token: string): Entry | undefined {
    return this.#byToken.get(token);
  }

  set(token: string, principal: StaffPrincipal): void {
    const tokenHash = this.#byToken.get(token)?.tokenHash ?? hashOfToken(token);
    this.#byToken.delete(token);
    this.#byToken.set(token, { principal, tokenHash });
    const [oldest] = this.#byToken.keys();
    if (this.#byToken.size > MAX_ENTRIES && oldest !== undefined) this.#byToken.delete(oldest);
  }

  delete(token: string): void {
    this.#byToken.delete(token);
  }
}
