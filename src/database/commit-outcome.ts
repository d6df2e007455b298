import { setTimeout as after } from 'node:timers/promises';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { TransactionId } from './actor-check.js';

export type Outcome = 'COMMITTED' | 'ABORTED' | 'UNKNOWN';

const ASKED_FOR_MS = 3_000;
const PAUSE_MS = 100;

/**
 * What became of a transaction whose connection broke during its COMMIT, asked on another connection until
 * PostgreSQL knows or three seconds have passed.
 */
export async function outcomeOf(em: EntityManager, transaction: TransactionId): Promise<Outcome> {
  const until = Date.now() + ASKED_FOR_MS;
  for (;;) {
    const outcome = await ask(em, transaction).catch(outcomeOfError);
    if (outcome !== 'UNDECIDED') return outcome;
    if (Date.now() > until) return 'UNKNOWN';
    await after(PAUSE_MS);
  }
}

/**
 * After a crash PostgreSQL may give a number that was never written down to another transaction, so "committed"
 * is believed only of a server that has not been started since: a start writes a checkpoint. The checkpoints of a
 * server at work fall into that time too now and then, and leave it unknown.
 */
async function ask(em: EntityManager, { xid, beganAt }: TransactionId) {
  const [row] = await em.fork().execute<{ status: string | null; isSameStart: boolean }[]>(
    `select pg_xact_status(?::xid8) as status,
      (select checkpoint_time < to_timestamp(floor(?::numeric)) from pg_control_checkpoint()) as "isSameStart"`,
    [xid, String(beganAt)],
  );
  if (row?.status === 'aborted') return 'ABORTED';
  if (row?.status === 'committed') return row.isSameStart ? 'COMMITTED' : 'UNKNOWN';
  return row?.status === 'in progress' ? 'UNDECIDED' : 'UNKNOWN';
}

/** A number from the future was never written down, so nothing that it did was. */
function outcomeOfError(error: unknown): 'ABORTED' | 'UNDECIDED' {
  return (error as { code?: string }).code === '22023' ? 'ABORTED' : 'UNDECIDED';
}
