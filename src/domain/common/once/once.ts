import { hash } from 'node:crypto';
import { v7 } from 'uuid';
import { takeTurn, type Unit } from '../../../database/unit-of-work/unit-of-work.js';
import type { Watcher } from '../../../database/unit-of-work/watchers.js';
import type { Principal } from '../../../visibility/principal.js';
import { conflict } from '../../../visibility/refusals.js';
import { restoredPayload, type StoredResult, storedResult } from './stored-result.js';

/** Time for which a key is remembered. */
export const KEY_LIFETIME_MS = 24 * 3_600_000;

/** Call of a mutation with an idempotency key. */
export interface KeyedCall {
  /** Name of the mutation. */
  operation: string;
  key: string;
  /** All other arguments; the same key with another request is refused. */
  request: object;
}

/** Work of a change that is done once for its key, its person and its mutation. */
export class OnceForKey<T extends object> {
  /** Whether an earlier call did the work, so that its result was restored. */
  isRepeat = false;

  constructor(
    private readonly call: KeyedCall,
    private readonly work: (unit: Unit) => Promise<T>,
  ) {}

  /**
   * Does the work, or returns the result of the call that did it, with references to its entities. Concurrent calls
   * with one key run one after the other. Throws CONFLICT if the key was used for another request.
   */
  async run(unit: Unit): Promise<T> {
    const use = keyUse(unit.actor, this.call);
    // Calls on this server wait without a connection, those on other servers for the lock.
    takeTurn(unit, 'key', use.key);
    await unit.sql.rows('select pg_advisory_xact_lock(hashtextextended($1, 0))', [use.key]);
    const earlier = await earlierUse(unit, use);
    this.isRepeat = earlier !== null;
    if (earlier) return this.#repeated(unit, use, earlier);
    const payload = await this.work(unit);
    results.set(unit, { use, payload });
    return payload;
  }

  #repeated(unit: Unit, use: Use, { request, result }: EarlierUse): T {
    if (request !== use.request)
      throw conflict('This key was used for another request; use a new key for each.');
    Object.assign(unit.effects, result.effects);
    return restoredPayload(unit, result) as T;
  }
}

/** Stores the key of a change with its result, in its transaction: a change that fails leaves its key unused. */
export class KeyWatcher implements Watcher {
  watches(): boolean {
    return false;
  }

  async settle(unit: Unit): Promise<void> {
    const made = results.get(unit);
    if (!made) return;
    const { businessId, operation, person, key, request } = made.use;
    const result = JSON.stringify(storedResult(unit, made.payload));
    await unit.sql.rows(
      `insert into used_keys (id, business_id, operation, person, key, request, result, used_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [v7(), businessId, operation, person, key, request, result, unit.now],
    );
  }
}

/** Results of changes with a key, until they are stored. */
const results = new WeakMap<Unit, { use: Use; payload: object }>();

/** Use of a key as it is stored. */
interface Use {
  businessId: string | null;
  operation: string;
  person: string;
  key: string;
  request: string;
}

interface EarlierUse {
  request: string;
  result: StoredResult;
}

/**
 * A visitor is nobody in particular, so their keys are those of a request: two visitors who happen to send the same key
 * do not hinder one another.
 */
function keyUse(actor: Principal | null, { operation, key, request }: KeyedCall): Use {
  const { person, businessId } = personOf(actor);
  const asked = JSON.stringify(request, inOrder);
  const parts = [operation, person, key, ...(person === VISITOR ? [asked] : [])];
  return {
    businessId,
    operation,
    person,
    key: hash('sha256', JSON.stringify(parts)),
    request: hash('sha256', JSON.stringify([key, asked])),
  };
}

const VISITOR = 'visitor';

function personOf(actor: Principal | null): { person: string; businessId: string | null } {
  if (actor?.kind === 'STAFF') {
    const person = actor.apiKey ? `api key ${actor.apiKey.id}` : `staff ${actor.staffId}`;
    return { person, businessId: actor.businessId };
  }
  if (actor?.kind === 'CLIENT' && actor.link)
    return { person: `link ${actor.link.linkId}`, businessId: actor.link.businessId };
  return { person: VISITOR, businessId: null };
}

/** Sorts the properties of objects, so that the order of input fields makes no other request. */
function inOrder(_name: string, value: unknown): unknown {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Returns the call that used the key within its lifetime; an older one is removed. */
async function earlierUse({ sql, now }: Unit, { key }: Use): Promise<EarlierUse | null> {
  const [used] = await sql.rows<EarlierUse & { used_at: string | Date }>(
    'select request, result, used_at from used_keys where key = $1 and person is not null',
    [key],
  );
  if (!used) return null;
  if (now.getTime() - new Date(used.used_at).getTime() < KEY_LIFETIME_MS) return used;
  await sql.rows('delete from used_keys where key = $1 and person is not null', [key]);
  return null;
}
