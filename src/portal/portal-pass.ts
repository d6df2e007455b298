import { MAX_AT_HAND } from '../database/reader.js';
import type { Statements } from '../database/statements.js';
import { hashOfToken } from '../database/tokens.js';
import type { Message } from '../domain/messages/message.entity.js';
import type { ClientView } from '../sharing/client-view.js';
import type { PortalPass } from '../visibility/principal.js';

/** All that a client's request can reach: read with its authorisation, by the same statement. */
export interface OpenPortal extends PortalPass {
  business: Record<string, unknown>;
  clientName: string;
  version: number;
  view: ClientView;
  /** Its messages with the business, first sent first; null while they are switched off. */
  messages: PortalMessage[] | null;
  /** The newest come with the request, at most MAX_AT_HAND; pages of the thread reach the others. Up to `count` messages that come before this one, newest first, while the link still opens. */
  messagesBefore(id: string, count: number): Promise<PortalMessage[]>;
}

export type PortalMessage = Pick<Message, 'id' | 'body' | 'from' | 'sentAt'>;

/**
 * Who holds this token and what they may see, in one statement on the portal's own connections. The
 * portal switch, revocation, expiry and the job's present client are conditions of the statement, so
 * they hold for the very request that is being answered and are cached nowhere.
 */
export async function openPortal(
  db: Statements,
  token: string,
  now: Date,
): Promise<OpenPortal | null> {
  const holder = [hashOfToken(token), now.toISOString()];
  const [row] = await db.rows<OpenPortal>(STATEMENT, holder);
  if (!row) return null;
  return Object.assign(row, {
    messagesBefore: (id: string, count: number) =>
      db.rows<PortalMessage>(MESSAGES_BEFORE, [...holder, id, count]),
  });
}

/** Which of these links still open, and at which version of what they show. */
export async function linksStillOpen(
  db: Statements,
  linkIds: string[],
  now: Date,
): Promise<Map<string, number>> {
  const rows = await db.rows<{ linkId: string; version: number }>(STILL_OPEN, [
    linkIds,
    now.toISOString(),
  ]);
  return new Map(rows.map(({ linkId, version }) => [linkId, version]));
}

// What lets a link open stands here once, for both questions.
const OPEN = `
  from portal_links l
  join businesses b on b.id = l.business_id and b.client_portal_enabled
  join jobs j on j.id = l.job_id and j.client_id = l.client_id
  join clients c on c.id = l.client_id
  cross join lateral (
    select p.version, p.view from publications p
    where p.job_id = l.job_id and p.client_id = l.client_id order by p.version desc limit 1) p
  where l.revoked_at is null and l.expires_at > $2::timestamptz`;

// A thread is bounded, so that nobody can make their own page slow by writing on and on.
const STATEMENT = `
  select l.id as "linkId", l.business_id as "businessId", l.job_id as "jobId", l.client_id as "clientId",
    json_build_object('name', b.name, 'phone', b.phone, 'email', b.email, 'logoUrl', b.logo_url,
      'timeZone', b.time_zone, 'currency', b.currency) as business,
    c.name as "clientName", p.version, p.view,
    case when j.client_messages_enabled then (
      select coalesce(json_agg(m order by m.id), '[]') from (
        select m.id, m.body, m.sender as "from", m.sent_at as "sentAt" from messages m
        where m.job_id = l.job_id and m.client_id = l.client_id order by m.id desc limit ${MAX_AT_HAND}) m) end as messages
  ${OPEN} and l.token_hash = $1`;

const MESSAGES_BEFORE = `
  select m.id, m.body, m.sender as "from", m.sent_at as "sentAt" from messages m
  join (select l.job_id, l.client_id, j.client_messages_enabled ${OPEN} and l.token_hash = $1) o
    on o.client_messages_enabled and m.job_id = o.job_id and m.client_id = o.client_id
  where m.id < $3::uuid order by m.id desc limit $4::int`;

const STILL_OPEN = `select l.id as "linkId", p.version ${OPEN} and l.id = any($1)`;
