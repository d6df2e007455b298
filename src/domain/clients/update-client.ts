import type { Unit } from '../../database/unit-of-work.js';
import { invalid } from '../../visibility/refusals.js';
import { recordToChange } from '../business-members.js';
import { normalEmail, normalPhone } from '../contact.js';
import { Client } from './client.entity.js';
import type { UpdateClientInput } from './client.inputs.js';

/** Changes what the input names and leaves the rest; null or nothing at all clears an address. */
export async function updateClient(unit: Unit, input: UpdateClientInput): Promise<Client> {
  const client = await recordToChange(unit, Client, input.id);
  if (input.name === null)
    throw invalid('input.name', 'This cannot be empty; leave it out to keep it as it is.');
  client.name = input.name?.trim() ?? client.name;
  if (input.email !== undefined) client.email = normalEmail(input.email);
  if (input.phone !== undefined) client.phone = normalPhone(input.phone);
  return client;
}
