import { ERASE_PERSON_OF_JOBS } from './erase-person-of-jobs.js';

const FROM = 'select c.table_name, c.column_name';
const TO = 'order by c.table_name, c.column_name';
const PLACES = ERASE_PERSON_OF_JOBS.slice(
  ERASE_PERSON_OF_JOBS.indexOf(FROM),
  ERASE_PERSON_OF_JOBS.indexOf(TO) + TO.length,
);

/**
 * Text and JSON columns in which `erase_person` replaces the occurrences of a person, with the condition on the rows. A
 * function of its own, so that a test finds the columns that are in neither this list nor that of the test.
 */
const PLACES_OF_PERSON = `
  create or replace function places_of_person() returns table (table_name text, column_name text, data_type text, is_theirs text)
  language sql stable as $$
  ${replacedOnce(PLACES, [
    [
      'select c.table_name, c.column_name, c.data_type, string_agg(',
      'select c.table_name::text, c.column_name::text, c.data_type::text, string_agg(',
    ],
    // The seller is the business, which may have the name of a client in its own.
    ["'provider_id', 'original_type')", "'provider_id', 'original_type', 'seller')"],
  ])}
  $$`;

/** What changes in the text of `erase_person`: from, to. */
const CHANGES: [string, string][] = [
  [PLACES, 'select * from places_of_person()'],
  // Quotes, invoices and reminders that were mailed to an earlier address.
  [
    'mails_about := array(',
    `mails_to := mails_to || array(
      select delivery_id from quotes where id = any(quote_ids) and client_id = any(clients) and delivery_id is not null
      union select delivery_id from invoices where id = any(invoice_ids) and client_id = any(clients) and delivery_id is not null
      union select m.id from reminders r join outgoing_emails m on m.id = r.delivery_id
        where (r.quote_id = any(quote_ids) or r.invoice_id = any(invoice_ids))
          and m.data ->> 'clientId' = any(clients::text[]));
    mails_about := array(`,
  ],
  // The mail of a quote names its version.
  [
    'unnest(enquiry_ids || quote_ids) id',
    'unnest(enquiry_ids || quote_ids || array(select id from quote_versions where quote_id = any(quote_ids))) id',
  ],
  // Documents that were attached to mails.
  [
    "update dev_mailbox set subject = '[erased]',",
    "update dev_mailbox set attachments = '[]', subject = '[erased]',",
  ],
  [
    'for place in',
    `update outgoing_emails set data = redact_json(data::json, patterns)::jsonb
    where id = any(mails_about) and job_id is null and data::text ~* anywhere;
    update quotes set answered_by = case when answered_by is not null then '[erased]' end,
      answer_message = case when answer_message is not null then '[erased]' end
    where id = any(quote_ids) and client_id = any(clients) and num_nonnulls(answered_by, answer_message) > 0;
    update card_refunds r set reason = redact_text(r.reason, patterns), failure = redact_text(r.failure, patterns)
    from card_checkouts c where c.id = r.checkout_id and c.invoice_id = any(invoice_ids);

    for place in`,
  ],
];

/** `erase_person`, also of own pages of quotes and invoices, mails to earlier addresses, answers and refunds. */
export const ERASE_PERSON_OF_PAGES = [
  PLACES_OF_PERSON,
  replacedOnce(ERASE_PERSON_OF_JOBS, CHANGES),
];

function replacedOnce(text: string, changes: [string, string][]): string {
  return changes.reduce((so, [from, to]) => {
    if (so.split(from).length !== 2) throw new Error(`erase_person does not have once: ${from}`);
    return so.replace(from, () => to);
  }, text);
}
