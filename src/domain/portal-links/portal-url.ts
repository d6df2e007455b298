import { LockMode } from '@mikro-orm/postgresql';
import type { Unit } from '../../database/unit-of-work/unit-of-work.js';
import { Refusal } from '../../visibility/refusals.js';
import { Client } from '../clients/client.entity.js';

/** Error sentence for sending a quote or an invoice to a client without an email address. */
export const NO_ADDRESS_TO_SEND_TO =
  'The client has no email address; add one, or hand it over yourself and say so.';

/**
 * Email address of a client, share-locked until commit: a concurrent change of the address either waits and then
 * revokes the new link, or was committed before and the link is sent to the new address. Throws CLIENT_EMAIL_MISSING.
 */
export async function addressOf({ em }: Unit, clientId: string, missing?: string): Promise<string> {
  const { email } = await em.findOneOrFail(Client, clientId, {
    lockMode: LockMode.PESSIMISTIC_READ,
    refresh: true,
  });
  if (!email) throw new Refusal('CLIENT_EMAIL_MISSING', missing);
  return email;
}
