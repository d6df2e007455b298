import type { Principal, StaffPrincipal } from '../../visibility/principal.js';
import { Refusal } from '../../visibility/refusals.js';
import type { Unit } from './unit.js';

/** Identifies a transaction, to look up its outcome after its connection broke. */
export interface TransactionId {
  /** Value of `pg_current_xact_id()`. */
  xid: string;
  /** Start by PostgreSQL's clock, in seconds since 1970. */
  beganAt: number;
}

/** Columns that an {@link actorQuery} adds to a statement. */
export interface ActorRow {
  /** Null if this transaction has written the staff member: then no other transaction can have changed it. */
  actorRole: string | null;
  /** Null if the session has ended or the staff member was removed. */
  xid: string | null;
  beganAt: string | null;
}

const allowed = new WeakMap<Unit, TransactionId>();

/**
 * Checks in the transaction of a change, after it has its locks, that its staff member may still make it, and locks
 * session and member until the commit: a removal, a change of role or a sign-out either waits for this change or has
 * committed and refuses it. Clients are checked in each of their own writes, which lock the portal link. Does nothing
 * if the actor was checked along with a lock.
 *
 * Returns the id of the transaction; throws as {@link allowActor} does.
 */
export async function stillAllowed(unit: Unit): Promise<TransactionId> {
  const before = allowed.get(unit);
  if (before) return before;
  const { text, values } = actorQuery(unit, null, 1);
  const [row] = await unit.sql.rows<ActorRow>(`with ${text} select * from actor`, values);
  return allowActor(unit, row ?? { actorRole: null, xid: null, beganAt: null });
}

/**
 * Returns the check of {@link stillAllowed} as a common table expression `actor` with the columns of an
 * {@link ActorRow}, and its parameters; those of one `kind` have the same text. `after` is the name of an expression that takes a lock first, so that the actor
 * is read after everything that committed while the lock was awaited. `first` is the number of the first parameter.
 */
export function actorQuery({ actor, now }: Unit, after: string | null, first: number) {
  if (actor?.kind !== 'STAFF' && actor?.kind !== 'SETUP')
    return {
      kind: 'OTHER',
      text: `actor as (select null as "actorRole", ${TRANSACTION})`,
      values: [],
    };
  if (actor.kind === 'STAFF' && actor.apiKey) return keyQuery(actor, now, after, first);
  const [at, session, member] = [first, first + 1, first + 2].map((number) => `$${number}`);
  const text = `actor as materialized (
    select case when ${writtenHere('m')} then null else m.role end as "actorRole", ${TRANSACTION}
    from ${after ? `${after} cross join ` : ''}staff_sessions s join staff_members m on m.id = s.staff_member_id
    where (${writtenHere('s')} or (s.revoked_at is null and s.expires_at > ${at}::timestamptz))
      and (${writtenHere('m')} or m.removed_at is null) and s.id = ${session} and m.id = ${member}
    for share of s, m)`;
  return { kind: 'SESSION', text, values: [now.toISOString(), actor.sessionId, actor.staffId] };
}

/** The same for an API key: it is not ended or expired, and its maker is still there. */
function keyQuery(
  { sessionId, staffId }: StaffPrincipal,
  now: Date,
  after: string | null,
  first: number,
) {
  const [at, key, member] = [first, first + 1, first + 2].map((number) => `$${number}`);
  const text = `actor as materialized (
    select case when ${writtenHere('m')} then null else m.role end as "actorRole", ${TRANSACTION}
    from ${after ? `${after} cross join ` : ''}api_keys k join staff_members m on m.id = k.created_by_id
    join businesses b on b.id = k.business_id
    where k.ended_at is null and (k.expires_on is null
        or k.expires_on >= (${at}::timestamptz at time zone b.time_zone)::date)
      and (${writtenHere('m')} or m.removed_at is null) and k.id = ${key} and m.id = ${member}
    for share of k, m)`;
  return { kind: 'API_KEY', text, values: [now.toISOString(), sessionId, staffId] };
}

/**
 * Evaluates the row of an {@link actorQuery} and returns the id of the transaction.
 *
 * @throws UNAUTHENTICATED after a removal or a sign-out, FORBIDDEN after a change of role.
 */
export function allowActor(unit: Unit, { actorRole, xid, beganAt }: ActorRow): TransactionId {
  if (xid === null) throw new Refusal('UNAUTHENTICATED');
  const { actor } = unit;
  const role = actor && roleOf(actor);
  if (actorRole !== null && actorRole !== role)
    throw new Refusal(
      'FORBIDDEN',
      'Your role has changed; load the page again and go on from there.',
    );
  const transaction = { xid, beganAt: Number(beganAt) };
  allowed.set(unit, transaction);
  return transaction;
}

/** Role of the staff member when the request was authenticated; of an API key, that of its maker. */
function roleOf(actor: Principal): string {
  if (actor.kind === 'SETUP') return actor.role;
  return actor.kind === 'STAFF' && actor.apiKey ? actor.apiKey.makerRole : actor.audience;
}

const TRANSACTION = `pg_current_xact_id()::text as xid, extract(epoch from now())::text as "beganAt"`;

/** A change of the actor's own member or session (signing out, a new password) must not refuse itself. */
const writtenHere = (row: string) => `${row}.xmin = pg_current_xact_id()::xid`;
