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
  rooms: Rooms,
  authorization: string | undefined,
  address: string,
): Promise<Arrival> {
  return heldUp(rooms, await whoComes(rooms, authorization), address);
}

/** Who comes, before anybody is made to wait. */
export function whoComes(
  { db, portalDb, clock }: Rooms,
  authorization: string | undefined,
): Promise<Arrival> {
  const databases = { main: db, portal: portalDb };
  return whoIs(authorization, databases, clock());
}

/** Whether somebody came with a link that does not open. */
export function isLost({ principal }: Arrival): boolean {
  return principal.kind === 'CLIENT' && !principal.link;
}

/** Lets in whoever may come in; whoever tried too many links waits for the answer. */
export async function heldUp(
  { limits }: Rooms,
  arrival: Arrival,
  address: string,
): Promise<Arrival> {
  if (isLost(arrival) && (await limits.links.areTooMany(address))) {
    // Who tries on and on waits for each answer, so that a flood takes no time from anybody else.
    await setTimeout(HELD_UP_MS);
    throw new Refusal('RATE_LIMITED');
  }
  return arrival;
}
