import { ERASE_PERSON } from './erase-person.js';

/** What changes in the text of `erase_person`: from, to. */
const CHANGES: [string, string][] = [
  ['patterns text[], anywhere text', 'patterns text[], anywhere text, jobs_only uuid[]'],
  ['job_ids uuid[] := array(', 'job_ids uuid[] := coalesce(jobs_only, array('],
  [
    'union select job_id from invoices where client_id = any(clients));',
    `union select job_id from invoices where client_id = any(clients)));
    rest boolean := coalesce(cardinality(jobs_only), 0) = 0;`,
  ],
  [
    'select id from quotes where business_id = business and (client_id = any(clients) or',
    'select id from quotes where business_id = business and (rest and client_id = any(clients) or',
  ],
  [
    'select id from invoices where business_id = business and (client_id = any(clients) or',
    'select id from invoices where business_id = business and (rest and client_id = any(clients) or',
  ],
  [
    'from enquiries where business_id = business and (client_id',
    'from enquiries where rest and business_id = business and (client_id',
  ],
  [
    'and (job_id is null or job_id = any(job_ids)));',
    'and (rest and job_id is null or job_id = any(job_ids)));',
  ],
  [
    `update messages set body = '[erased]' where client_id = any(clients);`,
    `update messages set body = '[erased]' where client_id = any(clients) and (rest or job_id = any(job_ids));`,
  ],
  [
    'coalesce(a.client_id, q.client_id) = any(clients);',
    'coalesce(a.client_id, q.client_id) = any(clients) and (rest or q.id = any(quote_ids));',
  ],
  [
    `update portal_links set sent_to = '[erased]' where client_id = any(clients);`,
    `update portal_links set sent_to = '[erased]' where client_id = any(clients) and (rest or job_id = any(job_ids));`,
  ],
  [
    'using business, clients, job_ids',
    `using business, case when rest then clients else '{}' end, job_ids`,
  ],
];

/**
 * `erase_person` for a client with very many jobs, in batches: with `jobs_only` it erases from what belongs to these jobs,
 * with an empty array from what belongs to none, and with null from everything. The one without it stays, for servers
 * that have not been upgraded yet.
 */
export const ERASE_PERSON_OF_JOBS = CHANGES.reduce(replaced, ERASE_PERSON.at(-1) as string);

function replaced(text: string, [from, to]: [string, string]): string {
  if (text.split(from).length !== 2) throw new Error(`erase_person does not have once: ${from}`);
  return text.replace(from, () => to);
}
