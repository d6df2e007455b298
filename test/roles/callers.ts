import type { Audience } from '../../src/visibility/audience.js';
import { hire } from '../harness/staff.js';
import type { World } from '../harness/world.js';
import { type Place, placeOf } from './places.js';
import { newcomer } from './variables.js';

/** A caller, and the places that the letters of its cells are about. */
export interface Caller {
  audience: Audience;
  /** Staff member, if the caller is one. */
  staffId?: string;
  /** Token; a caller whose session ends by the call (sign-out) gets a new one. */
  token(isNew: boolean): Promise<string | null>;
  /** The places for a cell with so many letters. */
  places(letters: number): Place[];
}

type StaffRole = Exclude<Audience, 'CLIENT' | 'VISITOR' | 'SECOND_FACTOR_SETUP'>;

const ROLES: StaffRole[] = [
  'BUSINESS_OWNER',
  'SOLE_TRADER',
  'ADMIN',
  'SUPERVISOR',
  'FINANCE',
  'TRADIE',
  'APPRENTICE',
];

const STAY_OFF: (StaffRole | undefined)[] = ['ADMIN', 'FINANCE'];

/** One caller for each audience: all roles in one business, a client of it, and a visitor. */
export async function callersIn(world: World): Promise<Record<Audience, Caller>> {
  const owner = await world.as('owner');
  const stranger = await world.as('soletrader');
  const members = await Promise.all(ROLES.map((role) => hired(world, role)));
  // An Admin and Finance cannot be put on a job; they see all of them.
  const staffIds = members.filter((_, at) => !STAY_OFF.includes(ROLES[at])).map(({ id }) => id);
  const unassigned = await placeOf(world, owner, 'bright-spark', []);
  const assigned = await placeOf(world, owner, 'bright-spark', staffIds);
  const foreign = await placeOf(world, stranger, 'sol-plumbing', []);
  for (const place of [unassigned, assigned]) place.nextDoor = foreign;
  foreign.nextDoor = unassigned;

  const three = [unassigned, assigned, foreign];
  const places = (letters: number) =>
    letters === 2 ? [unassigned, foreign] : three.slice(0, letters);
  const staff = ROLES.map((role, at): [Audience, Caller] => [
    role,
    {
      audience: role,
      staffId: members[at]?.id,
      places,
      token: async (isNew) =>
        isNew ? (await hired(world, role)).token : (members[at]?.token ?? ''),
    },
  ]);
  return Object.fromEntries([
    ...staff,
    ['CLIENT', { audience: 'CLIENT', places, token: async () => unassigned.token }],
    ['VISITOR', { audience: 'VISITOR', places, token: async () => null }],
  ]) as Record<Audience, Caller>;
}

async function hired(world: World, role: StaffRole): Promise<{ id: string; token: string }> {
  const owner = await world.as('owner');
  return hire(world, owner, newcomer(role));
}
