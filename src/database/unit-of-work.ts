import type { EntityManager } from '@mikro-orm/postgresql';
import type { Principal } from '../visibility/principal.js';
import { CODES, Refusal } from '../visibility/refusals.js';
import { stillAllowed, type TransactionId } from './actor-check.js';
import { outcomeOf } from './commit-outcome.js';
import { databaseFailureOf } from './failures.js';
import { CommitInDoubt } from './transactions.js';
import { NoTurn, type Turn, turnsOf } from './write-turns.js';

/** Everything that happens because of one request to change something: it commits whole or not at all. */
export interface Unit {
  em: EntityManager;
  actor: Principal | null;
  now: Date;
  /** What watchers did on top of the change, for its payload to tell (for example links revoked). */
  effects: Record<string, unknown>;
}

/** What a change is told of whoever asked for it. */
export interface Asker {
  /** Whether the connection that the request came by is closed. */
  isGone?(): boolean;
}

const units = new WeakMap<object, Unit>();
const turns = new WeakMap<Unit, Turn>();
const TRIES = 5;
/** A change that waits for one thing after another takes them all together in the end. */
const MAX_TURNS = 10;

/**
 * Runs the work in one transaction and commits it. Watchers (share prompts, portal links, live
 * notifications) do their part before the commit, in the same transaction. Two changes that block
 * each other are settled by trying the loser again: it had written nothing.
 *
 * Changes of the same thing (`takeTurn`) come one after the other and wait for that without a connection. A member
 * of staff who is removed, signed out or given another role meanwhile is refused: that is asked again in the
 * transaction, and held until the commit.
 *
 * Whatever this throws, nothing was changed, unless its extension `committed` says otherwise.
 */
export async function changeInOneUnit<T>(
  orm: EntityManager,
  actor: Principal | null,
  clock: () => Date,
  work: (unit: Unit) => Promise<T>,
  asker: Asker = {},
): Promise<{ result: T; effects: Unit['effects'] }> {
  const claimed = new Set<string>();
  for (let attempt = 1, turn = 1; ; ) {
    try {
      return await inTurn(orm, actor, claimed, (held) => {
        if (asker.isGone?.()) throw gone();
        return once(orm.fork({ clear: true }), { actor, clock, work, asker, held });
      });
    } catch (error) {
      if (error instanceof MustWait && turn < MAX_TURNS) turn += 1;
      else if (isTransient(error) && attempt < TRIES) attempt += 1;
      else throw inWords(error);
    }
  }
}

/** The unit that a flush or commit belongs to, for watchers. */
export function unitOf(em: EntityManager): Unit {
  const transaction = em.getTransactionContext();
  const unit = transaction && units.get(transaction);
  if (!unit) {
    throw new Error('A change was written outside changeInOneUnit, where no watcher can see it.');
  }
  return unit;
}

/**
 * Makes this change come after all others of the same thing (a job, a quote) in this process. It is called before
 * the row is locked; the lock is for other servers. A change that has to wait starts again when it is its turn.
 */
export function takeTurn(unit: Unit, kind: string, id: string): void {
  const key = `${kind} ${id.toLowerCase()}`;
  const turn = turns.get(unit);
  if (!turn || turn.has(key)) return;
  if (!turn.tryTake(exclusive(key))) throw new MustWait(key);
}

/** Stops a change that would have to wait holding a connection. */
class MustWait extends Error {
  constructor(readonly key: string) {
    super('Another change of the same thing runs.');
  }
}

interface Attempt<T> {
  actor: Principal | null;
  clock: () => Date;
  work: (unit: Unit) => Promise<T>;
  asker: Asker;
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
  fork: EntityManager,
  { actor, clock, work, asker, held }: Attempt<T>,
): Promise<{ result: T; effects: Unit['effects'] }> {
  let done: { result: T; effects: Unit['effects']; transaction: TransactionId } | undefined;
  try {
    await fork.transactional(async (em) => {
      const unit: Unit = { em: em as EntityManager, actor, now: clock(), effects: {} };
      units.set(em.getTransactionContext() as object, unit);
      turns.set(unit, held);
      const result = await work(unit);
      // Flushing takes locks too, but whoever removes the actor has to wait from here on.
      const transaction = await stillAllowed(unit, clock());
      await em.flush();
      if (asker.isGone?.()) throw gone();
      done = { result, effects: unit.effects, transaction };
    });
  } catch (error) {
    if (!(error instanceof CommitInDoubt) || !done) throw error;
    const outcome = await outcomeOf(fork, done.transaction);
    if (outcome === 'ABORTED') throw error.cause;
    if (outcome === 'UNKNOWN') throw unknown(error);
  }
  const { result, effects } = done as NonNullable<typeof done>;
  return { result, effects };
}

function businessOf(actor: Principal | null): string | undefined {
  if (actor?.kind === 'STAFF') return actor.businessId;
  return actor?.kind === 'CLIENT' ? actor.link?.businessId : undefined;
}

function exclusive(key: string) {
  return { key, room: 1, inOrder: true };
}

/** Deadlock, serialization failure: PostgreSQL has rolled the transaction back. */
function isTransient(error: unknown): boolean {
  return ['40P01', '40001'].includes((error as { code?: string } | null)?.code ?? '');
}

/** Nothing was changed, so that is what the sentence says. */
function inWords(error: unknown): unknown {
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

/** Nobody reads this; it only keeps the change from being made. */
function gone(): Refusal {
  return new Refusal('CONFLICT', 'The caller has gone; nothing was changed.');
}
