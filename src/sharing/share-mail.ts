import { CompiledQuery } from 'kysely';
import type { AnyTables } from '../database/any-tables.js';
import { defineEmail } from '../email/email-kinds.js';
import type { Letter } from '../email/letter.js';
import type { ClientView } from './client-view.js';
import { fieldInWords, inShort, type Place, theSharedJob } from './shareable.js';
import { isSame, labelOf, newsOf as newsOfItem, wordsOf } from './view-words.js';

/** The mail that carries a portal link and lists what is new behind it. */
export const SHARE_MAIL = 'SHARE';

interface ShareMailData {
  publicationId: string;
  linkId: string;
  message: string | null;
}

type Db = AnyTables;

defineEmail(SHARE_MAIL, async (db, email, { publicUrl, portalToken, now }) => {
  const { publicationId, linkId, message } = email.data as unknown as ShareMailData;
  const facts = await factsOf(db, publicationId, linkId, now());
  if (!facts) return { cancel: 'The link stopped working before the mail went out.' };
  if (!facts.portalEnabled)
    return {
      wait: 'The Client Portal is off; the mail goes out when it is on again.',
    };
  return letterOf(facts, message, `${publicUrl}/portal#${portalToken(linkId)}`);
});

interface Facts extends Place {
  portalEnabled: boolean;
  businessName: string;
  businessEmail: string | null;
  businessPhone: string | null;
  clientName: string;
  view: ClientView;
  itemKeys: string[];
  before: { view: ClientView; itemKeys: string[] } | null;
}

async function factsOf(
  db: Db,
  publicationId: string,
  linkId: string,
  now: Date,
): Promise<Facts | undefined> {
  const { rows } = await db.executeQuery<Facts>(
    CompiledQuery.raw(FACTS, [publicationId, linkId, now.toISOString()]),
  );
  return rows[0];
}

// A mail that leaves late says only what the client can see by then: what was withdrawn meanwhile is in no mail.
// What is new is told against the last version mailed before its own: what came in between came by itself.
const FACTS = `
  select b.client_portal_enabled as "portalEnabled", b.name as "businessName", b.email as "businessEmail",
    b.phone as "businessPhone", b.time_zone as "timeZone", b.currency, c.name as "clientName",
    to_char(n.published_at at time zone b.time_zone, 'YYYY-MM-DD') as today, n.view, n.item_keys as "itemKeys",
    (select json_build_object('view', e.view, 'itemKeys', e.item_keys) from publications e
      where e.job_id = p.job_id and e.client_id = p.client_id and e.version < p.version and e.reason = 'SHARED'
      order by e.version desc limit 1) as before
  from publications p
  join lateral (select * from publications l where l.job_id = p.job_id and l.client_id = p.client_id
    order by l.version desc limit 1) n on true
  join portal_links l on l.id = $2 and l.revoked_at is null and l.expires_at > $3::timestamptz
  join businesses b on b.id = p.business_id
  join clients c on c.id = l.client_id
  where p.id = $1`;

function letterOf(facts: Facts, message: string | null, url: string): Letter {
  const { businessName, clientName, view } = facts;
  const news = newsOf(facts);
  return {
    subject: `${businessName}: ${view.title}`,
    fromName: businessName,
    replyTo: facts.businessEmail ?? undefined,
    heading: String(view.title),
    paragraphs: [
      `Hello ${clientName},`,
      `${businessName} has shared ${facts.before ? 'what is new on ' : ''}job ${view.number}, ${view.title}, with you.`,
    ],
    quote: message ?? undefined,
    list:
      news.length > 0
        ? {
            title: facts.before ? 'What is new' : 'What you can see',
            entries: news,
          }
        : undefined,
    button: { label: 'Open the job', url },
    footer: footerOf(facts),
  };
}

/** Changed details, new items, changed ones, and what is no longer shown, each in a line. */
function newsOf({ view, itemKeys, before, timeZone, currency, today }: Facts): string[] {
  const place = { timeZone, currency, today };
  if (!before) return itemKeys.map((key) => lineOf(key, view, place));
  const isNew = (key: string) => !before.itemKeys.includes(key);
  const items = itemKeys.filter((key) => isNew(key) || !isSame(key, view, before.view));
  const gone = before.itemKeys.filter((key) => !itemKeys.includes(key));
  return [
    ...detailNews(view, before.view),
    ...items.map((key) =>
      isNew(key) ? lineOf(key, view, place) : newsOfItem(key, view, before.view, place),
    ),
    ...gone.map((key) => `No longer shown: ${withoutContent(labelOf(key, before.view))}`),
  ];
}

/** Lists are named by their label; the two that are one of a kind say what they say. */
function lineOf(key: string, view: ClientView, place: Place): string {
  const label = labelOf(key, view);
  return key.includes(':') ? label : `${label}: ${wordsOf(key, view, place)}`;
}

/** “Note” of “Note: The key is …”: whoever withdraws something may not want it mailed once more. */
function withoutContent(label: string): string {
  return label.split(':', 1)[0] as string;
}

/** What reads differently of the title, the description and the site address. */
function detailNews(view: ClientView, before: ClientView): string[] {
  return theSharedJob().details.flatMap((field) => {
    const [now, earlier] = [view[field] ?? null, before[field] ?? null] as (string | null)[];
    const name = fieldInWords(field);
    if (now === earlier) return [];
    if (!now) return `${name}: removed`;
    return `${name}: ${earlier ? `changed from “${inShort(earlier)}” to ` : ''}“${inShort(now)}”`;
  });
}

function footerOf({ businessName, businessPhone }: Facts): string {
  const call = businessPhone ? ` Questions? Call ${businessPhone}.` : '';
  return `You get this mail because you are a client of ${businessName}.${call} The link is for you alone; please do not pass it on.`;
}
