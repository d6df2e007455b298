import type { Audience } from '../../src/visibility/audience.js';
import type { World } from '../harness/world.js';
import * as ops from '../operations.gen.js';
import { type Place, placeOf } from './places.js';
import { newcomer, PASSWORD } from './variables.js';

/** Somebody who calls, and the places that the letters of their cells are about. */
export interface Caller {
  audience: Audience;
  /** Their token; somebody who leaves after the call (signs out) is asked for anew. */
  token(isNew: boolean): Promise<string | null>;
  /** The places that a cell of so many letters is about. */
  places(letters: number): Place[];
}

type StaffRole = Exclude<Audience, 'CLIENT' | 'VISITOR'>;

const ROLES: StaffRole[] = [
  'BUSINESS_OWNER',
  'SOLE_TRADER',
  'ADMIN',
  'SUPERVISOR',
  'TRADIE',
  'APPRENTICE',
];

/** One caller for each audience: all roles in one business, a client of it, and a visitor. */
export async function callersIn(world: World): Promise<Record<Audience, Caller>> {
  const owner = await world.as('owner');
  const stranger = await world.as('soletrader');
  const members = await Promise.all(ROLES.map((role) => hired(world, role)));
  const staffIds = members.map(({ id }) => id);
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
  const input = newcomer(role);
  const { data } = await owner(ops.AddStaffMemberDocument, { input });
  const { data: session } = await world.asVisitor<{ signIn: { token: string } }, object>(
    `mutation ($email: String!) { signIn(email: $email, password: "${PASSWORD}") { token } }`,
    { email: input.email },
  );
  return { id: data.addStaffMember.staffMember.id, token: session.signIn.token };
}
