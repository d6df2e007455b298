import { Proof } from '../database/proof.js';
import type { Statements } from '../database/statements.js';
import { hashOfToken, PORTAL_TOKEN, STAFF_TOKEN } from '../database/tokens.js';
import type { Asked, Standing } from '../live/standing.js';
import { linksStillOpen, type OpenPortal, openPortal } from '../portal/portal-pass.js';
import {
  type ClientPrincipal,
  type Principal,
  type StaffPrincipal,
  visitor,
} from '../visibility/principal.js';

type Db = Statements;

/** Who is asking, and for a client all that it may see. */
export type Arrival =
  | { principal: Exclude<Principal, ClientPrincipal> }
  | {
      principal: ClientPrincipal;
      portal: OpenPortal | null;
      /** Opens the link once more: what it shows has changed. */
      again(now: Date): Promise<OpenPortal | null>;
    };

/**
 * Finds out who holds the token of a request, by one prepared statement. Nothing of the answer
 * outlives the request, so a revoked token, a removed member or a portal cut holds from the next one.
 */
export async function whoIs(
  authorization: string | undefined,
  databases: { main: Db; portal: Db },
  now: Date,
): Promise<Arrival> {
  const token = tokenIn(authorization);
  if (token.startsWith(PORTAL_TOKEN))
    return client((at) => openPortal(databases.portal, token, at), now);
  if (token.startsWith(STAFF_TOKEN))
    return { principal: (await staff(databases.main, token, now)) ?? visitor };
  return { principal: visitor };
}

/** The token of a request, whosever it is. */
export function tokenIn(authorization: string | undefined): string {
  return authorization?.match(/^Bearer (\S+)$/i)?.[1] ?? '';
}

async function client(
  open: (now: Date) => Promise<OpenPortal | null>,
  now: Date,
): Promise<Arrival> {
  const portal = await open(now);
  const link = portal && {
    linkId: portal.linkId,
    businessId: portal.businessId,
    jobId: portal.jobId,
    clientId: portal.clientId,
  };
  return { principal: { kind: 'CLIENT', audience: 'CLIENT', link }, portal, again: open };
}

async function staff(db: Db, token: string, now: Date): Promise<StaffPrincipal | null> {
  const [row] = await db.rows<Omit<StaffPrincipal, 'kind'>>(SESSION, [
    hashOfToken(token),
    now.toISOString(),
  ]);
  return row ? { kind: 'STAFF', ...row } : null;
}

/**
 * How each of these people stands now, by two statements however many they are; null for whoever may
 * no longer come in. For a job it also says whether the person works on it.
 */
export async function standingsOf(
  asked: Asked[],
  databases: { main: Db; portal: Db },
  now: Date,
): Promise<(Standing | null)[]> {
  const sessions = asked.flatMap(({ principal, jobId }) =>
    principal.kind === 'STAFF' ? [{ id: principal.sessionId, jobId }] : [],
  );
  const links = asked.flatMap(({ principal }) =>
    principal.kind === 'CLIENT' && principal.link ? [principal.link.linkId] : [],
  );
  const [staff, open] = await Promise.all([
    sessions.length > 0 ? staffStandings(databases.main, sessions, now) : null,
    links.length > 0 ? linksStillOpen(databases.portal, links, now) : null,
  ]);
  return asked.map(({ principal, jobId }) => {
    if (principal.kind === 'STAFF') return staff?.get(place(principal.sessionId, jobId)) ?? null;
    const version = principal.kind === 'CLIENT' && open?.get(principal.link?.linkId ?? 'none');
    return version ? { audience: 'CLIENT', worksOnJob: true, version } : null;
  });
}

async function staffStandings(
  db: Db,
  sessions: { id: string; jobId: string | null }[],
  now: Date,
): Promise<Map<string, Standing>> {
  const rows = await db.rows<Standing & { sessionId: string; jobId: string | null }>(STANDINGS, [
    sessions.map(({ id }) => id),
    now.toISOString(),
    sessions.map(({ jobId }) => jobId),
  ]);
  return new Map(rows.map((row) => [place(row.sessionId, row.jobId), row]));
}

function place(sessionId: string, jobId: string | null): string {
  return `${sessionId} ${jobId?.toLowerCase() ?? ''}`;
}

/** That the token still makes its holder the very same principal, to be asked along with what they read. */
export function proofOf(token: string, principal: StaffPrincipal, now: Date): Proof {
  const { sessionId, staffId, audience, businessId, timeZone } = principal;
  const hash = hashOfToken(token);
  return new Proof(
    (bind) => `
    select ${goodSession(bind(now.toISOString()))} join businesses b on b.id = m.business_id
    where s.token_hash = ${bind(hash)} and s.id = ${bind(sessionId)} and m.id = ${bind(staffId)}
      and m.role = ${bind(audience)} and b.id = ${bind(businessId)} and b.time_zone = ${bind(timeZone)}`,
  );
}

// What keeps a session good stands here once, for all three questions.
const goodSession = (now: string) => `
  from staff_sessions s
  join staff_members m on m.id = s.staff_member_id and m.removed_at is null
    and s.revoked_at is null and s.expires_at > ${now}::timestamptz`;

const SESSION = `
  select m.role as audience, m.id as "staffId", s.id as "sessionId", m.business_id as "businessId",
    b.time_zone as "timeZone"
  ${goodSession('$2')} join businesses b on b.id = m.business_id where s.token_hash = $1`;

const STANDINGS = `
  select s.id as "sessionId", q.job_id as "jobId", m.role as audience,
    exists (select from assignments a where a.job_id = q.job_id and a.staff_member_id = m.id) as "worksOnJob"
  ${goodSession('$2')} join unnest($1::uuid[], $3::uuid[]) q(session_id, job_id) on q.session_id = s.id`;
