import { hashOfToken, newStaffToken } from '../../database/tokens.js';
import type { Unit } from '../../database/unit-of-work.js';
import { Refusal } from '../../visibility/refusals.js';
import { normalEmail } from '../contact.js';
import type { Context } from '../context.js';
import { networkOf } from '../enquiries/sender.js';
import { isPassword } from './passwords.js';
import { StaffMember } from './staff-member.entity.js';
import { StaffSession } from './staff-session.entity.js';

type Caller = Pick<Context, 'change' | 'config' | 'limits' | 'address'>;

/**
 * A new session for somebody who knows the password. An unknown address and a wrong password read alike
 * and cost alike: both verify one argon2 hash. No connection is held while that takes its time. Throws
 * UNAUTHENTICATED, or RATE_LIMITED when it was tried too often (`limits/password-guesses.ts`).
 */
export async function signIn(
  { change, config, limits, address }: Caller,
  { email, password }: { email: string; password: string },
) {
  const guess = { account: normalEmail(email) ?? '', place: networkOf(address), password };
  const owner = await limits.guesses.begin(guess);
  const found = await change((unit) => accountOf(unit, guess.account));
  if (!(await isPassword(owner, password, found.passwordHash))) throw wrong();
  const session = await change((unit) => startSession(unit, config.sessionHours, found));
  await limits.guesses.wasRight(guess);
  return session;
}

interface Account {
  id?: string;
  passwordHash?: string;
}

async function accountOf({ em }: Unit, email: string): Promise<Account> {
  const member = await em.findOne(StaffMember, { email, removedAt: null });
  return member ? { id: member.id, passwordHash: member.passwordHash } : {};
}

/** Starts a session, unless the member was removed or the password changed since it was looked at. */
async function startSession({ em, now }: Unit, hours: number, { id, passwordHash }: Account) {
  const staffMember = await em.findOne(StaffMember, { id, passwordHash, removedAt: null });
  if (!staffMember) throw wrong();
  const token = newStaffToken();
  const { expiresAt } = em.create(
    StaffSession,
    {
      businessId: staffMember.businessId,
      staffMember,
      tokenHash: hashOfToken(token),
      expiresAt: new Date(now.getTime() + hours * 3_600_000),
    },
    { partial: true },
  );
  const { name, email, role } = staffMember;
  return { token, expiresAt, staff: { id: staffMember.id, name, email, role } };
}

function wrong(): Refusal {
  return new Refusal(
    'UNAUTHENTICATED',
    'No sign-in with this email address and password; check both.',
  );
}
