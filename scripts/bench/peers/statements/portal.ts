/** Conditions of a valid link as in the product, with the newest version of the publication. */
const OPEN_LINK = `
  from portal_links l
  join businesses b on b.id = l.business_id and b.client_portal_enabled
  join jobs j on j.id = l.job_id and j.client_id = l.client_id
  join clients c on c.id = l.client_id
  cross join lateral (
    select p.version, p.view from publications p
    where p.job_id = l.job_id and p.client_id = l.client_id order by p.version desc limit 1) newest
  where l.token_hash = $1 and l.revoked_at is null and l.expires_at > now()`;

/**
 * Everything of the page but the job, which replaces `@JOB`, and the forms of the phone number, which the server adds.
 * All links of the bench are to jobs, and neither server takes payments by card.
 */
const PAGE = `
  select row_to_json(page)::text as json, page.business->>'country' as country, page.business->>'phone' as phone from (
    select row_to_json((select x from (select b.name, b.country, b.phone, b.email, b.logo_url as "logoUrl",
        b.time_zone as "timeZone", b.currency, b.date_order as "dateOrder", b.tax_name as "taxName",
        b.page_colour as "pageColour") x)) as business,
      false as "canPayOnline",
      b.payment_instructions as "paymentMethods",
      row_to_json((select x from (select c.id, c.name, c.language) x)) as client,
      newest.version,
      j.client_messages_enabled as "messagesEnabled",
      case when j.client_messages_enabled then (
        select coalesce(json_agg(m order by m.id), '[]') from (
          select m.id, m.sender as "from", m.body, m.sent_at as "sentAt" from messages m
          where m.job_id = l.job_id and m.client_id = l.client_id order by m.id desc limit 500) m) end as messages,
      @JOB as job,
      null as quote,
      null as invoice
    ${OPEN_LINK}) page`;

const LIVE_JOB = `
  row_to_json((select x from (select j.id, j.number, j.title, j.description, j.site_address as "siteAddress", j.status,
    (select row_to_json(x) from (
      select count(*) filter (where t.done) as done, count(*) as total from todos t where t.job_id = j.id) x) as progress,
    (select coalesce(json_agg(x), '[]') from (
      select v.id, v.starts_at as "startsAt", v.ends_at as "endsAt", null as "movedFrom" from visits v
      where v.job_id = j.id and v.cancelled_at is null order by v.starts_at, v.id) x) as visits,
    -- The tables do not know which of them the client knew of; of the bench's visits none was cancelled since.
    '[]'::json as "cancelledVisits",
    (select coalesce(json_agg(x), '[]') from (
      select n.id, n.body, n.created_at as "createdAt" from notes n
      where n.job_id = j.id and not n.internal order by n.id) x) as notes,
    (select coalesce(json_agg(x), '[]') from (
      select t.id, t.title, t.done from todos t where t.job_id = j.id order by t.id) x) as todos,
    (select coalesce(json_agg(x), '[]') from (
      select p.id, p.caption, p.created_at as "createdAt", p.stage, p.width, p.height, p.display_url as "displayUrl", p.thumbnail_url as "thumbnailUrl"
      from photos p where p.job_id = j.id and p.shared order by p.taken_at, p.id) x) as photos,
    (select coalesce(json_agg(x), '[]') from (
      select q.id, q.number, q.version, q.title, q.status, q.sent_at as "sentAt", q.valid_until as "validUntil",
        case q.status when 'ACCEPTED' then '/documents/accepted-quote-' else '/documents/quote-' end
          || q.id || '-' || q.version || '.pdf' as "documentUrl",
        q.terms, q.answered_at as "answeredAt", q.answered_by as "answeredBy", q.answer_message as "answerMessage",
        q.deposit_percent as "depositPercent", q.deposit_due_cents as "depositDueCents", q.net_cents as "netCents", q.tax_cents as "taxCents", q.total_cents as "totalCents",
        (select coalesce(json_agg(y), '[]') from (
          select i.id, i.description, i.group_name as "groupName", i.optional, i.chosen,
            i.quantity, i.unit_price_cents as "unitPriceCents", i.net_cents as "netCents"
          from quote_lines i where i.quote_id = q.id order by i.position, i.id) y) as lines
      from quotes q where q.job_id = j.id and q.status <> 'DRAFT' and (q.client_id is null or q.client_id = j.client_id)
      order by q.id) x) as quotes,
    (select coalesce(json_agg(x), '[]') from (
      select v.id, v.kind, v.number, v.title,
        '/documents/invoice-' || v.id || '-' || v.version || '.pdf' as "documentUrl",
        case when v.paid_cents > 0 then '/documents/receipt-' || v.id || '-' || v.version || '.pdf' end as "receiptUrl",
        case when v.status in ('SENT', 'PARTLY_PAID') and v.due_on < (now() at time zone b.time_zone)::date
          then 'OVERDUE' else v.status end as status,
        v.issued_on as "issuedOn", v.due_on as "dueOn", v.net_cents as "netCents", v.tax_cents as "taxCents",
        v.total_cents as "totalCents", v.paid_cents as "paidCents", v.credited_cents as "creditedCents",
        v.owed_cents as "owedCents", v.confirming_cents as "confirmingCents",
        greatest(0, v.paid_cents + v.credited_cents - greatest(0, v.total_cents)) as "refundDueCents",
        v.credited_invoice_number as "creditedInvoiceNumber", v.credit_reason as "creditReason",
        (select coalesce(json_agg(y), '[]') from (
          select i.tax_rate_basis_points as "taxRateBasisPoints", sum(i.net_cents)::int as "netCents", sum(i.tax_cents)::int as "taxCents"
          from invoice_lines i where i.invoice_id = v.id group by 1 order by 1 desc) y) as taxes,
        (select coalesce(json_agg(y), '[]') from (
          select i.id, i.description, i.quantity, i.unit_price_cents as "unitPriceCents", i.net_cents as "netCents"
          from invoice_lines i where i.invoice_id = v.id order by i.position, i.id) y) as lines,
        (select coalesce(json_agg(y), '[]') from (
          select p.id, p.amount_cents as "amountCents", p.received_on as "receivedOn", p.reversed_at as "reversedAt"
          from payments p where p.invoice_id = v.id and p.shown_when_reversed order by p.id) y) as "reversedPayments"
      from invoices v where v.job_id = j.id and v.visible_to_client and v.status not in ('DRAFT', 'VOID')
        and v.client_id = j.client_id order by v.id) x) as invoices) x))`;

const PUBLISHED_JOB = 'newest.view';

/** The portal page from the normalised tables that staff work on. */
export const PORTAL_FROM_TABLES = PAGE.replace('@JOB', LIVE_JOB);

/** The portal page from the publication row; it has every field of the schema's job. */
export const PORTAL_FROM_PUBLICATION = PAGE.replace('@JOB', PUBLISHED_JOB);
