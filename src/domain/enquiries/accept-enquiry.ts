import { LockMode } from '@mikro-orm/postgresql';
import type { Unit } from '../../database/unit-of-work/unit-of-work.js';
import { conflict } from '../../visibility/refusals.js';
import { Client } from '../clients/client.entity.js';
import { createClient } from '../clients/create-client.js';
import { lockEntity } from '../common/find-referenced.js';
import { Enquiry } from './enquiry.entity.js';
import { EnquiryStatus } from './enquiry-status.js';

/** Accepts an enquiry: its sender becomes a client or is matched to one. Idempotent. Throws CONFLICT when declined. */
export async function acceptEnquiry(unit: Unit, id: string): Promise<Enquiry> {
  const enquiry = await lockEntity(unit, Enquiry, id);
  if (enquiry.isSettled()) return enquiry;
  if (enquiry.status === EnquiryStatus.DECLINED)
    throw conflict('This enquiry was declined; add its sender as a client by hand instead.');
  enquiry.acceptFor(await findOrCreateClient(unit, enquiry));
  return enquiry;
}

/**
 * The client with this email address, else with this phone number, else a new one. An archived client who asks again
 * is restored. The details of an existing client are not changed: anyone can enter a client's phone number with an email address of their own, and links would go there.
 */
async function findOrCreateClient(unit: Unit, enquiry: Enquiry): Promise<Client> {
  const { businessId, name, email, phone } = enquiry;
  // Concurrent acceptance of two enquiries of one person must not create two clients.
  await unit.em.execute('select pg_advisory_xact_lock(hashtextextended(?, 0))', [
    `client who asked:${businessId}`,
  ]);
  const known =
    (email && (await earliest(unit, { businessId, email }))) ||
    (phone && (await earliest(unit, { businessId, phone })));
  if (!known) return createClient(unit, { name, email, phone });
  known.restore();
  return known;
}

function earliest({ em }: Unit, where: { businessId: string; email?: string; phone?: string }) {
  const found = { ...where, mergedInto: null, erasedAt: null };
  // Locked, so that a concurrent merge or erasure of the client waits or is seen.
  return em.findOne(Client, found, {
    orderBy: { id: 'asc' },
    lockMode: LockMode.PESSIMISTIC_READ,
    refresh: true,
  });
}
