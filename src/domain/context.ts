import type { Config } from '../config.js';
import type { Reader } from '../database/reader.js';
import type { Row } from '../database/rows.js';
import type { Unit } from '../database/unit-of-work.js';
import type { Principal, StaffPrincipal } from '../visibility/principal.js';
import type { Limits } from './limits/limits.js';

/** What every resolver is handed. It reads through `reader` and writes through `change`. */
export interface Context<P extends Principal = Principal> {
  principal: P;
  reader: Reader;
  now: Date;
  config: Config;
  /** Names the request in the log and in INTERNAL_ERROR answers. */
  requestId: string;
  /** The network address of whoever asks, as the connection says it and not as the caller does. */
  address: string;
  /** How often callers may try what can be abused. */
  limits: Limits;
  /**
   * Runs a write in one transaction and answers its payload as rows read afresh: every record in the
   * result is replaced by its row as this principal may read it.
   */
  change<T extends object>(work: (unit: Unit) => Promise<T>): Promise<T>;
}

/** The context of an operation that only staff may call. */
export type StaffContext = Context<StaffPrincipal>;

/** A row as the root of its fields; a publication or a look-ahead may have brought relations along. */
export type Rooted<E> = Row<E> & Record<string, unknown>;
