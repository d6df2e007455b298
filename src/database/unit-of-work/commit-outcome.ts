import { setTimeout as after } from 'node:timers/promises';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { TransactionId } from './actor-check.js';

export type Outcome = 'COMMITTED' | 'ABORTED' | 'UNKNOWN';

const MAX_WAIT_MS = 3_000;
const POLL_INTERVAL_MS = 100;

/**
 * Returns the outcome of a transaction whose connection broke during COMMIT. Polls on another connection until
 * PostgreSQL knows it or MAX_WAIT_MS have passed.
 */
export async function outcomeOf(em: EntityManager, transaction: TransactionId): Promise<Outcome> {
  const until = Date.now() + MAX_WAIT_MS;
  for (;;) {
    const outcome = await queryOutcome(em, transaction).catch(outcomeOfError);
    if (outcome !== 'UNDECIDED') return outcome;
    if (Date.now() > until) return 'UNKNOWN';
    await after(POLL_INTERVAL_MS);
  }
}

/**
 * After a crash PostgreSQL may reuse a transaction id that was never written to disk. So "committed" counts only if the
 * server has not been restarted since the transaction began: a start writes a checkpoint. A regular checkpoint in that
 * time also makes the outcome unknown.
 */
async function queryOutcome(em: EntityManager, { xid, beganAt }: TransactionId) {
  const [row] = await em.fork().execute<{ status: string | null; isSameStart: boolean }[]>(
    `select pg_xact_status(?::xid8) as status,
      (select checkpoint_time < to_timestamp(floor(?::numeric)) from pg_control_checkpoint()) as "isSameStart"`,
    [xid, String(beganAt)],
  );
  if (row?.status === 'aborted') return 'ABORTED';
  if (row?.status === 'committed') return row.isSameStart ? 'COMMITTED' : 'UNKNOWN';
  return row?.status === 'in progress' ? 'UNDECIDED' : 'UNKNOWN';
}

/** 22023: the id is in the future, so the transaction was never written to disk. */
function outcomeOfError(error: unknown): 'ABORTED' | 'UNDECIDED' {
  return (error as { code?: string }).code === '22023' ? 'ABORTED' : 'UNDECIDED';
}
