import type { Config } from '../../config/config.js';
import type { Unit } from '../../database/unit-of-work/unit-of-work.js';
import { issueLink, type LinkSubject } from '../portal-links/issue-link.js';
import { linkOfJobSql, liveLinkSql } from '../portal-links/live-link.js';
import type { DueReminder } from './due-reminders.js';

const DAY_MS = 24 * 60 * 60 * 1000;
/** A link that ends sooner is not mailed again: the client gets a new one. */
const MIN_DAYS_LEFT = 14;

/**
 * ID of the link at which the client finds what it is reminded of: the newest live one that was sent to this address, or a
 * new one. Null when it is on no page, so that the mail has no link.
 */
export async function linkFor(
  unit: Unit,
  config: Config,
  due: DueReminder,
  email: string,
): Promise<string | null> {
  const { businessId, clientId, isShown } = due;
  if (!isShown) return null;
  const subject = subjectOf(due);
  const until = new Date(unit.now.getTime() + MIN_DAYS_LEFT * DAY_MS).toISOString();
  const [live] = await unit.sql.rows<{ id: string }>(newestOf(subject), [
    ...Object.values(subject),
    ...[clientId, email, until],
  ]);
  if (live) return live.id;
  const link = issueLink(unit, config, { businessId, clientId, email, ...subject });
  // Written now, so that the next subject on the same page finds it.
  await unit.em.flush();
  return link.id;
}

/** Subject of a link to the page: the job if that is shared, otherwise the quote or the invoice. */
function subjectOf({ isJobShared, jobId, quoteId, invoiceId }: DueReminder): LinkSubject {
  if (isJobShared) return { jobId: jobId as string };
  return quoteId ? { quoteId } : { invoiceId: invoiceId as string };
}

/** Links to the quotes and invoices of a job show the job once it is shared. */
function newestOf(subject: LinkSubject): string {
  const leadsThere =
    'jobId' in subject
      ? linkOfJobSql('l', '$1::uuid')
      : `${'quoteId' in subject ? 'l.quote_id' : 'l.invoice_id'} = $1::uuid`;
  return `
    select l.id from portal_links l
    where ${leadsThere} and l.client_id = $2::uuid and l.sent_to = $3 and ${liveLinkSql('l', '$4')}
    order by l.id desc limit 1`;
}
