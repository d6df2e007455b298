import type { EntityManager } from '@mikro-orm/postgresql';
import type { Principal } from '../visibility/principal.js';

/** Everything that happens because of one request to change something: it commits whole or not at all. */
export interface Unit {
  em: EntityManager;
  actor: Principal | null;
  now: Date;
  /** What watchers did on top of the change, for its payload to tell (for example links revoked). */
  effects: Record<string, unknown>;
}

const units = new WeakMap<object, Unit>();
const TRIES = 5;

/**
 * Runs the work in one transaction and commits it. Watchers (share prompts, portal links, live
 * notifications) do their part before the commit, in the same transaction. Two changes that block
 * each other are settled by trying the loser again: it had written nothing.
 */
export async function changeInOneUnit<T>(
  orm: EntityManager,
  actor: Principal | null,
  clock: () => Date,
  work: (unit: Unit) => Promise<T>,
): Promise<{ result: T; effects: Unit['effects'] }> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await once(orm.fork({ clear: true }), actor, clock(), work);
    } catch (error) {
      if (attempt === TRIES || !isTransient(error)) throw error;
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

async function once<T>(
  fork: EntityManager,
  actor: Principal | null,
  now: Date,
  work: (unit: Unit) => Promise<T>,
) {
  return fork.transactional(async (em) => {
    const unit: Unit = { em: em as EntityManager, actor, now, effects: {} };
    units.set(em.getTransactionContext() as object, unit);
    const result = await work(unit);
    await em.flush();
    return { result, effects: unit.effects };
  });
}

/** Deadlock, serialization failure. */
function isTransient(error: unknown): boolean {
  return ['40P01', '40001'].includes((error as { code?: string }).code ?? '');
}
