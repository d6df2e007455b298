import type { Unit } from '../../database/unit-of-work/unit-of-work.js';

/** Clients to erase, and how their person is found in texts. */
export interface Erasure {
  businessId: string;
  clientIds: string[];
  emails: string[];
  phones: string[];
  patterns: string[];
  anywhere: string;
}

/**
 * Erases the person from texts, and what was removed within the last minutes: it cannot be restored any more.
 *
 * @param jobIds only from what belongs to these jobs; empty: only from the rest; left out: from everything.
 */
export async function eraseTexts(
  { sql }: Unit,
  { businessId, clientIds, emails, phones, patterns, anywhere }: Erasure,
  jobIds: string[] | null = null,
): Promise<void> {
  await sql.rows('select erase_person($1, $2, $3, $4, $5, $6, $7)', [
    ...[businessId, clientIds, emails, phones, patterns, anywhere, jobIds],
  ]);
  await sql.rows(FORGET_REMOVED, [businessId, jobIds]);
}

/** Cancels emails to the person that were not sent, before the worker erases the rest. */
export async function cancelEmails({ sql }: Unit, erasure: Erasure): Promise<void> {
  await sql.rows(CANCEL, [erasure.businessId, erasure.emails, erasure.clientIds]);
}

const CANCEL = `
  update outgoing_emails m set status = 'CANCELLED', failure = 'The client was erased.'
  where m.business_id = $1 and m.recipient = any($2) and m.status <> 'SENT'
    and (m.job_id is null or exists (select from jobs j where j.id = m.job_id and j.client_id = any($3::uuid[])))`;

const FORGET_REMOVED = `
  delete from removed_records where business_id = $1 and ($2::uuid[] is null or job_id = any($2))`;
