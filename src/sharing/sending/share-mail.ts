import { CompiledQuery } from 'kysely';
import type { AnyTables } from '../../database/sql/any-tables.js';
import { type BusinessPhone, footerWords } from '../../domain/business/how-to-reach.js';
import { linkUrl } from '../../domain/portal-links/link-url.js';
import { liveLinkSql } from '../../domain/portal-links/live-link.js';
import { languageWords, type MailReader } from '../../domain/words/mail-words.js';
import { defineEmail } from '../../email/outbox/email-kinds.js';
import type { EmailTemplate } from '../../email/templates/email-template.js';
import { type Place, sharedJobDeclaration, truncated } from '../../shareable/shareable.js';
import type { MailTexts } from '../../texts/en/mail/index.js';
import { mailTexts } from '../../texts/mails.js';
import type { ClientView } from '../state/client-view.js';
import { changeSummaryOf, isSame, labelOf, summaryOf } from '../state/summaries.js';

/** Kind of the email with a portal link and a list of what has changed. */
export const SHARE_MAIL = 'SHARE';

interface ShareMailData {
  publicationId: string;
  linkId: string;
  message: string | null;
}

type Db = AnyTables;

defineEmail(SHARE_MAIL, async (db, email, services) => {
  const { publicationId, linkId, message } = email.data as unknown as ShareMailData;
  const row = await readRow(db, publicationId, linkId, services.now());
  if (!row) return { cancel: 'The link stopped working before the mail went out.' };
  if (!row.portalEnabled)
    return {
      wait: 'The Client Portal is off; the mail goes out when it is on again.',
    };
  return templateOf(row, message, linkUrl(services, linkId));
});

interface ShareMailRow extends Omit<Place, 'language'>, BusinessPhone, MailReader {
  portalEnabled: boolean;
  businessName: string;
  businessEmail: string | null;
  clientName: string;
  view: ClientView;
  itemKeys: string[];
  before: { view: ClientView; itemKeys: string[] } | null;
}

async function readRow(
  db: Db,
  publicationId: string,
  linkId: string,
  now: Date,
): Promise<ShareMailRow | undefined> {
  const { rows } = await db.executeQuery<ShareMailRow>(
    CompiledQuery.raw(QUERY, [publicationId, linkId, now.toISOString()]),
  );
  return rows[0];
}

// Reads the newest publication (n), so that a delayed email does not list what was withdrawn meanwhile. Changes are
// relative to the last version that was shared by email before: versions in between were published without an email.
const QUERY = `
  select b.client_portal_enabled as "portalEnabled", b.name as "businessName", b.email as "businessEmail",
    b.phone as "businessPhone", b.country as "businessCountry", c.phone as "readerPhone", b.time_zone as "timeZone", b.currency, b.date_order as "dateOrder", c.name as "clientName", c.language,
    to_char(n.published_at at time zone b.time_zone, 'YYYY-MM-DD') as today, n.view, n.item_keys as "itemKeys",
    (select json_build_object('view', e.view, 'itemKeys', e.item_keys) from publications e
      where e.job_id = p.job_id and e.client_id = p.client_id and e.version < p.version and e.reason = 'SHARED'
      order by e.version desc limit 1) as before
  from publications p
  join lateral (select * from publications l where l.job_id = p.job_id and l.client_id = p.client_id
    order by l.version desc limit 1) n on true
  join portal_links l on l.id = $2 and ${liveLinkSql('l', '$3')}
  join businesses b on b.id = p.business_id
  join clients c on c.id = l.client_id
  where p.id = $1`;

function templateOf(row: ShareMailRow, message: string | null, url: string): EmailTemplate {
  const { businessName, clientName, view } = row;
  const { texts, envelope, own } = languageWords(row.language);
  const { common, shares } = texts;
  const title = String(view.title);
  const changes = changeLines(row);
  return {
    ...envelope,
    subject: shares.subject(businessName, title),
    fromName: businessName,
    replyTo: row.businessEmail ?? undefined,
    heading: own(title),
    paragraphs: [
      common.hello(clientName),
      (row.before ? shares.sharedNews : shares.shared)(businessName, Number(view.number), title),
    ],
    quote: message ?? undefined,
    list:
      changes.length > 0
        ? { title: row.before ? shares.news : shares.all, entries: changes }
        : undefined,
    button: { label: shares.open, url },
    footer: footerWords(common.whyClient(businessName), row, texts, true),
  };
}

/** One line for each changed detail and each new, changed or removed item. */
function changeLines({
  view,
  itemKeys,
  before,
  timeZone,
  currency,
  dateOrder,
  language,
  today,
}: ShareMailRow): string[] {
  const place = { timeZone, currency, dateOrder, language, today };
  if (!before) return itemKeys.map((key) => lineOf(key, view, place));
  const { shares } = mailTexts(language);
  const isNew = (key: string) => !before.itemKeys.includes(key);
  const items = itemKeys.filter((key) => isNew(key) || !isSame(key, view, before.view));
  const gone = before.itemKeys.filter((key) => !itemKeys.includes(key));
  return [
    ...changedDetails(view, before.view, shares),
    ...items.map((key) =>
      isNew(key) ? lineOf(key, view, place) : changeSummaryOf(key, view, before.view, place),
    ),
    ...gone.map((key) => shares.noLongerShown(withoutContent(labelOf(key, before.view, language)))),
  ];
}

/** Label of an item; for the status and the schedule also the content. */
function lineOf(key: string, view: ClientView, place: Place): string {
  const label = labelOf(key, view, place.language);
  if (key.includes(':')) return label;
  return mailTexts(place.language).common.named(label, summaryOf(key, view, place));
}

/** Label without content (“Note” of “Note: The key is …”): withdrawn content is not emailed again. */
function withoutContent(label: string): string {
  return label.split(':', 1)[0] as string;
}

/** One line for each change of title, description or site address. */
function changedDetails(
  view: ClientView,
  before: ClientView,
  shares: MailTexts['shares'],
): string[] {
  return sharedJobDeclaration().details.flatMap((field) => {
    const [now, earlier] = [view[field] ?? null, before[field] ?? null] as (string | null)[];
    const name = shares.details[field as keyof typeof shares.details];
    if (now === earlier) return [];
    if (!now) return shares.removed(name);
    return shares.changed(name, earlier ? truncated(earlier) : null, truncated(now));
  });
}
