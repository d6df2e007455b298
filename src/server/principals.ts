import { CompiledQuery, type Kysely } from 'kysely';
import { hashOfToken, PORTAL_TOKEN, STAFF_TOKEN } from '../database/tokens.js';
import { type OpenPortal, openPortal } from '../portal/portal-pass.js';
import {
  type ClientPrincipal,
  type Principal,
  type StaffPrincipal,
  visitor,
} from '../visibility/principal.js';

// biome-ignore lint/suspicious/noExplicitAny: read by plain statements
type Db = Kysely<any>;

/** Who is asking, and for a client all that it may see. */
export type Arrival =
  | { principal: Exclude<Principal, ClientPrincipal> }
  | { principal: ClientPrincipal; portal: OpenPortal | null };

/**
 * Finds out who holds the token of a request, by one prepared statement. Nothing of the answer
 * outlives the request, so a revoked token, a removed member or a portal cut holds from the next one.
 */
export async function whoIs(
  authorization: string | undefined,
  databases: { main: Db; portal: Db },
  now: Date,
): Promise<Arrival> {
  const token = authorization?.match(/^Bearer (\S+)$/i)?.[1] ?? '';
  if (token.startsWith(PORTAL_TOKEN)) return client(await openPortal(databases.portal, token, now));
  if (token.startsWith(STAFF_TOKEN))
    return { principal: (await staff(databases.main, token, now)) ?? visitor };
  return { principal: visitor };
}

function client(portal: OpenPortal | null): Arrival {
  const link = portal && {
    linkId: portal.linkId,
    businessId: portal.businessId,
    jobId: portal.jobId,
    clientId: portal.clientId,
  };
  return { principal: { kind: 'CLIENT', audience: 'CLIENT', link }, portal };
}

async function staff(db: Db, token: string, now: Date): Promise<StaffPrincipal | null> {
  const { rows } = await db.executeQuery<Omit<StaffPrincipal, 'kind'>>(
    CompiledQuery.raw(SESSION, [hashOfToken(token), now.toISOString()]),
  );
  return rows[0] ? { kind: 'STAFF', ...rows[0] } : null;
}

const SESSION = `
  select m.role as audience, m.id as "staffId", s.id as "sessionId", m.business_id as "businessId"
  from staff_sessions s
  join staff_members m on m.id = s.staff_member_id and m.removed_at is null
  where s.token_hash = $1 and s.revoked_at is null and s.expires_at > $2::timestamptz`;
