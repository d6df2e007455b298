import type { Unit } from '../../database/unit-of-work.js';
import { normalEmail, normalPhone } from '../contact.js';
import { staffOf } from '../jobs/job-to-change.js';
import { Client } from './client.entity.js';
import type { CreateClientInput } from './client.inputs.js';

/** Makes a client of the business of whoever does it. */
export function createClient(unit: Unit, details: CreateClientInput): Client {
  return unit.em.create(
    Client,
    {
      businessId: staffOf(unit).businessId,
      name: details.name.trim(),
      email: normalEmail(details.email),
      phone: normalPhone(details.phone),
    },
    { partial: true },
  );
}
