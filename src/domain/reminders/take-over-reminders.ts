import { v7 } from 'uuid';
import type { Unit } from '../../database/unit-of-work/unit-of-work.js';
import type { Client } from '../clients/client.entity.js';
import { RemindedClient } from './reminded-client.entity.js';
import { ReminderPause } from './reminder-pause.entity.js';

/** Reminders look at the present day of the business, which is at most this long ago anywhere. */
const RECENT_MS = 2 * 24 * 60 * 60 * 1000;

/**
 * A client takes over from another that it is merged with that reminders are paused, and that the mail of the day was sent:
 * two would go to one address.
 */
export async function takeOverReminders(unit: Unit, from: Client, to: Client): Promise<void> {
  await takeOverPause(unit, from, to);
  await takeOverDays(unit, from, to);
}

async function takeOverPause({ em }: Unit, from: Client, to: Client): Promise<void> {
  const pause = await em.findOne(ReminderPause, { client: from.id });
  if (!pause || (await em.findOne(ReminderPause, { client: to.id }))) return;
  const { businessId, pausedAt, pausedBy } = pause;
  em.create(
    ReminderPause,
    { id: v7(), businessId, client: to, pausedAt, pausedBy },
    { partial: true },
  );
}

async function takeOverDays({ em, now }: Unit, from: Client, to: Client): Promise<void> {
  const since = new Date(now.getTime() - RECENT_MS).toISOString().slice(0, 10);
  const recent = await em.find(RemindedClient, {
    client: { $in: [from.id, to.id] },
    day: { $gte: since },
  });
  const known = new Set(recent.filter(({ client }) => client.id === to.id).map(({ day }) => day));
  for (const { businessId, day } of recent)
    if (!known.has(day))
      em.create(RemindedClient, { id: v7(), businessId, client: to, day }, { partial: true });
}
