import { Refusal } from '../visibility/refusals.js';
import type { Unit } from './unit-of-work.js';

/** How a transaction can be asked about after its connection is gone. */
export interface TransactionId {
  /** As in `pg_current_xact_id()`. */
  xid: string;
  /** When it began by PostgreSQL's clock, in seconds since 1970. */
  beganAt: number;
}

/**
 * Asks again, in the transaction of a change and after it has its locks, whether its member of staff may still make
 * it, and holds session and member until the commit: a removal, another role or a sign-out either waits for this
 * change, or has committed and refuses it. Clients are asked in each of their own writes, where their link is held.
 *
 * Answers which transaction it is.
 */
export async function stillAllowed({ em, actor }: Unit, now: Date): Promise<TransactionId> {
  if (actor?.kind !== 'STAFF') {
    const [row] = await em.execute<Row[]>(`select ${TRANSACTION}`);
    return idOf(row);
  }
  const [row] = await em.execute<(Row & { role: string | null })[]>(STILL_THERE, [
    now.toISOString(),
    actor.sessionId,
    actor.staffId,
  ]);
  if (!row) throw new Refusal('UNAUTHENTICATED');
  if (row.role !== null && row.role !== actor.audience)
    throw new Refusal(
      'FORBIDDEN',
      'Your role has changed; load the page again and go on from there.',
    );
  return idOf(row);
}

interface Row {
  xid: string;
  beganAt: string;
}

function idOf(row: Row | undefined): TransactionId {
  if (!row) throw new Error('PostgreSQL did not say which transaction this is.');
  return { xid: row.xid, beganAt: Number(row.beganAt) };
}

const TRANSACTION = `pg_current_xact_id()::text as xid, extract(epoch from now())::text as "beganAt"`;

// What this very change has written of its own member or session (signing out, a new password) does not stop it.
const OURS = (row: string) => `${row}.xmin = pg_current_xact_id()::xid`;

const STILL_THERE = `
  select case when ${OURS('m')} then null else m.role end as role, ${TRANSACTION}
  from staff_sessions s join staff_members m on m.id = s.staff_member_id
  where (${OURS('s')} or (s.revoked_at is null and s.expires_at > ?::timestamptz))
    and (${OURS('m')} or m.removed_at is null) and s.id = ? and m.id = ?
  for share of s, m`;
