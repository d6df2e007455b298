import type { Statements } from '../../database/postgres/statements.js';
import { StatementGuard } from '../../database/reader/statement-guard.js';
import { API_KEY_TOKEN, hashOfToken, PORTAL_TOKEN, STAFF_TOKEN } from '../../database/tokens.js';
import type { CardPaymentMode } from '../../domain/card-payments/card-payments.js';
import type { AddressHolder } from '../../domain/signed-addresses/signed-address.js';
import { MUST_SET_UP } from '../../domain/staff/second-factor/must-set-up.js';
import type { SessionQuery, SessionStatus } from '../../live/subscriptions/session-status.js';
import { withOnlinePayments } from '../../portal/payments/can-pay-online.js';
import {
  linksStillOpen,
  loadPortalSession,
  loadPortalSessionOfLink,
  type PortalSession,
} from '../../portal/session/portal-session.js';
import {
  type ClientPrincipal,
  type Principal,
  type SetupPrincipal,
  type StaffPrincipal,
  visitor,
  visitorWithUnusableToken,
} from '../../visibility/principal.js';
import { apiKey, audiencesOfKeys, guardOfKey } from './api-key.js';

type Db = Statements;
type Databases = { main: Db; portal: Db; cardPayments: CardPaymentMode };

/** Principal of a request; for a client, with its portal session. */
export type AuthenticatedRequest =
  | { principal: Exclude<Principal, ClientPrincipal> }
  | {
      principal: ClientPrincipal;
      portal: PortalSession | null;
      /** Loads the session again, after a change of the publication. */
      reload(now: Date): Promise<PortalSession | null>;
    };

/**
 * Returns the principal of the token of a request, by one prepared statement; a visitor if there is none. Of a token that
 * is no good the visitor says so (`ended-session.ts`), a portal link's has no link. Nothing is
 * cached beyond the request, so a revoked token, a removed member or a disabled portal takes effect at the next one.
 */
export async function resolvePrincipal(
  authorization: string | undefined,
  { cardPayments, ...databases }: Databases,
  now: Date,
): Promise<AuthenticatedRequest> {
  const token = tokenIn(authorization);
  if (token.startsWith(PORTAL_TOKEN)) {
    const link = withoutTarget(token);
    return client(
      async (at) =>
        withOnlinePayments(await loadPortalSession(databases.portal, link, at), cardPayments),
      now,
    );
  }
  const member = await memberOf(databases.main, token, now);
  if (member) return { principal: member };
  return { principal: token && !isCookie(authorization) ? visitorWithUnusableToken : visitor };
}

/** Returns the principal of the session or link that a signed address stands for, under the same conditions as a token. */
export async function resolveHolder(
  { kind, id }: AddressHolder,
  { main, portal, cardPayments }: Databases,
  now: Date,
): Promise<AuthenticatedRequest> {
  if (kind === 'session')
    return { principal: (await staff(main, SESSION_BY_ID, id, now)) ?? visitorWithUnusableToken };
  return client(
    async (at) => withOnlinePayments(await loadPortalSessionOfLink(portal, id, at), cardPayments),
    now,
  );
}

function memberOf(db: Db, token: string, now: Date) {
  if (token.startsWith(STAFF_TOKEN)) return staff(db, SESSION, hashOfToken(token), now);
  return token.startsWith(API_KEY_TOKEN) ? apiKey(db, token, now) : null;
}

/** Returns the token of an `authorization` header, or of the session cookie; empty if there is none. */
export function tokenIn(authorization: string | undefined): string {
  return authorization?.match(/^(?:Bearer|Cookie) (\S+)$/i)?.[1] ?? '';
}

/** A front end of your own may send the whole fragment of a link, with what the mail spoke of: `<token>/quote/<id>`. */
function withoutTarget(token: string): string {
  const end = token.indexOf('/');
  return end < 0 ? token : token.slice(0, end);
}

/**
 * Whether the token is from the cookie of our own pages. The browser sends that with every request, also of pages for
 * visitors, so an old one is like none.
 */
function isCookie(authorization: string | undefined): boolean {
  return authorization?.startsWith('Cookie ') ?? false;
}

async function client(
  load: (now: Date) => Promise<PortalSession | null>,
  now: Date,
): Promise<AuthenticatedRequest> {
  const portal = await load(now);
  const link = portal && {
    linkId: portal.linkId,
    businessId: portal.businessId,
    jobId: portal.jobId,
    quoteId: portal.quoteId,
    invoiceId: portal.invoiceId,
    shownInvoiceId: (portal.invoiceView?.id as string | undefined) ?? null,
    clientId: portal.clientId,
    version: portal.version,
  };
  return { principal: { kind: 'CLIENT', audience: 'CLIENT', link }, portal, reload: load };
}

async function staff(
  db: Db,
  statement: string,
  holder: string,
  now: Date,
): Promise<StaffPrincipal | SetupPrincipal | null> {
  const [row] = await db.rows<Omit<StaffPrincipal, 'kind'> & { mustSetUp: boolean }>(statement, [
    holder,
    now.toISOString(),
  ]);
  if (!row) return null;
  const { mustSetUp, audience, ...ids } = row;
  if (!mustSetUp) return { kind: 'STAFF', audience, ...ids };
  return { kind: 'SETUP', audience: 'SECOND_FACTOR_SETUP', role: audience, ...ids };
}

/**
 * Returns the current status of each query, by at most three statements; null for principals without access. With a job,
 * the status says whether the staff member is assigned to it.
 */
export async function sessionStatuses(
  queries: SessionQuery[],
  databases: { main: Db; portal: Db },
  now: Date,
): Promise<(SessionStatus | null)[]> {
  const sessions = queries.flatMap(({ principal, jobId }) =>
    principal.kind === 'STAFF' && !principal.apiKey ? [{ id: principal.sessionId, jobId }] : [],
  );
  const keys = queries.flatMap(({ principal }) =>
    principal.kind === 'STAFF' && principal.apiKey ? [principal.apiKey.id] : [],
  );
  const links = queries.flatMap(({ principal }) =>
    principal.kind === 'CLIENT' && principal.link ? [principal.link.linkId] : [],
  );
  const [staff, keyAudiences, versions] = await Promise.all([
    sessions.length > 0 ? staffStatuses(databases.main, sessions, now) : null,
    keys.length > 0 ? audiencesOfKeys(databases.main, keys, now) : null,
    links.length > 0 ? linksStillOpen(databases.portal, links, now) : null,
  ]);
  return queries.map(({ principal, jobId }) => {
    if (principal.kind === 'STAFF' && principal.apiKey) {
      const audience = keyAudiences?.get(principal.apiKey.id);
      return audience ? { audience, worksOnJob: false } : null;
    }
    if (principal.kind === 'STAFF')
      return staff?.get(statusKey(principal.sessionId, jobId)) ?? null;
    const version = principal.kind === 'CLIENT' && versions?.get(principal.link?.linkId ?? 'none');
    return version ? { audience: 'CLIENT', worksOnJob: true, version } : null;
  });
}

async function staffStatuses(
  db: Db,
  sessions: { id: string; jobId: string | null }[],
  now: Date,
): Promise<Map<string, SessionStatus>> {
  const rows = await db.rows<SessionStatus & { sessionId: string; jobId: string | null }>(
    STATUSES,
    [sessions.map(({ id }) => id), now.toISOString(), sessions.map(({ jobId }) => jobId)],
  );
  return new Map(rows.map((row) => [statusKey(row.sessionId, row.jobId), row]));
}

function statusKey(sessionId: string, jobId: string | null): string {
  return `${sessionId} ${jobId?.toLowerCase() ?? ''}`;
}

/** Returns the guard that the token with this hash still belongs to exactly this principal. */
export function guardOf(hash: string, principal: StaffPrincipal, now: Date): StatementGuard {
  if (principal.apiKey) return guardOfKey(hash, principal, now);
  const { sessionId, staffId, audience, businessId, timeZone } = principal;
  return new StatementGuard(
    'SESSION',
    [now.toISOString(), hash, sessionId, staffId, audience, businessId, timeZone],
    (at, token, session, member, role, business, zone) => `
    select ${validSession(at)} join businesses b on b.id = m.business_id
    where s.token_hash = ${token} and s.id = ${session} and m.id = ${member}
      and m.role = ${role} and b.id = ${business} and b.time_zone = ${zone}
      and not ${MUST_SET_UP}`,
  );
}

/** Conditions of a valid session, shared by all three statements. */
const validSession = (now: string) => `
  from staff_sessions s
  join staff_members m on m.id = s.staff_member_id and m.removed_at is null
    and s.revoked_at is null and s.expires_at > ${now}::timestamptz`;

const sessionSql = (holder: string) => `
  select m.role as audience, m.id as "staffId", s.id as "sessionId", m.business_id as "businessId",
    b.time_zone as "timeZone", ${MUST_SET_UP} as "mustSetUp"
  ${validSession('$2')} join businesses b on b.id = m.business_id where ${holder} = $1`;

const SESSION = sessionSql('s.token_hash');
const SESSION_BY_ID = sessionSql('s.id');

const STATUSES = `
  select s.id as "sessionId", q.job_id as "jobId", m.role as audience,
    exists (select from assignments a where a.job_id = q.job_id and a.staff_member_id = m.id) as "worksOnJob"
  ${validSession('$2')} join unnest($1::uuid[], $3::uuid[]) q(session_id, job_id) on q.session_id = s.id
  join businesses b on b.id = m.business_id and not ${MUST_SET_UP}`;
