import type { Statements } from '../../database/postgres/statements.js';
import { StatementGuard } from '../../database/reader/statement-guard.js';
import { hashOfToken } from '../../database/tokens.js';
import type { Audience } from '../../visibility/audience.js';
import { type Capability, may } from '../../visibility/capabilities.js';
import { keyAudience } from '../../visibility/keys/key-audience.js';
import { isForKeys } from '../../visibility/keys/key-capabilities.js';
import type { StaffPrincipal } from '../../visibility/principal.js';

type Role = StaffPrincipal['audience'];

interface KeyRow {
  id: string;
  name: string;
  capabilities: Capability[];
  makerRole: Role;
  staffId: string;
  businessId: string;
  timeZone: string;
}

/** Returns the principal of an API key by one statement; null if it is unknown, ended, expired, or its maker was removed. */
export async function apiKey(
  db: Statements,
  token: string,
  now: Date,
): Promise<StaffPrincipal | null> {
  const [row] = await db.rows<KeyRow>(KEY, [hashOfToken(token), now.toISOString()]);
  if (!row) return null;
  const { id, name, capabilities, makerRole, staffId, businessId, timeZone } = row;
  const audience = audienceOf(capabilities, makerRole);
  const ids = { staffId, sessionId: id, businessId, timeZone };
  return { kind: 'STAFF', audience, ...ids, apiKey: { id, name, makerRole } };
}

/** Returns the audiences that keys have now, by id, without those that no longer work. */
export async function audiencesOfKeys(
  db: Statements,
  ids: string[],
  now: Date,
): Promise<Map<string, Audience>> {
  const rows = await db.rows<Pick<KeyRow, 'id' | 'capabilities' | 'makerRole'>>(AUDIENCES, [
    ids,
    now.toISOString(),
  ]);
  return new Map(rows.map((row) => [row.id, audienceOf(row.capabilities, row.makerRole)]));
}

/**
 * Returns the guard that the token is still that of exactly this principal. Name and capabilities of a key never change, so
 * with the role of its maker they are the same.
 */
export function guardOfKey(hash: string, principal: StaffPrincipal, now: Date): StatementGuard {
  const { apiKey: key, staffId, businessId, timeZone } = principal;
  return new StatementGuard(
    'API_KEY',
    [now.toISOString(), hash, key?.id, staffId, key?.makerRole, businessId, timeZone],
    (at, token, id, maker, role, business, zone) => `
    select ${validKey(at)}
    where k.token_hash = ${token} and k.id = ${id} and m.id = ${maker}
      and m.role = ${role} and b.id = ${business} and b.time_zone = ${zone}`,
  );
}

/** What a key may do is at most what its maker may do now. */
function audienceOf(capabilities: Capability[], makerRole: Role): Role {
  return keyAudience(capabilities.filter((each) => isForKeys(each) && may(makerRole, each)));
}

/** Conditions of a key that works, shared by all three statements. */
const validKey = (now: string) => `
  from api_keys k
  join staff_members m on m.id = k.created_by_id and m.removed_at is null
  join businesses b on b.id = k.business_id and k.ended_at is null
    and (k.expires_on is null or k.expires_on >= (${now}::timestamptz at time zone b.time_zone)::date)`;

const KEY = `
  select k.id, k.name, k.capabilities, m.role as "makerRole", m.id as "staffId",
    k.business_id as "businessId", b.time_zone as "timeZone"
  ${validKey('$2')} where k.token_hash = $1`;

const AUDIENCES = `
  select k.id, k.capabilities, m.role as "makerRole" ${validKey('$2')} where k.id = any($1::uuid[])`;
