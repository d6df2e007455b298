import type { Statements } from '../../database/postgres/statements.js';
import { MAX_AT_HAND } from '../../database/reader/reader.js';
import { hashOfToken } from '../../database/tokens.js';
import type { ClientLanguage } from '../../domain/clients/client-language.js';
import type { Message } from '../../domain/messages/message.entity.js';
import {
  expiredLinkSql,
  linkOfJobSql,
  liveLinkSql,
  revokedOrNewSql,
} from '../../domain/portal-links/live-link.js';
import type { ClientView } from '../../sharing/state/client-view.js';
import type { PortalLinkIds } from '../../visibility/principal.js';

/** Everything a client's request can read, loaded by the statement that authorises it. */
export interface PortalSession extends Omit<PortalLinkIds, 'shownInvoiceId'> {
  business: Record<string, unknown>;
  /** Name and language of the client; no language is not there. */
  client: { name: string; language?: ClientLanguage };
  /** Publication of the job, or of the own page of a quote or invoice (`jobId` is null); null if that was withdrawn. */
  view: ClientView | null;
  /** Invoice made with the acceptance of a quote that is on a page of its own; null if there is none. */
  invoiceView: ClientView | null;
  /** The newest messages of the thread, at most `MAX_AT_HAND`, oldest first; null on an own page and while switched off. */
  messages: PortalMessage[] | null;
  /** Up to `count` messages older than the message `id`, newest first; none if the link no longer opens. */
  messagesBefore(id: string, count: number): Promise<PortalMessage[]>;
}

export type PortalMessage = Pick<Message, 'id' | 'body' | 'from' | 'sentAt'>;

/**
 * Authorises a link's token and loads its session, in one statement on the portal's connections. Returns null if
 * the link does not open. The portal switch, revocation, expiry and the job's current client are conditions of the
 * statement; nothing is cached.
 */
export function loadPortalSession(
  db: Statements,
  token: string,
  now: Date,
): Promise<PortalSession | null> {
  return loadSession(db, LOAD_SESSION, [hashOfToken(token), now.toISOString()]);
}

/** The same for the id of a link, which a signed address names. */
export function loadPortalSessionOfLink(
  db: Statements,
  linkId: string,
  now: Date,
): Promise<PortalSession | null> {
  return loadSession(db, LOAD_SESSION_OF_LINK, [linkId, now.toISOString()]);
}

async function loadSession(
  db: Statements,
  statement: string,
  holder: [string, string],
): Promise<PortalSession | null> {
  const [row] = await db.rows<PortalSession>(statement, holder);
  if (!row) return null;
  return Object.assign(row, {
    messagesBefore: (id: string, count: number) =>
      db.rows<PortalMessage>(MESSAGES_BEFORE, [...holder, id, count]),
  });
}

/** Those of the given links that still open, with their page and the version of its newest publication. */
export async function linksStillOpen(
  db: Statements,
  linkIds: string[],
  now: Date,
): Promise<Map<string, string>> {
  const rows = await db.rows<{ linkId: string; version: string }>(OPEN_LINK_VERSIONS, [
    linkIds,
    now.toISOString(),
  ]);
  return new Map(rows.map(({ linkId, version }) => [linkId, version]));
}

// Conditions under which a link opens, shared by all statements about links. `$2` is the time. A link to a quote or an
// invoice shows the job (`p`) once that was shared with the client of the link, before that an own page (`o`), which is
// not looked for if there is a job to show. Beside a quote its page shows the newest invoice that was made with the
// acceptance (`od`): the deposit, or all of it.
const openLinks = (conditions: string) => `
  from portal_links l
  join businesses b on b.id = l.business_id
  join clients c on c.id = l.client_id
  left join quotes q on q.id = l.quote_id
  left join invoices i on i.id = l.invoice_id
  left join jobs j on j.id = coalesce(l.job_id, q.job_id, i.job_id)
  left join lateral (
    select p.version, p.view from publications p
    where p.job_id = j.id and p.client_id = l.client_id and j.client_id = l.client_id
    order by p.version desc limit 1) p on true
  left join lateral (
    select o.version, o.view from page_publications o
    where p.version is null and o.quote_id = l.quote_id and o.client_id = l.client_id
      and q.client_id = l.client_id and (j.client_id is null or j.client_id = l.client_id)
    order by o.version desc limit 1) oq on true
  left join lateral (
    select o.version, o.view from page_publications o
    where p.version is null and o.invoice_id = l.invoice_id and o.client_id = l.client_id
      and i.client_id = l.client_id and j.client_id = l.client_id
    order by o.version desc limit 1) oi on true
  left join lateral (
    select o.view, (count(*) over ())::int as versions
    from invoices d join page_publications o on o.invoice_id = d.id and o.client_id = d.client_id
    where p.version is null and oq.version is not null and d.quote_id = l.quote_id and d.answer_id is not null
      and d.client_id = l.client_id and j.client_id = l.client_id
    order by d.id desc, o.version desc limit 1) od on true
  where coalesce(p.version, oq.version, oi.version) is not null and ${conditions}`;

const PORTAL_IS_ON = 'b.client_portal_enabled';
const OPEN_LINKS = openLinks(`${PORTAL_IS_ON} and ${liveLinkSql('l', '$2')}`);

/** Increases with every publication of what is on the page. */
const VERSION = 'coalesce(p.version, oq.version + coalesce(od.versions, 0), oi.version)';

// The number of messages is bounded, so that a long thread does not slow the page.
const loadSessionSql = (holder: string) => `
  select l.id as "linkId", l.business_id as "businessId", case when p.version is not null then j.id end as "jobId",
    l.quote_id as "quoteId", l.invoice_id as "invoiceId", l.client_id as "clientId",
    json_build_object('name', b.name, 'phone', b.phone, 'email', b.email, 'logoUrl', b.logo_url,
    'timeZone', b.time_zone, 'currency', b.currency, 'country', b.country,
      'dateOrder', b.date_order, 'taxName', b.tax_name, 'pageColour', b.page_colour,
      'paymentInstructions', b.payment_instructions, 'cardPaymentsEnabled', b.card_payments_enabled,
      'cardAccountReady', b.card_account_ready) as business,
    json_strip_nulls(json_build_object('name', c.name, 'language', c.language)) as client, ${VERSION} as version,
    coalesce(p.view, oq.view, oi.view) as view, od.view as "invoiceView",
    case when p.version is not null and j.client_messages_enabled then (
      select coalesce(json_agg(m order by m.id), '[]') from (
        select m.id, m.body, m.sender as "from", m.sent_at as "sentAt" from messages m
        where m.job_id = j.id and m.client_id = l.client_id order by m.id desc limit ${MAX_AT_HAND}) m) end as messages
  ${OPEN_LINKS} and ${holder} = $1`;

const LOAD_SESSION = loadSessionSql('l.token_hash');
// A file needs no older messages, whose statement goes by the token.
const LOAD_SESSION_OF_LINK = loadSessionSql('l.id');

const MESSAGES_BEFORE = `
  select m.id, m.body, m.sender as "from", m.sent_at as "sentAt" from messages m
  join (select j.id as job_id, l.client_id
    ${OPEN_LINKS} and l.token_hash = $1 and p.version is not null and j.client_messages_enabled) o
    on m.job_id = o.job_id and m.client_id = o.client_id
  where m.id < $3::uuid order by m.id desc limit $4::int`;

const OPEN_LINK_VERSIONS = `
  select l.id as "linkId", case when p.version is not null then 'job ' else 'own ' end
    || ${VERSION} as version
  ${OPEN_LINKS} and l.id = any($1)`;

/** ID of the link with the short code whose hash is `$1`, if it opens. */
export const LINK_OF_CODE = `select l.id ${OPEN_LINKS} and l.code_hash = $1`;

/** What a mail says of the page of the link `$1`, whether or not the portal is on. */
export const PAGE_OF_LINK = `
  select b.client_portal_enabled as "portalEnabled", b.name as "businessName", b.email as "businessEmail",
    b.phone as "businessPhone", b.country as "businessCountry", c.phone as "readerPhone", c.name as "clientName", c.language,
    c.email as "clientEmail", coalesce(p.view, oq.view, oi.view)->>'title' as title
  ${openLinks(liveLinkSql('l', '$2'))} and l.id = $1`;

/**
 * The expired link whose token has the hash `$1`, if its client may have a new one: the page is still there and the
 * address is that of the client. A newer link to the same page that staff revoked ends it for the older ones too, and a
 * newer one of the last day is the limit: the rows count, so that it holds with another secret and after a restart.
 */
export const EXPIRED_LINK = `
  select l.id, j.id as "jobId"
  ${openLinks(`${PORTAL_IS_ON} and ${expiredLinkSql('l', '$2')}`)}
    and l.token_hash = $1 and c.email = l.sent_to
    and not exists (select from portal_links n
      where n.client_id = l.client_id and n.id > l.id and (${linkOfJobSql('n', 'j.id')} or n.quote_id = l.quote_id)
        and (${revokedOrNewSql('n', '$2')}))`;
