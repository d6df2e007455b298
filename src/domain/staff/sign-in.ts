import type { EntityManager } from '@mikro-orm/postgresql';
import { hash, verify } from '@node-rs/argon2';
import { hashOfToken, newStaffToken } from '../../database/tokens.js';
import { Refusal } from '../../visibility/refusals.js';
import { normalEmail } from '../contact.js';
import { StaffMember } from './staff-member.entity.js';
import { StaffSession } from './staff-session.entity.js';

/** The hash under which a password is kept. */
export const hashPassword = (password: string): Promise<string> => hash(password);

/**
 * A new session for whoever knows the password. An unknown address and a wrong password read alike
 * and cost alike: both verify one argon2 hash.
 */
export async function signIn(
  em: EntityManager,
  now: Date,
  hours: number,
  { email, password }: { email: string; password: string },
) {
  const staffMember = await em.findOne(StaffMember, {
    email: normalEmail(email),
    removedAt: null,
  });
  const isRight = await verify(staffMember?.passwordHash ?? (await nobodysHash()), password);
  if (!staffMember || !isRight) {
    throw new Refusal(
      'UNAUTHENTICATED',
      'No sign-in with this email address and password; check both.',
    );
  }
  const token = newStaffToken();
  const session = em.create(
    StaffSession,
    {
      businessId: staffMember.businessId,
      staffMember,
      tokenHash: hashOfToken(token),
      expiresAt: new Date(now.getTime() + hours * 3_600_000),
    },
    { partial: true },
  );
  return { token, expiresAt: session.expiresAt, staffMember };
}

let nobodys: Promise<string> | undefined;

function nobodysHash(): Promise<string> {
  nobodys ??= hashPassword('nobody has this password');
  return nobodys;
}
