import type { Unit } from '../../database/unit-of-work/unit-of-work.js';
import { Client } from '../../domain/clients/client.entity.js';
import { removePictures } from '../../domain/enquiries/photos/remove-pictures.js';
import { staffOf } from '../../domain/jobs/lock-job.js';
import { PortalLink } from '../../domain/portal-links/portal-link.entity.js';
import { StaffMember } from '../../domain/staff/staff-member.entity.js';
import { conflict } from '../../visibility/refusals.js';
import { queueErasure } from './client-care-tasks.js';
import { type Erasure, eraseTexts } from './erase-texts.js';
import { anywherePattern, erasurePatterns } from './erasure-patterns.js';
import { lockClientWithJobs } from './lock-client-with-jobs.js';

/** In the place of a name, an address or a message that was erased. */
const ERASED = '[erased]';

/**
 * Erases a person for good: name, contact data and messages of the client and of all that were merged into it, and
 * their occurrences in the texts of its jobs, quotes, invoices, publications, enquiries and emails. Amounts, dates and
 * digests stay. Its links are revoked and emails that have not gone out are cancelled. Erasing twice is the same as once.
 *
 * The texts are replaced by PostgreSQL (`db/migrations/erase-person.ts`) and not through entities: an erasure publishes
 * nothing and raises no prompt. With very many jobs the person is erased here, with links and emails, and the worker
 * erases the texts of the jobs in batches (`client-care-tasks.ts`).
 */
export async function eraseClient(unit: Unit, id: string, reason: string): Promise<Client> {
  const { clients, jobIds } = await lockClientWithJobs(unit, [id]);
  const client = clients[0] as Client;
  if (client.erasedAt) return client;
  if (client.mergedInto) throw conflict('This client was merged into another one; erase that one.');
  const all = [client, ...(await unit.em.find(Client, { mergedInto: client.id }))];
  const person = await knownOf(unit, all);
  const erasure = erasureOf(all, person);
  await removePictures(unit, await enquiriesOf(unit, erasure));
  const redacted = await redact(unit, erasure, reason);
  for (const each of all) erase(unit, each, redacted);
  const links = { client: { $in: all.map(idOf) } };
  for (const link of await unit.em.find(PortalLink, links)) link.revoke(unit.now);
  await unit.em.flush();
  if (jobIds) await eraseTexts(unit, erasure);
  else await queueErasure(unit, erasure);
  await unit.em.refresh(client);
  return client;
}

function erasureOf(clients: Client[], { emails, phones, texts }: Person): Erasure {
  const known = [...texts, ...emails];
  return {
    businessId: (clients[0] as Client).businessId,
    clientIds: clients.map(idOf),
    emails,
    phones,
    patterns: erasurePatterns(known, phones),
    anywhere: anywherePattern(known, phones),
  };
}

async function redact({ sql }: Unit, { patterns }: Erasure, text: string): Promise<string> {
  const rows = await sql.rows<{ text: string }>('select redact_text($1, $2) as text', [
    text,
    patterns,
  ]);
  return rows[0]?.text ?? '';
}

/** Everything by which the person is known. */
interface Person {
  emails: string[];
  phones: string[];
  /** Names, addresses and messages. */
  texts: string[];
}

async function knownOf({ sql }: Unit, clients: Client[]): Promise<Person> {
  const emails = clients.flatMap(({ email }) => email ?? []);
  const phones = clients.flatMap(({ phone }) => phone ?? []);
  const own = clients.flatMap(({ name, contactName, address }) => [name, contactName, address]);
  const found = await sql.rows<{ kind: keyof Person; value: string | null }>(KNOWN, [
    clients.map(idOf),
    emails,
    phones,
    clients[0]?.businessId,
  ]);
  const of = (wanted: keyof Person) =>
    found.flatMap(({ kind, value }) => (kind === wanted && value ? [value] : []));
  return {
    emails: [...new Set([...emails, ...of('emails')])],
    phones: [...new Set([...phones, ...of('phones')])],
    texts: [...own.filter((text) => text !== null), ...of('texts')],
  };
}

/** Names that were typed when accepting a quote, details of enquiries, and earlier addresses. */
const KNOWN = `
  select 'emails' as kind, sent_to as value from portal_links where client_id = any($1)
  union select 'texts', unnest(array[a.name, a.message]) from quote_answers a join quotes q on q.id = a.quote_id
    where coalesce(a.client_id, q.client_id) = any($1)
  union select x.kind, x.value from enquiries e
    cross join lateral (values ('emails', e.email), ('phones', e.phone), ('texts', e.name), ('texts', e.message),
      ('texts', e.site_address)) x (kind, value)
    where e.business_id = $4 and (e.client_id = any($1)
      or e.client_id is null and (e.email = any($2) or e.phone = any($3)))`;

async function enquiriesOf({ sql }: Unit, erasure: Erasure): Promise<string[]> {
  const { businessId, clientIds, emails, phones } = erasure;
  return (await sql.rows<{ id: string }>(ENQUIRIES, [businessId, clientIds, emails, phones])).map(
    idOf,
  );
}

const ENQUIRIES = `
  select e.id from enquiries e where e.business_id = $1
    and (e.client_id = any($2) or e.client_id is null and (e.email = any($3) or e.phone = any($4)))`;

function erase(unit: Unit, client: Client, reason: string): void {
  Object.assign(client, { name: ERASED, email: null, phone: null, contactName: null });
  Object.assign(client, { address: null, language: null, notes: null, erasureReason: reason });
  client.erasedAt = unit.now;
  client.erasedBy = unit.em.getReference(StaffMember, staffOf(unit).staffId);
  client.archive(unit.now);
}

function idOf({ id }: { id: string }): string {
  return id;
}
