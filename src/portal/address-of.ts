import { LockMode } from '@mikro-orm/postgresql';
import type { Unit } from '../database/unit-of-work.js';
import { Client } from '../domain/clients/client.entity.js';
import { Refusal } from '../visibility/refusals.js';

/**
 * Where a client's links go, held until they are committed. Whoever changes the address meanwhile comes
 * after and finds the new link to revoke; or came before, and the link goes to the new address.
 */
export async function addressOf({ em }: Unit, clientId: string): Promise<string> {
  const { email } = await em.findOneOrFail(Client, clientId, {
    lockMode: LockMode.PESSIMISTIC_READ,
    refresh: true,
  });
  if (!email) throw new Refusal('CLIENT_EMAIL_MISSING');
  return email;
}
