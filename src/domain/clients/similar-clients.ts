import type { Condition, Reader } from '../../database/reader/reader.js';
import type { Row } from '../../database/sql/rows.js';
import { Business } from '../business/business.entity.js';
import { normalEmail } from '../common/contact.js';
import { phoneIn } from '../common/phone.js';
import { Client } from './client.entity.js';

const MAX_SIMILAR = 5;
/** A shorter name says too little. */
const MIN_NAME_LENGTH = 3;

/**
 * Clients who are probably the same person: those with this email address, then those with this phone number, then
 * those whose entry has every word of the name. Archived ones too, since they can be restored.
 */
export async function similarClients(
  reader: Reader,
  businessId: string,
  typed: { name: string | null; email: string | null; phone: string | null },
): Promise<Row<Client>[]> {
  const email = normalEmail(typed.email);
  const phone = await phoneTyped(reader, businessId, typed.phone);
  const name = typed.name?.trim() ?? '';
  const pages = await Promise.all([
    email ? matching(reader, { property: 'email', in: [email] }) : [],
    phone ? matching(reader, { property: 'phone', in: [phone] }) : [],
    name.length >= MIN_NAME_LENGTH ? matching(reader, { search: name }) : [],
  ]);
  const all = new Map(pages.flat().map((client) => [client.id, client]));
  return [...all.values()].slice(0, MAX_SIMILAR);
}

async function phoneTyped(
  reader: Reader,
  businessId: string,
  typed: string | null,
): Promise<string | null> {
  const phone = typed?.trim();
  if (!phone) return null;
  const business = await reader.find(Business, businessId);
  return business && phoneIn(business.country, phone);
}

async function matching(reader: Reader, condition: Condition): Promise<Row<Client>[]> {
  const where = [condition, { isNull: 'mergedIntoId' }, { isNull: 'erasedAt' }];
  const { nodes } = await reader.page(Client, { first: MAX_SIMILAR, where });
  return nodes;
}
