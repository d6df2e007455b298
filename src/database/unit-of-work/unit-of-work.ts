import type { EntityManager } from '@mikro-orm/postgresql';
import type { Principal } from '../../visibility/principal.js';
import { CODES, Refusal } from '../../visibility/refusals.js';
import { databaseFailureOf } from '../postgres/failures.js';
import { stillAllowed, type TransactionId } from './actor-check.js';
import { outcomeOf } from './commit-outcome.js';
import { Known } from './known.js';
import { CommitInDoubt } from './transactions.js';
import type { Unit } from './unit.js';
import { UnitSql } from './unit-sql.js';
import { NoTurn, type Turn, turnsOf } from './write-turns.js';

export type { Unit };

/** Committed change. */
export interface Done<T> {
  result: T;
  effects: Unit['effects'];
  known: Known;
}

/** Caller of a change. */
export interface Caller {
  /** Whether the connection of the request is closed. */
  isGone?(): boolean;
}

const units = new WeakMap<object, Unit>();
const turns = new WeakMap<Unit, Turn>();
const MAX_ATTEMPTS = 5;
/** Maximum restarts of a change for turns that it asked for late; each restart claims all turns known so far. */
const MAX_TURNS = 10;

/**
 * Runs the work in one transaction and commits it. Watchers (share prompts, portal links, change events) write in the
 * same transaction, before the commit. After a deadlock or serialization failure, which roll back, it runs again.
 *
 * Changes of the same thing (`takeTurn`) run one after the other and wait without a connection. A staff member who was
 * removed, signed out or given another role meanwhile is refused (`stillAllowed`).
 *
 * If this throws, nothing was changed, unless the extension `committed` of the error says otherwise.
 */
export async function changeInOneUnit<T>(
  orm: EntityManager,
  actor: Principal | null,
  clock: () => Date,
  work: (unit: Unit) => Promise<T>,
  caller: Caller = {},
): Promise<Done<T>> {
  const claimed = new Set<string>();
  for (let attempt = 1, turn = 1; ; ) {
    try {
      return await inTurn(orm, actor, claimed, (held) => {
        if (caller.isGone?.()) throw callerGone();
        return once(orm, { actor, clock, work, caller, held });
      });
    } catch (error) {
      if (error instanceof MustWait && turn < MAX_TURNS) turn += 1;
      else if (isTransient(error) && attempt < MAX_ATTEMPTS) attempt += 1;
      else throw asRefusal(error);
    }
  }
}

/** Returns the unit of a flush or commit; undefined in a transaction outside `changeInOneUnit`. */
export function findUnit(em: EntityManager): Unit | undefined {
  const transaction = em.getTransactionContext();
  return transaction && units.get(transaction);
}

/**
 * Queues this change behind the other changes of the same thing (a job, a quote) in this process. Must be called before
 * the row lock, which is for other servers. If the change has to wait, it is rolled back and restarted at its turn.
 */
export function takeTurn(unit: Unit, kind: string, id: string): void {
  const key = `${kind} ${id.toLowerCase()}`;
  const turn = turns.get(unit);
  if (!turn || turn.has(key)) return;
  if (!turn.tryTake(exclusive(key))) throw new MustWait(key);
}

/** Thrown to roll back a change that would have to wait while it holds a connection. */
class MustWait extends Error {
  constructor(readonly key: string) {
    super('Another change of the same thing runs.');
  }
}

interface Attempt<T> {
  actor: Principal | null;
  clock: () => Date;
  work: (unit: Unit) => Promise<T>;
  caller: Caller;
  held: Turn;
}

async function inTurn<T>(
  orm: EntityManager,
  actor: Principal | null,
  claimed: Set<string>,
  work: (turn: Turn) => Promise<T>,
): Promise<T> {
  const all = turnsOf(orm);
  const turn = await all.take([...all.seatsOf(businessOf(actor)), ...[...claimed].map(exclusive)]);
  try {
    return await work(turn);
  } catch (error) {
    if (error instanceof MustWait) claimed.add(error.key);
    throw error;
  } finally {
    turn.end();
  }
}

async function once<T>(
  orm: EntityManager,
  { actor, clock, work, caller, held }: Attempt<T>,
): Promise<Done<T>> {
  let done: (Done<T> & { transaction: TransactionId }) | undefined;
  try {
    const inTransaction = async (em: EntityManager) => {
      const unit = unitIn(em, actor, clock());
      turns.set(unit, held);
      const result = await work(unit);
      // Before the flush, which may wait for locks: from here on a removal of the actor waits for this change.
      const transaction = await stillAllowed(unit);
      await em.flush();
      if (caller.isGone?.()) throw callerGone();
      done = { result, effects: unit.effects, known: unit.known, transaction };
    };
    await orm.transactional(inTransaction as (em: object) => Promise<void>, { clear: true });
  } catch (error) {
    if (!(error instanceof CommitInDoubt) || !done) throw error;
    const outcome = await outcomeOf(orm, done.transaction);
    if (outcome === 'ABORTED') throw error.cause;
    if (outcome === 'UNKNOWN') throw unknown(error);
  }
  return done as NonNullable<typeof done>;
}

function unitIn(em: EntityManager, actor: Principal | null, now: Date): Unit {
  const unit: Unit = {
    em,
    actor,
    now,
    sql: new UnitSql(em),
    known: new Known(em),
    changes: [],
    effects: {},
  };
  units.set(em.getTransactionContext() as object, unit);
  return unit;
}

function businessOf(actor: Principal | null): string | undefined {
  if (actor?.kind === 'STAFF') return actor.businessId;
  return actor?.kind === 'CLIENT' ? actor.link?.businessId : undefined;
}

function exclusive(key: string) {
  return { key, maxHolders: 1, inOrder: true };
}

/** Whether it is a deadlock or serialization failure, after which PostgreSQL has rolled back. */
function isTransient(error: unknown): boolean {
  return ['40P01', '40001'].includes((error as { code?: string } | null)?.code ?? '');
}

/** Converts database failures to refusals, whose sentence adds that nothing was changed. */
function asRefusal(error: unknown): unknown {
  const failure =
    error instanceof NoTurn || error instanceof MustWait ? 'BUSY' : databaseFailureOf(error);
  if (!failure || error instanceof Refusal) return error;
  const refusal = new Refusal(failure, `${CODES[failure]} Nothing was changed.`);
  return Object.assign(refusal, { cause: error });
}

function unknown(cause: unknown): Refusal {
  const sentence =
    'The database went away while your change was being saved, so we cannot say whether it was; look before you try again.';
  return Object.assign(new Refusal('UNAVAILABLE', sentence, { committed: null }), { cause });
}

/** Rolls the change back; nobody receives it. */
function callerGone(): Refusal {
  return new Refusal('CONFLICT', 'The caller has gone; nothing was changed.');
}
