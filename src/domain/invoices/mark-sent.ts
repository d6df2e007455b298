import type { Unit } from '../../database/unit-of-work.js';
import { conflict } from '../../visibility/refusals.js';
import type { Business } from '../business/business.entity.js';
import { dayIn } from '../business/business-day.js';
import { Client } from '../clients/client.entity.js';
import type { Job } from '../jobs/job.entity.js';
import type { Invoice } from './invoice.entity.js';

const DAYS_TO_PAY = 14;

/**
 * Marks an invoice as sent to the job's client, the first time or again. The business must be held, so
 * that its portal switch is what it says until the change commits.
 */
export async function markSent(
  unit: Unit,
  { invoice, job, business }: { invoice: Invoice; job: Job; business: Business },
): Promise<Client> {
  if (invoice.status === 'VOID') throw conflict('This invoice is void; make a new one.');
  if (!job.client) throw conflict('The job has no client; choose one, then send the invoice.');
  if (invoice.client && invoice.client.id !== job.client.id)
    throw conflict('This invoice was sent to another client; void it and make a new one.');
  const client = await unit.em.findOneOrFail(Client, job.client.id);
  const { timeZone, clientPortalEnabled } = business;
  const days = {
    issuedOn: dayIn(timeZone, unit.now),
    dueOn: dayIn(timeZone, unit.now, DAYS_TO_PAY),
  };
  invoice.send(client, clientPortalEnabled, days, unit.now);
  return client;
}
