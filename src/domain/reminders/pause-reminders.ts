import type { EntityClass } from '@mikro-orm/postgresql';
import { v7 } from 'uuid';
import type { Unit } from '../../database/unit-of-work/unit-of-work.js';
import { invalid } from '../../visibility/refusals.js';
import { Client } from '../clients/client.entity.js';
import { lockEntity } from '../common/find-referenced.js';
import { Invoice } from '../invoices/invoice.entity.js';
import { staffOf } from '../jobs/lock-job.js';
import { Quote } from '../quotes/quote.entity.js';
import { StaffMember } from '../staff/staff-member.entity.js';
import type { PauseRemindersInput } from './reminder.inputs.js';
import { ReminderPause } from './reminder-pause.entity.js';

/**
 * Pauses the reminders of one invoice, one quote or one client, or lets them go on. Days that pass meanwhile are left out.
 * Doing it twice is the same as once. Throws VALIDATION_FAILED unless one is named; NOT_FOUND.
 */
export async function pauseReminders(
  unit: Unit,
  { invoiceId, quoteId, clientId, paused }: PauseRemindersInput,
) {
  if ([invoiceId, quoteId, clientId].filter(Boolean).length !== 1)
    throw invalid('input', 'Name one invoice, one quote or one client.');
  const subject = {
    invoice: await lockIfNamed(unit, Invoice, invoiceId),
    quote: await lockIfNamed(unit, Quote, quoteId),
    client: await lockIfNamed(unit, Client, clientId),
  };
  // A copy: MikroORM replaces the entities of a condition by their ids.
  const pause = await unit.em.findOne(ReminderPause, { ...subject });
  if (!paused && pause) unit.em.remove(pause);
  if (paused && !pause) create(unit, subject);
  return subject;
}

async function lockIfNamed<E extends object>(
  unit: Unit,
  entity: EntityClass<E>,
  id: string | null | undefined,
): Promise<E | null> {
  return id ? lockEntity(unit, entity, id) : null;
}

function create(unit: Unit, subject: Pick<ReminderPause, 'invoice' | 'quote' | 'client'>): void {
  const { em, now } = unit;
  const { businessId, staffId } = staffOf(unit);
  const pausedBy = em.getReference(StaffMember, staffId);
  em.create(
    ReminderPause,
    { id: v7(), businessId, ...subject, pausedAt: now, pausedBy },
    { partial: true },
  );
}
