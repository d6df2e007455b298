import type { Unit } from '../../database/unit-of-work.js';
import { conflict } from '../../visibility/refusals.js';
import { recordToChange } from '../business-members.js';
import { Client } from '../clients/client.entity.js';
import { createClient } from '../clients/create-client.js';
import { Enquiry } from './enquiry.entity.js';
import { EnquiryStatus } from './enquiry-status.js';

/** Makes whoever asked a client of the business, unless they are one. Twice is the same as once. */
export async function acceptEnquiry(unit: Unit, id: string): Promise<Enquiry> {
  const enquiry = await recordToChange(unit, Enquiry, id);
  if (enquiry.isSettled()) return enquiry;
  if (enquiry.status === EnquiryStatus.DECLINED)
    throw conflict('This enquiry was declined; add its sender as a client by hand instead.');
  enquiry.acceptFor(await clientWhoAsked(unit, enquiry));
  return enquiry;
}

/**
 * The client with this email address, else with this phone number, else a new one. Nothing of an existing
 * client is changed: anybody can type a client's number beside an address of their own, and links go there.
 */
async function clientWhoAsked(unit: Unit, enquiry: Enquiry): Promise<Client> {
  const { businessId, name, email, phone } = enquiry;
  // Two enquiries of one person, accepted at once, would otherwise make two clients.
  await unit.em.execute('select pg_advisory_xact_lock(hashtextextended(?, 0))', [
    `client who asked:${businessId}`,
  ]);
  return (
    (email && (await earliest(unit, { businessId, email }))) ||
    (phone && (await earliest(unit, { businessId, phone }))) ||
    createClient(unit, { name, email, phone })
  );
}

function earliest({ em }: Unit, where: { businessId: string; email?: string; phone?: string }) {
  return em.findOne(Client, where, { orderBy: { id: 'asc' } });
}
