import type { Unit } from '../../database/unit-of-work/unit-of-work.js';
import { normalEmail } from '../common/contact.js';
import { fieldsOf } from '../common/copy-fields.js';
import { phoneOfBusiness } from '../common/phone.js';
import { staffOf } from '../jobs/lock-job.js';
import { Client } from './client.entity.js';
import type { CreateClientInput } from './client.inputs.js';

/**
 * Creates a client of the staff member's business. Throws VALIDATION_FAILED for a phone number that is none of its
 * country; `path` is that of the details in the input.
 */
export async function createClient(
  unit: Unit,
  details: CreateClientInput,
  path = 'input',
): Promise<Client> {
  const { businessId } = staffOf(unit);
  const phone = await phoneOfBusiness(unit, businessId, details.phone, `${path}.phone`);
  return unit.em.create(
    Client,
    {
      ...fieldsOf(unit, Client, details),
      businessId,
      email: normalEmail(details.email),
      phone,
    },
    { partial: true },
  );
}
