import { LockMode } from '@mikro-orm/postgresql';
import type { Unit } from '../database/unit-of-work.js';
import { Client } from '../domain/clients/client.entity.js';
import { Refusal } from '../visibility/refusals.js';

/** What is said to somebody who sends a quote or an invoice to a client without an address. */
export const NO_ADDRESS_TO_SEND_TO =
  'The client has no email address; add one, or hand it over yourself and say so.';

/**
 * Where a client's links go, held until they are committed. Whoever changes the address meanwhile comes
 * after and finds the new link to revoke; or came before, and the link goes to the new address.
 */
export async function addressOf({ em }: Unit, clientId: string, missing?: string): Promise<string> {
  const { email } = await em.findOneOrFail(Client, clientId, {
    lockMode: LockMode.PESSIMISTIC_READ,
    refresh: true,
  });
  if (!email) throw new Refusal('CLIENT_EMAIL_MISSING', missing);
  return email;
}
