import { setTimeout } from 'node:timers/promises';
import { Refusal } from '../visibility/refusals.js';
import type { Rooms } from './context.js';
import { type Arrival, whoIs } from './principals.js';

const HELD_UP_MS = 1_000;

/**
 * Lets somebody in by their token. Whoever keeps trying links that do not open is told to wait, but a
 * link that does open always opens, whatever others try from the same place.
 */
export async function arrive(
  { orm, portalDb, clock, attempts }: Rooms,
  authorization: string | undefined,
  address: string,
): Promise<Arrival> {
  const databases = { main: orm.em.getKysely() as never, portal: portalDb };
  const now = clock();
  const arrival = await whoIs(authorization, databases, now);
  const { principal } = arrival;
  const isLost = principal.kind === 'CLIENT' && !principal.link;
  if (isLost && !attempts.links.add(address, now)) {
    // Who tries on and on waits for each answer, so that a flood takes no time from anybody else.
    await setTimeout(HELD_UP_MS);
    throw new Refusal('RATE_LIMITED');
  }
  return arrival;
}
