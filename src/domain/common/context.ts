import type { Config } from '../../config/config.js';
import type { Reader } from '../../database/reader/reader.js';
import type { Row } from '../../database/sql/rows.js';
import type { Unit } from '../../database/unit-of-work/unit-of-work.js';
import type { Principal, StaffPrincipal } from '../../visibility/principal.js';
import type { CardPaymentServices } from '../card-payments/card-payments.js';
import type { Limits } from '../limits/limits.js';

/** The GraphQL context. Resolvers read through `reader` and write through `change`. */
export interface Context<P extends Principal = Principal> {
  principal: P;
  reader: Reader;
  now: Date;
  config: Config;
  /** Identifies the request in the log and in INTERNAL_ERROR answers. */
  requestId: string;
  /** Network address of the caller, taken from the connection and never from what the caller sent. */
  address: string;
  /** Browser and system of the caller in words, as it says itself: Firefox on Android. */
  device: string;
  /** Rate limits on operations that can be abused. */
  limits: Limits;
  /** Online payments; null if the server has no access to Stripe. */
  cardPayments: CardPaymentServices | null;
  /**
   * Runs a write in one transaction and returns its payload: every entity in the result is replaced by its
   * row, reread after the flush as this principal may see it.
   */
  change<T extends object>(work: (unit: Unit) => Promise<T>): Promise<T>;
}

/** The context of an operation that only staff may call. */
export type StaffContext = Context<StaffPrincipal>;

/** A row as the root value of its type; a publication or a selection plan may have preloaded relations. */
export type Rooted<E> = Row<E> & Record<string, unknown>;
