import type { Unit } from '../../database/unit-of-work/unit-of-work.js';
import { Faults } from '../../visibility/inputs/faults.js';
import { normalEmail } from '../common/contact.js';
import { changeFields } from '../common/copy-fields.js';
import { lockEntity } from '../common/find-referenced.js';
import { refuseIfChanged } from '../common/if-unchanged-since.js';
import { phoneOfBusiness } from '../common/phone.js';
import { Client } from './client.entity.js';
import type { UpdateClientInput } from './client.inputs.js';
import { refuseGone } from './client-to-use.js';

/** Updates the fields present in the input; null or an empty text clears the email address or phone number. */
export async function updateClient(unit: Unit, input: UpdateClientInput): Promise<Client> {
  const client = await lockEntity(unit, Client, input.id);
  refuseGone(client);
  await refuseIfChanged(unit, client, input.ifUnchangedSince, input);
  const faults = new Faults();
  const phone = await faults.checkLater(() =>
    phoneOfBusiness(unit, client.businessId, input.phone),
  );
  faults.check(() => changeFields(unit, client, input));
  faults.throwIfAny();
  if (input.email !== undefined) client.email = normalEmail(input.email);
  if (input.phone !== undefined) client.phone = phone ?? null;
  return client;
}
